"""Whether a place in a text cuts a word or a figure in two."""

from __future__ import annotations

import re

from site_builder.anchoring.letters import inside_word, of_a_word
from site_builder.anchoring.numerals import number_over
from site_builder.anchoring.prepared import Prepared
from site_builder.model.anchor import Cut
from site_builder.model.span import Span

_WINDOW = 96
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)


def cut_at(prepared: Prepared, offset: int, place: Span) -> Cut | None:
    """Return what the edge of ``place`` at ``offset`` cuts; ``None`` where words and figures stay whole."""
    text = prepared.text
    if offset in (0, len(text)):
        return None
    low = text.rfind("\n", max(0, offset - _WINDOW), offset) + 1 or max(0, offset - _WINDOW)
    high = text.find("\n", offset, offset + _WINDOW)
    left, right = text[low:offset], text[offset : high if high >= 0 else offset + _WINDOW]
    seen_left, seen_right = _INVISIBLE.sub("", left), _INVISIBLE.sub("", right)
    number = number_over(seen_left + seen_right, len(seen_left))
    if number:
        start, end = number[0] - len(seen_left), number[1] - len(seen_left)
        return Cut("figure", Span(_back(left, -start, offset), _forth(right, end, offset)), place)
    if inside_word(seen_left, seen_right, prepared.language):
        return _word(prepared, offset, place)
    return None


def _back(left: str, count: int, offset: int) -> int:
    """Return the offset that stands ``count`` visible characters before ``offset``."""
    at = len(left)
    while count > 0 and at > 0:
        at -= 1
        count -= not _INVISIBLE.match(left[at])
    return offset - (len(left) - at)


def _forth(right: str, count: int, offset: int) -> int:
    """Return the offset that stands ``count`` visible characters after ``offset``."""
    at = 0
    while count > 0 and at < len(right):
        count -= not _INVISIBLE.match(right[at])
        at += 1
    return offset + at


_JOINING = frozenset("-\u2010\u2011'’ʼ·.@\u05be")


def _word(prepared: Prepared, offset: int, place: Span) -> Cut:
    """Return the cut of the word around ``offset``: a run of letters, digits and what joins them."""
    text, start, end = prepared.text, offset, offset
    while (
        start > 0 and (of_a_word(text[start - 1]) or text[start - 1] in _JOINING) and offset - start < _WINDOW
    ):
        start -= 1
    while end < len(text) and (of_a_word(text[end]) or text[end] in _JOINING) and end - offset < _WINDOW:
        end += 1
    word = Span(start, end)
    what = "figure" if any(char.isnumeric() for char in word.of(text)) else "word"
    return Cut(what, word, place)
