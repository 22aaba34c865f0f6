"""Numbers in digits alone, behind which nothing belongs to them: the commonest case, read without the grammar."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from site_builder.figures.digits import read_run
from site_builder.figures.stretches import is_mute
from site_builder.figures.words import Lexicon
from site_builder.model.figure import Reading

_BARE = re.compile(
    r"(\d+(?:[.,]\d+|[ \u00a0\u2007\u2009\u202f]\d{3}(?!\d))*)"
    r"(?:(?=\Z|[,;!?)\]}\"“”»…%€$£\n](?!\d)|[.:](?![^\W_]))|(?=[ \u00a0](?!x)\w)())"
)
"""Digits with what ends a number in every language behind them, or a space and then (group 2) a word."""
_LONGEST = 100
"""Code points; see :mod:`~site_builder.figures.digits`."""
_MOST_DAYS = 31
_OLDEST, _FIRST, _RECENT, _END = 1000, 1500, 1900, 2100
"""Where years begin that may stand in brackets, behind *in*, and bare; and where they end."""
_SPACES = frozenset(" \u00a0\u2007\u2009\u202f")
_WITH_SPACES = 4
"""The sort of digits in groups that spaces set apart: no scale word follows them."""
YEARS = 5
"""Sorts of digits from here on may be years: bare ones, those that ask for a word, and old ones."""


class Bare(NamedTuple):
    """What digits alone say, wherever they stand.

    ``readings`` are one or two, likeliest first, ``told`` the same as a figure tells them, and ``values`` the
    likeliest. ``whole`` is that as an integer, or -1 where it is none; ``large`` tells that it is no day, no month and
    no hour; ``plain`` that it is written as one run of digits. What words make of digits of one ``sort`` they make of
    all others of it.
    """

    readings: tuple[Fraction, ...]
    told: tuple[Reading, ...]
    values: tuple[Fraction, ...]
    whole: int
    large: bool
    plain: bool
    sort: int


def bare(text: str, at: int, words: Lexicon) -> tuple[int, Bare] | None:
    """Read the digits at ``at`` of a folded text where nothing follows that could belong to their number.

    Returns where they end and what they say; ``None`` says only that the grammar must look.
    """
    found = before_a_word(text, at, words)
    if not found:
        return None
    end, followed, said = found
    if followed and not (text[end + 1].isalpha() and is_mute(text, end + 1, words)):
        return None
    return end, said


def before_a_word(text: str, at: int, words: Lexicon) -> tuple[int, bool, Bare] | None:
    """Read the digits at ``at`` as :func:`bare` does, but for the word behind them: it may still belong to them.

    Returns where they end, whether a word follows behind one space, and what they say.
    """
    found = _BARE.match(text, at)
    if not found:
        return None
    written, word = found.groups()
    listed = at > 1 and text[at - 1] == "," and text[at - 2].isdecimal()
    said = say_digits(written, listed, words.decimal)
    return (found.end(), word is not None, said) if said else None


@lru_cache(maxsize=4096)
def say_digits(written: str, listed: bool, decimal: str, factor: int = 1) -> Bare | None:
    """Return what digits say, times ``factor``, if all of them are one number.

    ``listed`` tells that digits and a comma stand right before them.
    """
    if len(written) >= _LONGEST:
        return None
    length, readings = read_run(written, listed, decimal)
    if not readings or length < len(written):
        return None
    if len(readings) > 1:
        readings = tuple(dict.fromkeys(readings[:2]))
    if factor > 1:
        readings = tuple([value * factor for value in readings])
    value = readings[0]
    whole = value.numerator if value.denominator == 1 else -1
    told = tuple(Reading(each, each) for each in readings)
    large, plain = value > _MOST_DAYS, written.isdecimal()
    return Bare(readings, told, readings[:1], whole, large, plain, _sort(written, whole, large, plain))


def _sort(written: str, whole: int, large: bool, plain: bool) -> int:
    """Return the sort of digits: what words beside them make of one, they make of all of its sort."""
    if plain and _OLDEST <= whole < _FIRST:
        return YEARS + 2
    if plain and len(written) == len("2026") and _FIRST <= whole < _END:
        return YEARS if whole >= _RECENT and whole % 100 else YEARS + 1
    return 2 * plain + large if _SPACES.isdisjoint(written) else _WITH_SPACES
