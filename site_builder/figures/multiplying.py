"""What becomes of a number when a multiplier follows."""

from __future__ import annotations

from fractions import Fraction

from site_builder.figures.roles import Atom
from site_builder.figures.state import Awaits, Last, State, summed
from site_builder.figures.words import Lexicon

SCALE = 1000
"""From here on, *and a half* behind a scale word means half of that scale: *three million and a half*."""
_PAIR = 2
"""*A couple of*, *ein paar* are not two but some."""
_AFTER_NUMBER = frozenset({Last.MULTIPLIED, Last.LINKED, Last.ADDED, Last.ZERO})


def multiply(state: State, atom: Atom, words: Lexicon) -> State | None:
    """Return the number with its smaller terms multiplied, or ``None`` where that makes no number."""
    factor = int(atom.value)
    if state.last is Last.LED:
        return _multiplied(state, 0, (state.terms[0][0] + 1) * factor, factor)
    if state.last is Last.ZERO and not atom.bare:
        return state._replace(last=Last.ADDED)
    if not state.terms:
        alone = not atom.bare and state.last is not Last.ARTICLED
        return _multiplied(state, 0, atom.value, factor)._replace(bare=alone or factor == _PAIR)
    kept = len(state.terms) - _group(state, factor)
    value = summed(state.terms[kept:]) * factor
    if kept == len(state.terms):
        return _alone(state, atom, factor)
    if kept and value >= state.terms[kept - 1][1] and state.awaits is not Awaits.DENOMINATOR:
        return None
    following = _multiplied(state, kept, value, factor)
    if state.awaits is Awaits.DENOMINATOR:
        return following._replace(awaits=Awaits.DENOMINATOR)
    return following._replace(before=(), bare=factor == _PAIR and (state.bare or value == _PAIR))


def _multiplied(state: State, kept: int, value: Fraction, factor: int) -> State:
    """Return the number with all terms from ``kept`` on replaced by ``value``."""
    shorter = state._replace(terms=state.terms[:kept], scales=state.scales + 1)
    return shorter.put(value, factor)._replace(last=Last.MULTIPLIED)


def _group(state: State, factor: int) -> int:
    """Count the last terms that a multiplier takes: all that are smaller than itself."""
    if len(state.terms) == 1 and (state.last in (Last.DIGITS, Last.PARTED) or _is_collective(factor)):
        return 1
    count = 0
    while count < len(state.terms) and state.terms[-1 - count][0] < factor:
        count += 1
    return count


def _is_collective(factor: int) -> bool:
    """Tell *dozen*, *pair*, *score* from the powers of ten, which take only smaller numbers."""
    return str(factor).strip("0") != "1"


def _alone(state: State, atom: Atom, factor: int) -> State | None:
    """Add a multiplier with no count of its own (*bin yüz*), or multiply once more (*lakh crore*)."""
    value, room = state.terms[-1]
    if state.last not in _AFTER_NUMBER:
        return None
    if atom.bare and factor < room:
        return _multiplied(state, len(state.terms), atom.value, factor)
    if state.last is not Last.MULTIPLIED or factor < SCALE:
        return None
    return _multiplied(state, len(state.terms) - 1, value * factor, factor)
