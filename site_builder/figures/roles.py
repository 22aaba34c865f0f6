"""What a word can do in a number, and how the tables say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple

Table = Mapping[str, Any]


class Role(Enum):
    """What a word does to the number so far."""

    __hash__ = object.__hash__  # that of enumerations is slow

    ADD = "add"
    TIMES = "times"
    HEAD = "head"
    """A spelling of a number that only stands in front of what is added to it."""
    AHEAD = "ahead"
    """A fraction said before the number that it is added to: *sāṛhe*, *savā*."""
    NTH = "nth"
    NTH_TIMES = "nth times"
    PART = "part"
    """A denominator: *thirds*, *Drittel*."""
    SHARE = "share"
    """A fraction without a numerator: *half*, *setengah*."""
    HALF = "half"
    """Half of the unit before: *and a half*, *rưỡi*."""
    OUT_OF = "out of"
    """Denominator first: *分之*, *phần*'s mirror image."""
    OVER = "over"
    """Numerator first: *phần*, *bata*."""
    LINK = "link"
    MIXED = "mixed"
    """A link that only a fraction can follow: 又, と."""
    TURN = "turn"
    """A link after which the tens follow the units: *und* in *einundzwanzig*."""
    POINT = "point"
    MINUS = "minus"
    ARTICLE = "article"
    RANK = "rank"
    """What makes an ordinal of the number behind it: *thứ*, *ke-*, 第."""


class Atom(NamedTuple):
    """One role of a word.

    ``room`` is what may still be added behind it: only smaller numbers (*twenty* has room for 9, *hundred* for
    99). ``bare`` tells that a multiplier stands for itself with no number before it (*mille*, not *million*).
    ``first`` tells that a unit stands directly behind tens or hundreds only where a multiplier follows it: 1,500 is
    *một nghìn năm trăm*, but *mười năm* is ten years.
    """

    role: Role
    value: Fraction
    room: int = 1
    bare: bool = True
    first: bool = False


_VALUED = {"nth times": Role.NTH_TIMES, "share": Role.SHARE, "ahead": Role.AHEAD}
_ROOMY = {"add": Role.ADD, "head": Role.HEAD}
_LISTED = (
    Role.HALF,
    Role.OUT_OF,
    Role.OVER,
    Role.LINK,
    Role.MIXED,
    Role.TURN,
    Role.POINT,
    Role.MINUS,
    Role.ARTICLE,
)


def entries(table: Table) -> Iterator[tuple[str, Atom]]:
    """Yield each word of a table with one of its roles.

    Under ``add``, ``head`` and ``first`` stand words with their value and room; under ``times`` with their value
    and whether they stand alone; under ``part`` with their value and whether any numerator may stand before them.
    ``vague`` words (*a few*) and ``half words`` (*medio*) are numbers only in company; ``over words`` part only
    words, not digits.
    """
    for name, role in _ROOMY.items():
        for word, (value, room) in table.get(name, {}).items():
            yield word, Atom(role, Fraction(value), room)
    for word, (value, bare) in table.get("times", {}).items():
        yield word, Atom(Role.TIMES, Fraction(value), value, bool(bare))
    for name, role in _VALUED.items():
        for word, value in table.get(name, {}).items():
            yield word, Atom(role, Fraction(value))
    for role in _LISTED:
        for word in table.get(role.value, ()):
            yield word, Atom(role, Fraction(1))
    yield from _special(table)


def _special(table: Table) -> Iterator[tuple[str, Atom]]:
    for word, (value, room) in table.get("first", {}).items():
        yield word, Atom(Role.ADD, Fraction(value), room, first=True)
    for word, value in table.get("vague", {}).items():
        yield word, Atom(Role.ADD, Fraction(value), bare=False)
    for word, value in table.get("nth", {}).items():
        yield word, Atom(Role.NTH, Fraction(value), 10 if value in range(20, 100, 10) else 1)
    for word, (value, any_number) in table.get("part", {}).items():
        yield word, Atom(Role.PART, Fraction(value), bare=bool(any_number))
    yield from _without_value(table)


def _without_value(table: Table) -> Iterator[tuple[str, Atom]]:
    for word, value in table.get("half words", {}).items():
        yield word, Atom(Role.SHARE, Fraction(value), bare=False)
    for word in table.get("over words", ()):
        yield word, Atom(Role.OVER, Fraction(1), bare=False)
    for word in table.get("rank", ()):
        yield word.strip(" -"), Atom(Role.RANK, Fraction(1), bare=word.endswith(" "))
