"""What commands show: plain in a pipe, byte for byte; in a terminal in colour, as wide as it is, with tables.

rich is heavy, so it is loaded only where a terminal is there to show what it makes.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from site_builder.reporting.columns import escaped, wrapped

PIPE_WIDTH = 100
"""Columns of what goes into a pipe or a file, the same everywhere."""
_WIDEST = 120
"""Columns beyond which lines of prose are hard to read."""
_NARROW = 64
"""Columns below which the places of words, in numbers, make room for the words."""

Row = tuple[str, ...]


def is_terminal(stream: Any = None) -> bool:
    """Tell whether a person reads ``stream`` (standard output if left out) in a terminal that knows more than text."""
    return bool((stream or sys.stdout).isatty()) and os.environ.get("TERM") != "dumb"


def colour() -> bool:
    """Tell whether to show colours: in a terminal, but ``NO_COLOR`` turns them off and ``FORCE_COLOR`` on.

    Source: no-color.org and force-color.org; either counts where it is set and not empty.
    """
    if os.environ.get("NO_COLOR"):
        return False
    return is_terminal() or os.environ.get("FORCE_COLOR", "0") not in ("", "0")


def width() -> int:
    """Return the columns to write in."""
    return min(shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, _WIDEST) if is_terminal() else PIPE_WIDTH


def say(text: str = "", **style: Any) -> None:
    """Print text with a line end; ``style`` is :func:`click.style`'s, and colours are as :func:`colour` has it."""
    show((click.style(text, **style) if style and colour() else text) + "\n")


def show(text: str) -> None:
    """Print text as it is; colours in it are as :func:`colour` has it."""
    click.echo(text, nl=False, color=colour() or None)


def diff(text: str) -> str:
    """Return a unified diff, in a terminal with its lines in red and green."""
    if not colour():
        return text
    styles = {"+": "green", "-": "red", "@": "cyan"}
    lines = text.splitlines(keepends=True)
    return "".join(click.style(line, fg=styles[line[0]]) if line[0] in styles else line for line in lines)


def rule(words: str) -> str:
    """Return words in a line that parts what is above from what is below."""
    return f"── {words} ".ljust(width(), "─")


def hanging(text: str, indent: int) -> str:
    """Return words that stand ``indent`` columns from the left, in a terminal broken at its width."""
    return ("\n" + " " * indent).join(wrapped(text, width() - indent)) if is_terminal() else text


def table(
    rows: Sequence[Row], headings: Row, *, places: Sequence[int] = (), marked: Sequence[Sequence[str]] = ()
) -> str:
    """Return rows as columns: plain for pipes, in a terminal fitted to its width.

    ``places`` are columns of numbers that a narrow terminal goes without; ``marked`` gives for each row words of its
    last column to point out.
    """
    if not rows:
        return "Nothing found.\n"
    return _fitted(rows, headings, places, marked) if is_terminal() else _plain(rows, headings)


def _plain(rows: Sequence[Row], headings: Row) -> str:
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings) - 1)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in [headings, *rows]
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _fitted(
    rows: Sequence[Row], headings: Row, places: Sequence[int], marked: Sequence[Sequence[str]]
) -> str:
    from rich.table import Table
    from rich.text import Text

    kept = [i for i in range(len(headings)) if width() >= _NARROW or i not in places]
    made = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
    for i in kept:
        digits = all(row[i].isdecimal() for row in rows)
        made.add_column(headings[i], justify="right" if digits else "left", overflow="fold", no_wrap=digits)
    for number, row in enumerate(rows):
        last = Text(escaped(row[-1]))
        for words in marked[number] if marked else ():
            last.highlight_words([escaped(words)], "bold yellow")
        made.add_row(*[last if i == len(headings) - 1 else Text(escaped(row[i])) for i in kept])
    return _rendered(made)


def manual(markdown: str) -> str:
    """Return a text in Markdown: as it is for pipes, in a terminal set out for reading."""
    if not is_terminal():
        return markdown
    from rich.markdown import Markdown

    return _rendered(Markdown(markdown, code_theme="ansi_dark")).strip("\n")


def _rendered(shown: Any) -> str:
    from rich.console import Console
    from rich.theme import Theme

    file = io.StringIO()
    system: Any = "standard" if colour() else None
    console = Console(
        file=file,
        width=width(),
        force_terminal=colour(),
        no_color=not colour(),
        color_system=system,
        legacy_windows=False,
        highlight=False,
        # without backgrounds, which would stand out as blots on light terminals
        theme=Theme({"markdown.code": "bold cyan", "markdown.h2": "bold"}),
    )
    console.print(shown)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


Tick = Callable[[int, "int | None"], None]
"""Takes how much is done, and of how much, if that is known."""


@contextmanager
def progress(what: str) -> Iterator[Tick]:
    """Show on standard error how far a long work is, if a terminal is there; what is shown vanishes at the end."""
    if not is_terminal(sys.stderr):
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
