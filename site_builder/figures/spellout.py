"""Composing a number from its words: one small grammar for every language, told apart only by their tables.

A word adds a smaller term, multiplies the terms smaller than itself, or turns what stands there into decimals or a
fraction. Where a word fits nowhere the number has ended, so *two three* is two numbers and *one hundred three* one.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from site_builder.figures.adding import add
from site_builder.figures.multiplying import SCALE, multiply
from site_builder.figures.roles import Atom, Role
from site_builder.figures.state import Awaits, Last, State, divide, summed
from site_builder.figures.words import Lexicon

_NUMBER = frozenset({Last.ADDED, Last.MULTIPLIED, Last.DIGITS})
_SMALLEST_TAIL = 100


def step(state: State, atom: Atom, words: Lexicon) -> State | None:
    """Return the number with one more word, or ``None`` where the word does not fit."""
    if state.last is Last.ENDED and atom.role is not Role.NTH:
        return None
    following = _STEPS[atom.role](state, atom, words) if atom.role in _STEPS else None
    return following._replace(length=state.length + 1, spelled=True) if following else None


def total(state: State, words: Lexicon) -> Fraction:
    """Return the value of a complete number."""
    *rest, (last, _) = state.terms
    if not rest:
        return last
    room = rest[-1][1]
    if state.last is Last.SHARED and room >= SCALE and last < 1:
        return summed(rest) + last * room
    if "tail counts tenths" in words.habits and _is_tail(state):
        return summed(rest) + last * room / 10
    return summed(state.terms)


def _is_tail(state: State) -> bool:
    """Tell whether the last word is a lone unit right behind a multiplier: 两千四百五 is 2450."""
    if len(state.terms) < 2 or state.last is not Last.ADDED or state.before:
        return False
    (_, room), (last, _) = state.terms[-2:]
    return last < 10 and room >= _SMALLEST_TAIL


def _nth(state: State, atom: Atom, words: Lexicon) -> State | None:
    added = add(state._replace(last=Last.ADDED) if state.last is Last.ENDED else state, atom, words)
    if not added or added.awaits is not Awaits.NOTHING:
        return None
    return added._replace(last=Last.ENDED, ordinal=True)


def _nth_times(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last is Last.ARTICLED:
        return None
    times = multiply(state, atom, words)
    return times._replace(last=Last.ENDED, ordinal=True) if times else None


def _part(state: State, atom: Atom, words: Lexicon) -> State | None:
    """Divide: *two thirds*; behind *and* only what stands behind it: *one hundred and two thirds*."""
    half_of_one = state.last is Last.LINKED and bool(state.terms) and atom.value == 2
    if state.last is Last.ARTICLED or half_of_one:
        return _shared(state, 1 / atom.value)
    divided = divide(state, atom.value) if state.last in _NUMBER else None
    return divided if divided and (atom.bare or divided.terms[-1][0] == 1 / atom.value) else None


def _share(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last is not Last.LINKED and (state.terms or state.last is not Last.ARTICLED):
        return None
    return _shared(state, atom.value)._replace(bare=not atom.bare and not state.terms)


def _shared(state: State, share: Fraction) -> State:
    return state.put(share, 1)._replace(last=Last.SHARED, fraction=True)


def _half(state: State, atom: Atom, words: Lexicon) -> State | None:
    if not state.terms or state.last not in {*_NUMBER, Last.PARTED}:
        return None
    room = state.terms[-1][1]
    scaled = state.last is Last.MULTIPLIED and (room >= SCALE or "half of any unit" in words.habits)
    return state.put(Fraction(room if scaled else 1, 2), 1)._replace(last=Last.PARTED, fraction=True)


def _link(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last not in {*_NUMBER, Last.ZERO}:
        return None
    return state._replace(last=Last.LINKED, before=state.terms)


def _mixed(state: State, atom: Atom, words: Lexicon) -> State | None:
    return state._replace(last=Last.MIXED, before=state.terms) if state.last in _NUMBER else None


def _turn(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last not in (Last.ADDED, Last.DIGITS) or state.terms[-1][0] >= 10:
        return None
    return state._replace(last=Last.TURNED)


def _article(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last is Last.SHARED and len(state.terms) == 1:
        return state
    return None if state.last is not Last.LINKED else state._replace(last=Last.ARTICLED)


def _head(state: State, atom: Atom, words: Lexicon) -> State | None:
    added = add(state, atom, words)
    return added._replace(last=Last.HEADED) if added else None


def _ahead(state: State, atom: Atom, words: Lexicon) -> State | None:
    return None if state.length else state.put(atom.value, 1)._replace(last=Last.LED, fraction=True)


def _rank(state: State, atom: Atom, words: Lexicon) -> State | None:
    return None if state.length else state._replace(ordinal=True)


_STEPS: dict[Role, Callable[[State, Atom, Lexicon], State | None]] = {
    Role.ADD: add,
    Role.TIMES: multiply,
    Role.NTH: _nth,
    Role.NTH_TIMES: _nth_times,
    Role.PART: _part,
    Role.SHARE: _share,
    Role.HALF: _half,
    Role.LINK: _link,
    Role.MIXED: _mixed,
    Role.TURN: _turn,
    Role.ARTICLE: _article,
    Role.HEAD: _head,
    Role.AHEAD: _ahead,
    Role.RANK: _rank,
}
"""Points, signs and fractions said in two numbers are for the reader: they take whole numbers."""
