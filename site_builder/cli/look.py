"""What the commands that show the machine's view share: a file as an article, or as plain text."""

from __future__ import annotations

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
