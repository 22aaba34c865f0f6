"""Offsets for machines, lines and columns for people."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, islice

from site_builder.model.span import Span

BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Whatever ends a line: the list of ``str.splitlines``."""


@lru_cache(maxsize=64)
def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of each line's first code point."""
    parts = text.splitlines(keepends=True)
    ends = accumulate(map(len, parts))
    return (0, *(ends if parts and BREAK.search(parts[-1]) else islice(ends, max(0, len(parts) - 1))))


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of ``offset``, both from 1; columns count code points."""
    starts = line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def lines(text: str) -> tuple[Span, ...]:
    """Return the span of each line without its line break."""
    if text.splitlines() == [text]:
        return (Span(0, len(text)),)
    ends = [(match.start(), match.end()) for match in BREAK.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return tuple(map(Span, starts, [*(start for start, _ in ends), len(text)]))


def trim(text: str, span: Span) -> Span:
    """Return ``span`` without white space at its ends; empty at its start where nothing is left."""
    start, end = span
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, end - len(words) + len(words.rstrip())))
