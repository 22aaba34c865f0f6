"""Where a number may end, and where its next word begins."""

from __future__ import annotations

import re
import unicodedata

from site_builder.figures.state import Last, State
from site_builder.figures.words import Lexicon

_GAP = re.compile(r"[ \u00a0\u2009\u202f\u200c]{0,3}-?[ \u00a0\u200c]{0,3}")
_MYRIAD = 10**4


def past_gap(text: str, at: int) -> int:
    """Return where the next word of a number begins: behind spaces and at most one hyphen."""
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def is_letter(char: str) -> bool:
    """Tell whether ``char`` is a letter or a mark that belongs to one."""
    return char.isalpha() or unicodedata.category(char)[0] == "M"


def at_boundary(text: str, at: int, words: Lexicon) -> bool:
    """Tell whether a number may end before ``at``: never inside a word of a script with spaces."""
    if at >= len(text) or not words.spaced or "open end" in words.habits:
        return True
    before, after = text[at - 1], text[at]
    if before.isdecimal():
        return not after.isdecimal()
    return not (is_letter(before) and (is_letter(after) or after.isdecimal()))


def are_apart(state: State, gap: str, after: str, words: Lexicon) -> bool:
    """Tell whether the ``gap`` before the letter or digit ``after`` keeps two words two numbers.

    A hyphen before digits does, and between signs that are written without spaces.
    """
    if state.terms and "-" in gap:
        return after.isdecimal() or not words.spaced
    return "open end" in words.habits and not _may_part(state)


def _may_part(state: State) -> bool:
    """Tell whether a space may follow inside a Korean number: behind digits, native tens, and 만, 억, 조."""
    if state.last is Last.ADDED:
        return state.terms[-1][1] == 10
    return state.last is not Last.MULTIPLIED or state.terms[-1][1] >= _MYRIAD or not state.spelled
