"""Whether a place in a text cuts a word or a figure in two."""

from __future__ import annotations

import re

from site_builder.anchoring.letters import inside_word
from site_builder.anchoring.numerals import APART, number_over
from site_builder.anchoring.prepared import Prepared
from site_builder.figures import read
from site_builder.figures.numerals import scan
from site_builder.model.anchor import Cut
from site_builder.model.span import Span

_WINDOW = 96
_NEAR = 40
"""Enough of the line on each side to read a number in digits."""
_FAR = 240
"""More than any number in words has on one side of a place in it."""
_LONGEST_WORD = 120
"""German and its kin write numbers below a million as one word."""
_TOUCHING = 12
"""No word that joins two halves of a number takes more room."""
_ENDS = frozenset(".!?")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
# No number in words runs over these. A comma may stand inside one, and so may a hyphen.
_PARTS = re.compile(r"[.!?;:\"“”„«»()\[\]{}…。！？；：「」『』।]")


def cut_at(prepared: Prepared, offset: int, place: Span) -> Cut | None:
    """Return what the edge of ``place`` at ``offset`` cuts; ``None`` where words and figures stay whole."""
    text = prepared.text
    if offset in (0, len(text)) or _is_between_sentences(text, offset):
        return None
    left, right = _sides(text, offset, _WINDOW)
    seen_left, seen_right = _INVISIBLE.sub("", left), _INVISIBLE.sub("", right)
    number = number_over(seen_left + seen_right, len(seen_left))
    if number:
        start, end = number[0] - len(seen_left), number[1] - len(seen_left)
        return Cut("figure", Span(_back(left, -start, offset), _forth(right, end, offset)), place)
    if inside_word(seen_left, seen_right, prepared.language):
        return _word(prepared, offset, place)
    figure = _figure_over(prepared, offset)
    return Cut("figure", figure, place) if figure else None


def _is_between_sentences(text: str, offset: int) -> bool:
    """Tell whether a place is surely in no word and no number: where most quotes begin and end.

    It is at the edge of a line, or beside the space between the mark that ends a sentence and an ordinary letter.
    """
    before, after = text[offset - 1], text[offset]
    if before == "\n" or after == "\n":
        return True
    if after == " ":
        return before in _ENDS
    return before == " " and offset > 1 and text[offset - 2] in _ENDS and after in APART


def _sides(text: str, offset: int, reach: int) -> tuple[str, str]:
    """Return what stands on the line before and after ``offset``, as far as ``reach`` code points."""
    low, high = max(0, offset - reach), min(len(text), offset + reach)
    low = max(low, text.rfind("\n", low, offset) + 1)
    end = text.find("\n", offset, high)
    return text[low:offset], text[offset : high if end < 0 else end]


def _figure_over(prepared: Prepared, offset: int) -> Span | None:
    """Return the figure, in words or digits, that ``offset`` cuts in two, as the figures room reads it.

    What begins or ends in the middle of a number may read as another, so where numbers stand near, more is read.
    """
    before, after = (side.strip() for side in _sides(prepared.text, offset, 8))
    if not before or not after or _PARTS.match(before[-1]) or _PARTS.match(after[0]):
        return None
    near, shift = _around(prepared, offset, 2 * _TOUCHING)
    touching = [
        numeral
        for numeral in scan(near, prepared.language)
        if numeral.span.start + shift - _TOUCHING < offset < numeral.span.end + shift + _TOUCHING
    ]
    if not touching:
        return None
    spelled = any(numeral.spelled for numeral in touching)
    around, shift = _around(prepared, offset, _FAR if spelled else _NEAR)
    figures = (figure.number.shift(shift) for figure in read(around, prepared.language))
    return next((number for number in figures if number.start < offset < number.end), None)


def _around(prepared: Prepared, offset: int, reach: int) -> tuple[str, int]:
    """Return the whole words within about ``reach`` code points of ``offset``, and where they begin in the text."""
    left, right = _sides(prepared.text, offset, reach + _LONGEST_WORD)
    start = left.rfind(" ", 0, max(0, len(left) - reach)) + 1
    end = right.find(" ", reach)
    return left[start:] + (right if end < 0 else right[:end]), offset - (len(left) - start)


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


def _word(prepared: Prepared, offset: int, place: Span) -> Cut:
    """Return the cut of the word around ``offset``."""
    start = end = offset
    while offset - start < _WINDOW and start > 0 and _inside(prepared, start):
        start -= 1
    while end - offset < _WINDOW and end < len(prepared.text) and _inside(prepared, end):
        end += 1
    word = Span(start, end)
    what = "figure" if any(char.isnumeric() for char in word.of(prepared.text)) else "word"
    return Cut(what, word, place)


def _inside(prepared: Prepared, offset: int) -> bool:
    """Tell whether a word runs over ``offset``; what is invisible belongs to the word around it."""
    left, right = _sides(prepared.text, offset, _NEAR)
    return inside_word(_INVISIBLE.sub("", left), _INVISIBLE.sub("", right), prepared.language)
