"""Whether a word that can be a number is one where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from site_builder.figures.edges import is_letter
from site_builder.figures.reader import Found
from site_builder.figures.words import Lexicon

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[^\w.,;:!?()]*$")
_WORD_AFTER = re.compile(r"[ \u00a0]+([^\W\d_]+)")
_SMALL_BEFORE = re.compile(r"(?:^|[^\w])[^\W\d_A-Z]+ $")
_DENOMINATORS = {"分之", "分の", "분의"}
_SURE = 3
"""Syllables from which on a run of Korean number words is no other word."""
_REACH = 40
"""Code points to look back for the word before."""


@cache  # long to compile, and few languages need it
def _han() -> re.Pattern[str]:
    return re.compile(r"[\u3005\u3400-\u9fff\uf900-\ufaff]")


def stands(text: str, start: int, found: Found, words: Lexicon) -> bool:
    """Tell whether the number from ``start`` on is one, in scripts where number words are parts of others.

    四 is four before a counter (四人) or on its own, and no number in 四川; 이 is two in 이 년 and *this* in 이 사람.
    """
    if not words.counters or not found.state.spelled or found.state.ordinal or text[start].isdecimal():
        return True
    after = text[found.end :].lstrip(" ")
    counted = after.startswith(words.counters) and after[:2] not in _DENOMINATORS
    short = found.end - start < _SURE if "open end" in words.habits else found.state.length == 1
    if not short:
        return "open end" not in words.habits or counted or _may_follow(text, found.end, words)
    if text.startswith(words.not_counted, start):
        return False
    whole_word = (found.state.length == 1 and found.end - start > 1) or not text[:start] + after
    before = text[start - 1 : start]
    free = not _is_part(before, words) and not _is_part(text[found.end : found.end + 1], words)
    return counted or (free and (whole_word or "open end" not in words.habits))


def _may_follow(text: str, end: int, words: Lexicon) -> bool:
    if end >= len(text) or not is_letter(text[end]):
        return True
    return text.startswith(words.counters + words.followers, end)


def _is_part(char: str, words: Lexicon) -> bool:
    if not char or char in words.free:
        return False
    if "ideographs" in words.habits:
        return bool(_han().match(char))
    return is_letter(char)


def is_indefinite(text: str, start: int, found: Found, words: Lexicon) -> bool:
    """Tell an article, a pronoun or a noun from the number that it is spelled like: *une*, *this one*, *năm*."""
    if found.state.length != 1 or not found.state.spelled:
        return False
    word = text[start : found.end]
    if text.startswith(word, found.end + 1) and text[found.end] == "-":
        return True
    if word in words.articles:
        return text.strip() != word
    if word in words.pronouns:
        return _word_before(text, start) in words.pronouns[word]
    if word in words.counted:
        return not _is_counted(text, start, found.end, words.counted[word])
    return False


def is_name(raw: str, start: int, found: Found) -> bool:
    """Tell a capitalised number word behind a word in small letters: it is part of a name (*ông Tám*)."""
    if found.state.length != 1 or not raw[start].isupper() or raw[start : start + 2].isupper():
        return False
    return bool(_SMALL_BEFORE.search(raw[max(0, start - _REACH) : start]))


def is_minus(text: str, start: int, word: str, words: Lexicon) -> bool:
    """Tell *menos dos*, minus two, from *al menos dos*, at least two: by the word before."""
    if word not in words.careful:
        return True
    before = text[max(0, start - _REACH) : start].rstrip()
    return not before or not is_letter(before[-1]) or _word_before(text, start) in words.careful[word]


def _is_counted(text: str, start: int, end: int, rule: Mapping[str, list[str]]) -> bool:
    """Tell whether a word that is also a noun counts something: nothing behind it, or what is usually counted."""
    if _word_before(text, start) in rule["not behind"]:
        return False
    after = _WORD_AFTER.match(text, end)
    if after:
        return after[1] in rule["after"]
    return start == 0 and not text[end:].strip()


def _word_before(text: str, start: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
    return found[1] if found else ""
