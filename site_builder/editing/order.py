"""The order of a claim file's keys: that of the handbook, so that every file reads alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.model.claim import Claim
from site_builder.model.source import Source
from site_builder.reading.documents import parse

_KEY = re.compile(r"([a-z_]+):(?:\s|$)")
_ORDER = tuple(Claim.model_fields)


def ordered(source: Source) -> str | None:
    """Return the file's text with its keys in order; comments above a key, and blank lines after it, go with it.

    ``None`` where they are in order, or where it cannot be done by moving whole lines.
    """
    document = parse(source)
    if document.problems or not isinstance(document.data, dict) or not set(document.data) <= set(_ORDER):
        return None
    head, chunks = _chunks(source.text)
    keys = [key for key, _ in chunks]
    if keys != list(document.data) or keys == sorted(keys, key=_ORDER.index):
        return None
    lines = [line for _, chunk in sorted(chunks, key=lambda each: _ORDER.index(each[0])) for line in chunk]
    after = "".join([*head, *_ended(lines)])
    return after if parse(Source(source.path, after)).data == document.data else None


def _ended(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, each with a line end: the last of a file may have none, and stand elsewhere now."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n"


def _chunks(text: str) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Part a file into what stands above its first key, and the lines of each key with the comments above it."""
    head: list[str] = []
    chunks: list[tuple[str, list[str]]] = []
    for line in text.splitlines(keepends=True):
        found = _KEY.match(line)
        if found:
            last = chunks[-1][1] if chunks else head
            chunks.append((found[1], [*_comments(last), line]))
        else:
            (chunks[-1][1] if chunks else head).append(line)
    return head, chunks


def _comments(lines: list[str]) -> list[str]:
    """Take the comments at the end of ``lines`` that stand directly above a key; a line for programs stays on top."""
    taken: list[str] = []
    while lines and lines[-1].startswith("#") and "$schema=" not in lines[-1]:
        taken.insert(0, lines.pop())
    return taken
