"""What becomes of a number when a word with a value of its own follows."""

from __future__ import annotations

from fractions import Fraction

from site_builder.figures.roles import Atom
from site_builder.figures.state import Awaits, Last, State, summed
from site_builder.figures.words import Lexicon

_CLOSED = frozenset({Last.DIGITS, Last.PARTED, Last.SHARED, Last.ARTICLED})


def add(state: State, atom: Atom, words: Lexicon) -> State | None:
    """Return the number with ``atom`` added, or ``None`` where it has no room for it."""
    if state.last in _CLOSED:
        return None
    if not state.terms:
        return state.put(atom.value, atom.room)._replace(bare=not atom.bare) if atom.room else None
    if state.last is Last.LED:
        return state._replace(terms=()).put(atom.value + state.terms[0][0], atom.room)
    if state.last is Last.MIXED:
        return state.put(atom.value, atom.room, Awaits.DENOMINATOR)
    return _behind(state, atom, words)


def _behind(state: State, atom: Atom, words: Lexicon) -> State | None:
    value, room = state.terms[-1]
    if "count follows" in words.habits and state.last is Last.MULTIPLIED and value == room:
        return state._replace(terms=state.terms[:-1]).put(value * atom.value, room)
    if value == 0 and atom.value < 10 and len(state.terms) == 1 and not state.bare:
        return state._replace(terms=()).put(atom.value, 1)
    if atom.value == 0:
        return state._replace(last=Last.ZERO, before=state.terms) if room > 1 else None
    if atom.value < room:
        return state.put(atom.value, min(max(atom.room, 1), room), _awaited(state, atom))
    return _turn_round(state, atom) or _pair(state, atom, words) or _numerator(state, atom)


def _awaited(state: State, atom: Atom) -> Awaits:
    if atom.first and state.last not in (Last.LINKED, Last.ZERO):
        return Awaits.MULTIPLIER
    return Awaits.NOTHING if state.awaits is Awaits.UNIT else state.awaits


def _numerator(state: State, atom: Atom) -> State | None:
    """Take a number behind *and* that can only be the numerator of a fraction to come."""
    if state.last is not Last.LINKED or state.awaits is not Awaits.NOTHING:
        return None
    return state.put(atom.value, atom.room, Awaits.DENOMINATOR)


def _turn_round(state: State, atom: Atom) -> State | None:
    """Put tens behind units, as in *einundzwanzig*."""
    if state.last is not Last.TURNED or atom.value not in range(20, 100, 10):
        return None
    *rest, (units, _) = state.terms
    if units >= 10 or (rest and rest[-1][1] <= atom.value):
        return None
    return state._replace(terms=tuple(rest)).put(units + atom.value, 1)


def _pair(state: State, atom: Atom, words: Lexicon) -> State | None:
    """Read the halves of a year, *nineteen eighty-four*, and *one twenty-two*."""
    if "pairs" not in words.habits or state.last is not Last.ADDED or not 10 <= atom.value < 100:
        return None
    value = summed(state.terms)
    short = 1 <= value < 10 and atom.room == 10
    if not short and not 13 <= value < 100:
        return None
    awaits = Awaits.UNIT if short else Awaits.NOTHING
    return state._replace(terms=((value * 100, 100),)).put(Fraction(atom.value), atom.room, awaits)
