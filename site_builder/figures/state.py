"""A number while it is being read, as a stack of terms.

The terms stand largest first, each with the room that is left behind it: *two hundred* has room for 99 more.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

Term = tuple[Fraction, int]


class Last(Enum):
    """What came last, which decides what may follow."""

    __hash__ = object.__hash__  # that of enumerations is slow

    ADDED = "added"
    MULTIPLIED = "multiplied"
    DIGITS = "digits"
    LINKED = "linked"
    TURNED = "turned"
    PARTED = "parted"
    """Decimals, or a fraction right behind digits: only a multiplier may follow."""
    SHARED = "shared"
    ENDED = "ended"
    ARTICLED = "articled"
    ZERO = "zero"
    MIXED = "mixed"
    HEADED = "headed"
    LED = "led"


class Awaits(Enum):
    """What must still come before the number makes sense."""

    NOTHING = "nothing"
    DENOMINATOR = "denominator"
    """*five and two … thirds*"""
    MULTIPLIER = "multiplier"
    """*4 thousand 3 … hundred*"""
    UNIT = "unit"
    """*one twenty … two*"""


_OPEN = frozenset({Last.LINKED, Last.TURNED, Last.ARTICLED, Last.MIXED, Last.HEADED, Last.LED, Last.ZERO})
_WHOLE = frozenset({Last.ADDED, Last.MULTIPLIED, Last.DIGITS, Last.ZERO})


class State(NamedTuple):
    """A number so far.

    ``before`` holds the terms ahead of the last link; ``scales`` counts multipliers; ``length`` counts words and runs
    of digits; ``bare`` tells that it is vague, or began with a multiplier that needs a number before it.
    """

    terms: tuple[Term, ...] = ()
    last: Last = Last.LINKED
    before: tuple[Term, ...] = ()
    awaits: Awaits = Awaits.NOTHING
    ordinal: bool = False
    fraction: bool = False
    scales: int = 0
    bare: bool = False
    spelled: bool = False
    length: int = 0

    @property
    def complete(self) -> bool:
        """Tell whether a number may end here."""
        return bool(self.terms) and self.awaits is Awaits.NOTHING and self.last not in _OPEN

    def put(self, value: Fraction, room: int, awaits: Awaits = Awaits.NOTHING) -> State:
        """Return the number with one more term."""
        return self._replace(terms=(*self.terms, (value, room)), last=Last.ADDED, awaits=awaits)


EMPTY = State()


def summed(terms: Iterable[Term]) -> Fraction:
    """Return the sum of terms."""
    return sum((value for value, _ in terms), Fraction(0))


def add_digits(state: State, value: Fraction, joined: bool = False) -> State | None:
    """Return the number with ``value`` in digits behind it.

    ``joined`` tells that digits may end a number in this script: 3万2200.
    """
    awaits = Awaits.NOTHING
    if state.last is Last.LED:
        value, state = value + state.terms[0][0], state._replace(terms=())
    elif state.last is Last.MIXED:
        awaits = Awaits.DENOMINATOR
    elif state.terms:
        if state.last not in (Last.LINKED, Last.MULTIPLIED, Last.ZERO) or value >= state.terms[-1][1]:
            return None
        awaits = Awaits.NOTHING if joined or _may_end(state, value) else Awaits.MULTIPLIER
    elif state.last is not Last.LINKED:
        return None
    return state.put(value, 1, awaits)._replace(last=Last.DIGITS, length=state.length + 1)


def _may_end(state: State, value: Fraction) -> bool:
    """Tell whether digits may end a number begun with words: *4 thousand 3 hundred 21*, *3 hundred and 21*."""
    if value.denominator != 1:
        return False
    return state.scales > 1 or (state.last is Last.LINKED and state.terms[-1][1] == 100 and value >= 1)


def add_decimals(state: State, digits: str) -> State | None:
    """Return the number with ``digits`` behind its decimal mark."""
    begins = not state.terms and state.last is Last.LINKED
    if not (begins or state.last in _WHOLE) or state.fraction:
        return None
    added = _raise_last(state, Fraction(int(digits), 10 ** len(digits)))
    return added._replace(bare=False, spelled=True)


def add_share(state: State, share: Fraction) -> State:
    """Return the number with a fraction such as ½ or 4/5 right behind it."""
    return _raise_last(state, share)._replace(fraction=True)


def _raise_last(state: State, by: Fraction) -> State:
    *rest, (value, _) = state.terms or ((Fraction(0), 1),)
    return state._replace(terms=(*rest, (value + by, 1)), last=Last.PARTED, length=state.length + 1)


def divide(state: State, by: Fraction, inverted: bool = False) -> State | None:
    """Return the number with what stands behind its last link divided by ``by``, or ``by`` divided by that."""
    before = state.before if len(state.before) < len(state.terms) else ()
    over = summed(state.terms[len(before) :])
    if not (over if inverted else by):
        return None
    share = by / over if inverted else over / by
    return state._replace(
        terms=(*before, (share, 1)),
        last=Last.SHARED,
        awaits=Awaits.NOTHING,
        fraction=True,
        length=state.length + 1,
    )
