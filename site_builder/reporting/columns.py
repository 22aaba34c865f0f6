"""Text in a terminal's columns: what a character looks like there, how wide it is, what to leave out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from site_builder.frozen import frozen
from site_builder.model.span import Span

_JOINERS = "\u200c\u200d"
_EMOJI_TONES = range(0x1F3FB, 0x1F400)
_HANGUL_TAILS = (*range(0x1160, 0x1200), *range(0xD7B0, 0xD800))
"""Vowels and final consonants of conjoining jamo: they are drawn into the square of the first consonant."""
_ARABIC_NUMBER_SIGNS = (*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x08E2)
"""Format characters that are seen, unlike all others."""
_GAP = "…"
_SHORTEST = 12
"""Columns below which cutting further would leave nothing to recognise."""
_LONGEST_WORD = 20
"""How far to look for a word bound, in code points: scripts without spaces have none."""


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    """Return the character, or its escape where a terminal would obey it or show nothing."""
    code, category = ord(character), unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp", "Cs") or (
        category == "Cf" and character not in _JOINERS and code not in _ARABIC_NUMBER_SIGNS
    ):
        return {"\t": "\\t", "\n": "\\n", "\r": "\\r"}.get(character, f"\\u{{{code:x}}}")
    return character


def escaped(text: str) -> str:
    """Return ``text`` with tabs, line breaks, control and direction characters written as escapes."""
    return text if text.isprintable() else "".join(map(_shown, text))


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    shown = _shown(character)
    if shown != character:
        return len(shown)
    code = ord(character)
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or code in _HANGUL_TAILS:
        return int(code in _ARABIC_NUMBER_SIGNS)
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes once escaped.

    East Asian wide and full-width characters take two (Unicode Standard Annex 11), combining marks none. Emoji
    joined into one picture count as one. Right-to-left text takes the columns, but in another order.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if all(_width(character) == 1 for character in set(text)):
        return len(text)  # most lines are long, and of few signs
    total, joined = 0, False
    for character in text:
        part_of_emoji = joined or ord(character) in _EMOJI_TONES
        total += 0 if part_of_emoji and _width(character) == 2 else _width(character)
        joined = character == "\u200d"
    return total


@frozen
class Fitted:
    """A line cut to its room: what to print, and the columns to point at."""

    shown: str
    start: int
    length: int


def fit(line: str, marked: Span, room: int, *, context: int | None = None) -> Fitted:
    """Cut ``line`` around ``marked`` to ``room`` columns, at word bounds, with ``…`` for what is left out.

    ``context`` is how many code points to keep on either side at most; all of the line where it is ``None``. A
    marked place longer than the room loses its end.
    """
    before, place, after = line[: marked.start], marked.of(line), line[marked.end :]
    kept = _head(place, max(room - _SHORTEST, _SHORTEST))
    after = after if kept == place else ""
    left = max(room - width(kept), _SHORTEST)
    after = _head(after, max(left - width(before), left // 2), context)
    before = _tail(before, max(left - width(after), left // 2), context)
    return Fitted(escaped(before + kept + after), width(before), max(1, width(kept)))


def wrapped(text: str, room: int) -> list[str]:
    """Return ``text`` escaped, in lines of at most ``room`` columns, broken at spaces where there are any."""
    lines = []
    rest = " ".join(text.split())
    while rest:
        end = _reach(rest, room, None)
        bound = rest.rfind(" ", 0, end + 1) if end < len(rest) else end
        cut = bound if bound > 0 else max(end, 1)
        lines.append(escaped(rest[:cut]))
        rest = rest[cut:].lstrip(" ")
    return lines


def _head(text: str, room: int, context: int | None = None) -> str:
    """Return the beginning of ``text`` within ``room`` columns, to a word bound if one is near."""
    end = _reach(text, room, context)
    if end == len(text):
        return text
    bound = text.rfind(" ", max(0, end - _LONGEST_WORD), end)
    return text[: bound + 1 if bound >= 0 else end] + _GAP


def _tail(text: str, room: int, context: int | None = None) -> str:
    """Return the end of ``text`` within ``room`` columns, from a word bound if one is near."""
    kept = _reach(text[::-1], room, context)
    if kept == len(text):
        return text
    start = len(text) - kept
    bound = text.find(" ", start, start + _LONGEST_WORD)
    start = bound if bound >= 0 else start
    while start < len(text) and unicodedata.combining(text[start]):
        start += 1
    return _GAP + text[start:]


def _reach(text: str, room: int, context: int | None) -> int:
    """Return how many code points from the beginning fit; all, or fewer with a column left for the gap."""
    limit = len(text) if context is None else context
    if len(text) <= limit and width(text) <= room:
        return len(text)
    total = 0
    for i, character in enumerate(text[: limit + 1]):
        total += _width(character)
        if total > room - 1 or i == limit:
            return i
    return min(limit, len(text))
