"""Quotes that leave words out: ``…`` and ``[…]`` part a quote; its parts stand in the text in order."""

from __future__ import annotations

import re
from bisect import bisect_left

from site_builder.model.span import Span

_OMISSION = re.compile(r"\s*(?:[\[(<]\s*(?:…|\.{3}|\. \. \.)\s*[\])>]|…|\.{3}|\. \. \.)\s*")


def parts(quote: str) -> tuple[str, ...]:
    """Return the parts of ``quote`` between its omissions; one part where nothing is left out."""
    left_out = "…" in quote or "..." in quote or ". . ." in quote
    found = _OMISSION.split(quote) if left_out else (quote,)
    return tuple([part for part in found if any(map(str.isalnum, part))])


def windows(found: list[list[Span]]) -> list[tuple[Span, ...]]:
    """Return the tightest places of parts in order: those that hold no other place.

    ``found`` lists the places of each part, in order of the text.
    """
    tight: list[tuple[Span, ...]] = []
    for first in found[0]:
        chain = [first]
        for spans in found[1:]:
            after = bisect_left(spans, (chain[-1].end,))
            if after == len(spans):
                return tight
            chain.append(spans[after])
        while tight and tight[-1][-1].end >= chain[-1].end:
            tight.pop()
        tight.append(tuple(chain))
    return tight
