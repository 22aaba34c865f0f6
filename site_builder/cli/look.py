"""What the commands that show the machine's view share: a file as an article, or as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from site_builder.cli.batch import Refusal, read_text
from site_builder.model.article import Article
from site_builder.model.source import Source
from site_builder.reading.articles import parse_article


def article(path: Path, language: str | None) -> Article:
    """Read a file as an article, with the record beside it if there is one; ``language`` wins over the record's.

    Raises:
        click.UsageError: the file cannot be read.
    """
    record = path.with_suffix(".yaml")
    try:
        text = read_text(path)
        source = Source(record.name, read_text(record)) if record.is_file() and record != path else None
    except Refusal as refusal:
        raise click.UsageError(str(refusal)) from None
    return article_of(text, language, name=path.stem, path=path.name, record=source)


def article_of(
    text: str,
    language: str | None,
    *,
    name: str = "text",
    path: str = "text.txt",
    record: Source | None = None,
) -> Article:
    """Read a text as an article; without a record, every line is a paragraph."""
    return parse_article(name, path, text, record, as_language=language, site_language="")


def table(rows: Sequence[tuple[str, ...]], headings: tuple[str, ...]) -> str:
    """Return rows as columns for reading in a terminal."""
    if not rows:
        return "Nothing found.\n"
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings) - 1)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in [headings, *rows]
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"
