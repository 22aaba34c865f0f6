"""A report as an editor reads it in a terminal: the line to mend, then the words of the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from site_builder.model.finding import Judged, Report
from site_builder.model.settings import Gravity
from site_builder.model.source import Spot
from site_builder.model.span import Span
from site_builder.reporting.columns import Fitted, escaped, fit, width, wrapped
from site_builder.reporting.summary import summary

Paint = Callable[[str, str], str]

_CONTEXT = 40
"""Code points of the article to show on either side of a place: enough to recognise a sentence by."""
_MARGIN = 3
_LABEL = 9
_NARROWEST = 40
_LONGEST_PLACE = 50
"""Columns up to which words are underlined in their line; longer ones are shown as a passage."""
_LONGEST_PASSAGE = 6
"""Lines of a passage that are shown: more than any sentence that should be quoted."""

_BOLD, _DIM, _GREEN = "1", "2", "1;32"
_COLOURS = {Gravity.ERROR: "1;31", Gravity.WARNING: "1;33", Gravity.NOTE: "1;36", Gravity.OFF: _DIM}


def render(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """Return the findings that nobody excused and a summary, ready to print.

    ``colour`` adds ANSI colours (ECMA-48, SGR); nothing is told by colour alone. ``width`` is the terminal's, in
    columns. Control and direction characters in texts are shown as escapes, so that no text can act on the
    terminal.
    """
    return told(report.standing, closing(report, colour=colour), colour=colour, width=width)


def closing(report: Report, *, colour: bool = False) -> list[str]:
    """Return the lines of the summary; ``colour`` as in :func:`render`."""
    return [_judged(line, report) if colour else line for line in summary(report)]


def _judged(line: str, report: Report) -> str:
    """Colour the line that tells how many findings there are as the gravest of them; green where there is none."""
    gravities = [judged.gravity for judged in report.standing]
    gravest = next((gravity for gravity in _COLOURS if gravity in gravities), None)
    style = _COLOURS[gravest] if gravest else _GREEN
    return _coloured(line, style) if line.startswith("  findings") else line


def told(judged: Iterable[Judged], closing: Iterable[str], *, colour: bool = False, width: int = 100) -> str:
    """Return findings and closing lines, ready to print; ``colour`` and ``width`` as in :func:`render`."""
    paint = _coloured if colour else _plain
    blocks = ["\n".join(_finding(each, paint, max(width, _NARROWEST))) for each in judged]
    return "\n\n\n".join([*blocks, "\n".join(closing)]) + "\n"


def _plain(text: str, style: str) -> str:
    return text


def _coloured(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if text else text


def _finding(judged: Judged, paint: Paint, room: int) -> Iterator[str]:
    finding, style = judged.finding, _COLOURS[judged.gravity]
    kind = paint(f"{judged.gravity}[{finding.code}]", style)
    yield f"{paint(_place(judged.spot), _BOLD)}  {kind} {judged.name}: {escaped(finding.message)}"
    yield ""
    if judged.spot.excerpt.strip():
        yield from _own_line(judged.spot, paint, style, room)
        yield ""
    for spot in judged.related:
        yield from _related(spot, judged.spot, paint, style, room)
    if finding.help:
        yield from _labelled("help", finding.help, paint, room)
    yield from _labelled("why", f"site-builder explain {finding.code}", paint, room)


def _place(spot: Spot) -> str:
    return f"{escaped(spot.path)}:{spot.line}:{spot.column}"


def _own_line(spot: Spot, paint: Paint, style: str, room: int) -> Iterator[str]:
    number = str(spot.line)
    gutter, bar = f"  {number} | ", f"  {' ' * len(number)} | "
    line = fit(spot.excerpt.rstrip(), spot.marked, room - len(gutter))
    yield paint(gutter, _DIM) + line.shown
    for marker in _marker(line, spot.note, room - len(gutter)):
        yield paint(bar, _DIM) + " " * (len(marker) - len(marker.lstrip())) + paint(marker.lstrip(), style)


def _marker(line: Fitted, note: str, room: int) -> Iterator[str]:
    """Yield the carets with the note behind them, or below them where it does not fit."""
    carets, words = " " * line.start + "^" * line.length, escaped(note)
    if width(carets) + 1 + width(words) <= room:
        yield f"{carets} {words}".rstrip()
        return
    yield carets
    yield " " * max(0, min(line.start, room - width(words))) + words


def _related(spot: Spot, own: Spot, paint: Paint, style: str, room: int) -> Iterator[str]:
    """Show another place: its line with the words underlined, or a whole passage to copy from."""
    label = f"{' ' * _MARGIN}{paint(_label(spot, own).ljust(_LABEL), _DIM)}"
    path = f"line {spot.line}" if spot.path == own.path else f"{escaped(spot.path)}:{spot.line}"
    words, marked = _without_indent(spot)
    if width(marked.of(words)) > _LONGEST_PLACE:
        yield f"{label}{path}  {escaped(spot.note)}".rstrip()
        yield from _passage(marked.of(words), room)
        return
    indent = _MARGIN + _LABEL + width(path) + 2
    if room - indent >= _LONGEST_PLACE:
        head = f"{label}{path}  "
    else:
        # Beside a long path too little of the line would be left to recognise it by.
        yield f"{label}{path}"
        indent = _MARGIN + _LABEL
        head = " " * indent
    yield from _underlined(
        spot.note, words, marked, head, indent, paint, style, max(room - indent, _NARROWEST)
    )


def _underlined(
    note: str, words: str, marked: Span, head: str, indent: int, paint: Paint, style: str, room: int
) -> Iterator[str]:
    line = fit(words, marked, room, context=_CONTEXT)
    yield (head + line.shown).rstrip()
    if words:
        for marker in _marker(line, note, room):
            gap = len(marker) - len(marker.lstrip())
            yield " " * (indent + gap) + paint(marker.lstrip(), style)


def _passage(words: str, room: int) -> Iterator[str]:
    indent = " " * (_MARGIN + _LABEL)
    lines = wrapped(words, room - len(indent))
    yield from (indent + line for line in lines[:_LONGEST_PASSAGE])
    if len(lines) > _LONGEST_PASSAGE:
        yield f"{indent}…"


def _without_indent(spot: Spot) -> tuple[str, Span]:
    """Return the excerpt without the spaces around it, and the range to point at in what is left."""
    words = spot.excerpt.strip()
    indent = len(spot.excerpt) - len(spot.excerpt.lstrip())
    start, end = (min(max(edge - indent, 0), len(words)) for edge in spot.marked)
    return words, Span(start, end)


def _label(spot: Spot, own: Spot) -> str:
    """Say what the other place is: the words of an article, or another line of the record."""
    if spot.path == own.path:
        return "also"
    return "see" if spot.path.endswith((".yaml", ".yml")) else "article"


def _labelled(label: str, words: str, paint: Paint, room: int) -> Iterator[str]:
    indent = " " * (_MARGIN + _LABEL)
    for i, line in enumerate(wrapped(words, room - len(indent))):
        yield (f"{' ' * _MARGIN}{paint(label.ljust(_LABEL), _DIM)}" if i == 0 else indent) + line
