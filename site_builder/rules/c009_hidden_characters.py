"""hidden-characters: a claim file has characters that readers cannot see for what they are

## What it checks

A claim file has no control characters, no characters that reorder the words on the page, no invisible tags, and no
sign that stands where a letter was lost. Nor has it an escape, such as `"\\u202e"`, that stands for one.

## Why it matters

They come along with copied text. On the page they can show other words than the ones that stand in the file, also to
the colleague who reviews it.

## Fails

The file has U+202E, which turns the words after it around: *123* is shown as *321*.

## Passes

The file has letters, digits, punctuation, spaces and line breaks, and the marks that its scripts need.

## How to mend it

Delete the line and type it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.hidden import hidden_by_escapes, hidden_characters

CODE = "C009"
NAME = "hidden-characters"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each hidden character of the file, and for each value that an escape puts one into."""
    for span, what in hidden_characters(file.source.text):
        yield _finding(file, f"the file has {what} here", Location(file.path, span=span))
    if "\\" not in file.source.text:
        return  # no escape
    values = file.claim.model_dump(mode="json", exclude_none=True) if file.claim else {}
    found = chain(
        hidden_by_escapes(values, file.source.text),
        *(hidden_by_escapes(texts, file.source.text, route) for route, texts in file.translations.items()),
    )
    for route, what in found:
        yield _finding(file, f"an escape stands for {what} here", Location(file.path, route))


def _finding(file: ClaimFile, message: str, at: Location) -> Finding:
    return Finding(CODE, message, at, help="delete the line and type it anew", claim=file.id)
