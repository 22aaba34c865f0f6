"""Where words and figures end, for showing them whole in messages. Nothing is decided by it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from site_builder.model.span import Span

_FIRST_UNPARTED = "\u0e00"


@cache  # long to compile, and most texts hold none of them
def _unparted() -> re.Pattern[str]:
    """Match Thai, Lao, Burmese, Khmer, Chinese and Japanese: they do not part words, and a character is shown alone."""
    return re.compile(
        "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    )


_FARTHEST = 40
"""Longer than any word that would help in a message; a bound, so that a text without spaces costs nothing."""


def widened(span: Span, text: str) -> Span:
    """Return ``span`` widened to the whole words and figures that it touches; offsets count code points."""
    start, end = span
    while start > max(0, span.start - _FARTHEST) and _joined(text, start):
        start -= 1
    while end < min(len(text), span.end + _FARTHEST) and _joined(text, end):
        end += 1
    return Span(start, end)


def _joined(text: str, offset: int) -> bool:
    """Tell whether the characters on both sides of ``offset`` belong to one word or figure."""
    before, after = _sort(text[offset - 1 : offset]), _sort(text[offset : offset + 1])
    if "sign" in (before, after):
        # 1,600 and 24/7 are one figure each; a sign at the edge of a word is not the word's.
        sign = offset if after == "sign" else offset - 1
        return _sort(text[max(0, sign - 1) : sign]) == _sort(text[sign + 1 : sign + 2]) == "digit"
    return before == after == "digit" or {before, after} in ({"letter"}, {"letter", "digit"})


def _sort(character: str) -> str:
    if not character or character.isspace():
        return ""
    if character.isdigit():
        return "digit"
    if character >= _FIRST_UNPARTED and _unparted().match(character):
        return "unparted"
    return "sign" if unicodedata.category(character)[0] in "PSZC" else "letter"
