"""hidden-characters-in-article: the article has characters that readers cannot see for what they are

## What it checks

The article's text has no control characters, no characters that reorder the words on the page, no invisible tags, and
no sign that stands where a letter was lost when the text was converted. Nor has its record, also not as an escape.

## Why it matters

Such characters can make a page show other words than the ones that were checked, or keep a quote that looks right
from being found.

## Fails

The text has U+202E, which turns the words after it around: *123* is shown as *321*.

## Passes

The text has letters, digits, punctuation, spaces and line breaks, and the marks that its script needs.

## How to mend it

Take the text from its source again, as UTF-8. If the characters stand in the source itself, note it in the article's
record, so that readers know.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from site_builder.model.article import Article
from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.hidden import hidden_by_escapes, hidden_characters

CODE = "A008"
NAME = "hidden-characters-in-article"

_IN_TEXT = "take the text from its source again, or note it in the article's record"
_IN_RECORD = "delete the line and type it anew"


def check(article: Article, project: Project) -> Iterator[Finding]:
    """Yield a finding for each hidden character of the text and of its record, as written or as an escape."""
    for span, what in hidden_characters(article.text):
        yield Finding(CODE, f"the article has {what} here", Location(article.path, span=span), help=_IN_TEXT)
    record = article.record_source
    if record is None:
        return
    for span, what in hidden_characters(record.text):
        yield Finding(CODE, f"the record has {what} here", Location(record.path, span=span), help=_IN_RECORD)
    values = article.record.model_dump(mode="json", exclude_none=True, warnings=False)
    found = chain(
        hidden_by_escapes(values, record.text),
        *(hidden_by_escapes(texts, record.text, route) for route, texts in article.translations.items()),
    )
    for route, what in found:
        yield Finding(
            CODE, f"an escape stands for {what} here", Location(record.path, route), help=_IN_RECORD
        )
