"""Numbers written with digits: every decimal digit of Unicode (category Nd), every separator convention.

Grouping by point, comma, apostrophe, space (also no-break, narrow and thin) or the Arabic thousands separator,
in threes or in the Indian way (``12,34,567``); decimals after point, comma, Arabic decimal separator or middle
dot. One point or comma before exactly three digits is ambiguous and gives both readings, the language's own
convention (CLDR, ``symbols/decimal``) first.

Not read: dates, addresses and versions (``192.168.1.2``, ``12.05.2018``), which give nothing at all; grouping in
fours; Roman numerals.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

_SPACES = " \u00a0\u2007\u2009\u202f"
_APOSTROPHES = "'’"
_RUN = re.compile(rf"\d+(?:[.,·٫٬{_APOSTROPHES}]\d+|[{_SPACES}]\d{{3}}(?!\d))*")
_PARTED = re.compile(r"(\d+)([.,])(\d+)")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}")
_LEADING = re.compile(r"\d+(?![.,]?\d)")
_LISTED = re.compile(r"(?<=\d,)")
_PIECE = re.compile(r"\d+|\D")
_TENS = re.compile(r"[ ]?[x×][ ]?10(?:\^([+\-−]?\d{1,9})|([⁺⁻]?[⁰¹²³⁴-⁹]{1,9}))")
_EXPONENT = re.compile(r"e([+\-−]?\d{1,9})(?!\w)")
_POWER = re.compile(r"\^([+\-−]{0,2}\d{1,9})|([⁺⁻]?[⁰¹²³⁴-⁹]{1,9})")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−", "0123456789+--")
_LARGEST_BASE = 100
_LONGEST = 100
"""Characters of a number in digits: longer runs are keys, hashes or noise."""
_LARGEST_EXPONENT = 64
"""No quantity in prose needs more, and the exact result stays small."""


class Digits(NamedTuple):
    """A number in digits: where it ends (code points of the text given) and how it may be read."""

    end: int
    readings: tuple[Fraction, ...]


def read_digits(text: str, start: int, decimal: str) -> Digits | None:
    """Read the digits that begin at ``start``; ``decimal`` is the language's decimal mark.

    ``text`` must have its full-width characters folded to ASCII. A separator may lead (``.77``). Returns
    ``None`` where no number begins; ``readings`` is empty where the digits are no number (``192.168.1.2``).
    """
    if text[start] in ".,٫":
        return _leading(text, start)
    run = _RUN.match(text, start)
    if not run:
        return None
    if len(run[0]) > _LONGEST:
        return Digits(run.end(), ())
    length, readings = read_run(run[0], bool(_LISTED.match(text, start)), decimal)
    return _raised(text, Digits(start + length, readings))


@lru_cache(maxsize=4096)
def read_run(run: str, listed: bool, decimal: str) -> tuple[int, tuple[Fraction, ...]]:
    """Return how many characters of a run of digits and separators make one number, and its readings."""
    if run.isdecimal():
        return len(run), (Fraction(int(run)),)
    if not listed and (parted := _PARTED.fullmatch(run)):
        head, mark, tail = parted.groups()
        if readings := _one_mark([head, tail], mark, decimal):
            return len(run), readings
    if not listed and _GROUPED.fullmatch(run):
        return len(run), (Fraction(int(run.replace(",", ""))),)
    pieces = _PIECE.findall(run)[: 1 if listed else None]
    count, readings = _longest(pieces, decimal)
    return sum(map(len, pieces[:count])), readings


def _leading(text: str, start: int) -> Digits | None:
    run = _LEADING.match(text, start + 1)
    if not run or len(run[0]) > _LONGEST:
        return None
    return _raised(text, Digits(run.end(), (_fraction("0", run[0]),)))


def _longest(pieces: list[str], decimal: str) -> tuple[int, tuple[Fraction, ...]]:
    """Return how many pieces make one number, and its readings: a list of numbers gives its first."""
    readings = _interpret(pieces[::2], pieces[1::2], decimal)
    if readings:
        return len(pieces), readings
    if any(mark in _SPACES for mark in pieces[1::2]):
        cut = max(at for at, mark in enumerate(pieces) if mark in _SPACES)
        return _longest(pieces[:cut], decimal)
    if set(pieces[1::2]) == {","}:
        return 1, (Fraction(int(pieces[0])),)
    return len(pieces), ()


def _interpret(groups: list[str], marks: list[str], decimal: str) -> tuple[Fraction, ...]:
    if not marks:
        return (Fraction(int(groups[0])),)
    if len(marks) == 1:
        return _one_mark(groups, marks[0], decimal)
    if len(set(marks)) == 1:
        return _whole(groups)
    if len(set(marks[:-1])) == 1 and marks[-1] in ".,٫·" and marks[-1] not in marks[:-1]:
        return tuple(_fraction(str(whole), groups[-1]) for whole in _whole(groups[:-1]))
    return ()


def _one_mark(groups: list[str], mark: str, decimal: str) -> tuple[Fraction, ...]:
    if mark in "٫·":
        return (_fraction(*groups),)
    if mark not in ".,":
        return _whole(groups)
    parted = (_fraction(*groups),)
    return parted + _whole(groups) if mark == decimal else _whole(groups) + parted


def _whole(groups: list[str]) -> tuple[Fraction, ...]:
    head, *rest = map(len, groups)
    by_threes = head <= 3 and all(size == 3 for size in rest)
    indian = head <= 2 and rest[-1] == 3 and all(size == 2 for size in rest[:-1])
    if not (by_threes or indian) or int(groups[0]) == 0:
        return ()
    return (Fraction(int("".join(groups))),)


def _fraction(whole: str, parts: str) -> Fraction:
    return Fraction(int(whole + parts), 10 ** len(parts))


def _raised(text: str, digits: Digits) -> Digits:
    """Take a power that follows: ``×10⁶``, ``e5``, ``^2``. A raised figure may also be a footnote: both ways."""
    after = text[digits.end : digits.end + 1]
    if not after or (after.isspace() and text[digits.end + 1 : digits.end + 2] not in {"x", "×"}):
        return digits
    if found := _TENS.match(text, digits.end) or _EXPONENT.match(text, digits.end):
        exponent = _exponent(found[1] or found[2])
        values = tuple(value * Fraction(10) ** exponent for value in digits.readings)
        return Digits(found.end(), values)
    if found := _POWER.match(text, digits.end):
        exponent = _exponent(found[1] or found[2])
        if found[2] and _is_note(digits, exponent):
            return digits
        values = tuple(value**exponent for value in digits.readings if value)
        return Digits(found.end(), values if found[1] else values + digits.readings)
    return digits


def _is_note(digits: Digits, exponent: int) -> bool:
    """Tell a raised figure that marks a footnote: a 1, or one behind a number that nobody raises."""
    return exponent in (0, 1) or any(value >= _LARGEST_BASE for value in digits.readings)


def _exponent(written: str) -> int:
    plain = written.translate(_RAISED)
    sign = -1 if plain.count("-") % 2 else 1
    return sign * min(int(plain.lstrip("+-")), _LARGEST_EXPONENT)
