"""Offsets for machines, lines and columns for people."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from site_builder.model.span import Span

BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Whatever ends a line: the list of ``str.splitlines``."""


@lru_cache(maxsize=64)
def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of each line's first code point."""
    return (0, *(match.end() for match in BREAK.finditer(text)))


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of ``offset``, both from 1; columns count code points."""
    starts = line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def lines(text: str) -> tuple[Span, ...]:
    """Return the span of each line without its line break."""
    ends = [(match.start(), match.end()) for match in BREAK.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return tuple(map(Span, starts, [*(start for start, _ in ends), len(text)]))


def trim(text: str, span: Span) -> Span:
    """Return ``span`` without white space at its ends; empty at its start where nothing is left."""
    start, end = span
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, end - len(words) + len(words.rstrip())))
