"""Composing a number from its words: one small grammar for every language, told apart only by their tables.

A number so far is a stack of terms, largest first, each with the room that is left behind it. A word adds a
smaller term, multiplies the terms smaller than itself, or turns what stands there into decimals or a fraction.
Where a word fits nowhere the number has ended, so *two three* is two numbers and *one hundred three* is one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from site_builder.figures.words import Atom, Lexicon, Role

Term = tuple[Fraction, int]
_PAIR = 2
"""*A couple of*, *ein paar* are not two but some."""
_SCALE = 1000
"""From here on, *and a half* behind a scale word means half of that scale: *three million and a half*."""




ADDED, MULTIPLIED, DIGITS, LINKED, TURNED, PARTED, SHARED, ENDED, ARTICLED, ZERO, MIXED, HEADED, LED = range(13)


NOTHING, DENOMINATOR, MULTIPLIER, UNIT = range(4)
"""What a number may be waiting for."""
_OPEN = frozenset({LINKED, TURNED, ARTICLED, MIXED, HEADED, LED, ZERO})
"""What cannot come last."""


class State(NamedTuple):
    """A number so far.

    ``before`` holds the terms ahead of the last link, ``pending`` says what must still come (a denominator: *five and
    two … thirds*; a multiplier: *4 thousand 3 … hundred*; a unit: *one twenty … two*), ``scales`` counts multipliers, ``bare`` tells that it began with one that
    needs a number before it, ``article`` that it began with an article, ``count`` counts words and digit runs.
    """

    terms: tuple[Term, ...] = ()
    last: int = LINKED
    before: tuple[Term, ...] = ()
    pending: int = 0
    ordinal: bool = False
    fraction: bool = False
    scales: int = 0
    bare: bool = False
    article: bool = False
    spelled: bool = False
    count: int = 0

    @property
    def complete(self) -> bool:
        """Tell whether a number may end here."""
        return bool(self.terms) and not self.pending and self.last not in _OPEN


EMPTY = State()


def step(state: State, atom: Atom, words: Lexicon) -> State | None:
    """Return the number with one more word, or ``None`` where the word does not fit."""
    if state.last == ENDED and atom.role is not Role.NTH:
        return None
    following = _STEPS[atom.role](state, atom, words)
    return following._replace(count=state.count + 1, spelled=True) if following else None


def add_digits(state: State, value: Fraction, joined: bool = False) -> State | None:
    """Return the number with ``value`` in digits behind it.

    ``joined`` tells that digits may end a number in this script: 3万2200.
    """
    if state.last == MIXED:
        return state._replace(terms=(*state.terms, (value, 1)), last=DIGITS, pending=DENOMINATOR, count=state.count + 1)
    if state.last == LED:
        return state._replace(terms=((value + state.terms[0][0], 1),), last=DIGITS, count=state.count + 1)
    fits = state.last in (LINKED, MULTIPLIED, ZERO) and bool(state.terms) and value < state.terms[-1][1]
    if not (fits or not state.terms and state.last == LINKED):
        return None
    awaits = bool(state.terms) and not (joined or _ends_in_digits(state, value))
    return state._replace(terms=(*state.terms, (value, 1)), last=DIGITS, pending=MULTIPLIER if awaits else NOTHING, count=state.count + 1)


def _ends_in_digits(state: State, value: Fraction) -> bool:
    """Tell whether digits may end a number begun with words: *4 thousand 3 hundred 21*, *3 hundred and 21*."""
    if value.denominator != 1:
        return False
    return state.scales > 1 or state.last == LINKED and state.terms[-1][1] == 100 and value >= 1


def add_decimals(state: State, digits: str) -> State | None:
    """Return the number with ``digits`` behind its decimal mark."""
    if state.last not in (ADDED, MULTIPLIED, DIGITS, ZERO, LINKED) or state.fraction:
        return None
    if state.last == LINKED and state.terms:
        return None
    part = Fraction(int(digits), 10 ** len(digits))
    *rest, (value, _) = state.terms or ((Fraction(0), 1),)
    return state._replace(
        terms=(*rest, (value + part, 1)), last=PARTED, bare=False, count=state.count + 1, spelled=True
    )


def add_share(state: State, share: Fraction) -> State:
    """Return the number with a fraction such as ½ or 4/5 right behind it."""
    *rest, (value, _) = state.terms or ((Fraction(0), 1),)
    terms = (*rest, (value + share, 1))
    return state._replace(terms=terms, last=PARTED, fraction=True, count=state.count + 1)


def divide(state: State, by: Fraction, inverted: bool = False) -> State | None:
    """Return the number with what stands behind its last link divided by ``by``, or ``by`` divided by that."""
    before = state.before if state.before and len(state.before) < len(state.terms) else ()
    over = sum((value for value, _ in state.terms[len(before) :]), Fraction(0))
    if not (over if inverted else by):
        return None
    share = by / over if inverted else over / by
    terms = (*before, (share, 1))
    return state._replace(terms=terms, last=SHARED, fraction=True, pending=NOTHING, count=state.count + 1)


def total(state: State, words: Lexicon) -> Fraction:
    """Return the value of a complete number."""
    terms = state.terms
    if len(terms) > 1 and state.last == SHARED and terms[-2][1] >= _SCALE and terms[-1][0] < 1:
        return sum((value for value, _ in terms[:-1]), Fraction(0)) + terms[-1][0] * terms[-2][1]
    if "tail counts tenths" in words.habits and _is_tail(state):
        return sum((value for value, _ in terms[:-1]), Fraction(0)) + terms[-1][0] * terms[-2][1] / 10
    return sum((value for value, _ in terms), Fraction(0))


def _is_tail(state: State) -> bool:
    """Tell whether the last word is a lone unit right behind a multiplier: 两千四百五 is 2450."""
    terms = state.terms
    return len(terms) > 1 and state.last == ADDED and terms[-1][0] < 10 and terms[-2][1] >= 100 and not state.before


def _add(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last == ARTICLED:
        return None
    if not state.terms:
        if not atom.room:
            return None
        vague = not atom.bare
        return state._replace(terms=(*state.terms, (atom.value, atom.room)), last=ADDED, bare=vague)
    if state.last in (DIGITS, PARTED, SHARED):
        return None
    if state.last == LED:
        return state._replace(terms=((atom.value + state.terms[0][0], atom.room),), last=ADDED)
    if state.last == MIXED:
        return state._replace(terms=(*state.terms, (atom.value, atom.room)), last=ADDED, pending=DENOMINATOR)
    value, room = state.terms[-1]
    if "count follows" in words.habits and state.last == MULTIPLIED and value == room:
        return state._replace(terms=(*state.terms[:-1], (value * atom.value, room)), last=ADDED)
    if value == 0 and atom.value < 10 and len(state.terms) == 1 and not state.bare:
        return state._replace(terms=((atom.value, 1),), last=ADDED)
    if atom.value == 0:
        return state._replace(last=ZERO, before=state.terms) if room > 1 else None
    if atom.value < room:
        left = min(max(atom.room, 1), room)
        awaited = NOTHING if state.pending == UNIT else state.pending
        pending = MULTIPLIER if atom.first and state.last not in (LINKED, ZERO) else awaited
        return state._replace(terms=(*state.terms, (atom.value, left)), last=ADDED, pending=pending)
    return _turn_round(state, atom) or _pair(state, atom, words) or _await_part(state, atom)


def _await_part(state: State, atom: Atom) -> State | None:
    """Take a number behind *and* that can only be the numerator of a fraction to come."""
    if state.last != LINKED or state.pending:
        return None
    return state._replace(terms=(*state.terms, (atom.value, atom.room)), last=ADDED, pending=DENOMINATOR)


def _turn_round(state: State, atom: Atom) -> State | None:
    """Put tens behind units, as in *einundzwanzig*."""
    if state.last != TURNED or not 20 <= atom.value < 100 or atom.value % 10:
        return None
    *rest, (units, _) = state.terms
    if units >= 10 or rest and rest[-1][1] <= atom.value:
        return None
    return state._replace(terms=(*rest, (units + atom.value, 1)), last=ADDED)


def _pair(state: State, atom: Atom, words: Lexicon) -> State | None:
    """Read a year's halves, as in *nineteen eighty-four*."""
    if "pairs" not in words.habits or len(state.terms) > 2 or state.last != ADDED or not 10 <= atom.value < 100:
        return None
    value = sum(value for value, _ in state.terms)
    if not (1 <= value < 10 and atom.room == 10 or 13 <= value < 100):
        return None
    terms = ((value * 100, 100), (atom.value, atom.room))
    return state._replace(terms=terms, last=ADDED, pending=UNIT if value < 10 else NOTHING)


def _times(state: State, atom: Atom, words: Lexicon) -> State | None:
    factor = atom.room
    if state.last == LED:
        value = (state.terms[0][0] + 1) * factor
        return state._replace(terms=((value, factor),), last=MULTIPLIED, scales=1)
    if state.last == ZERO and not atom.bare:
        return state._replace(last=ADDED)
    if not state.terms or state.last == ARTICLED:
        bare = not atom.bare and state.last != ARTICLED or factor == _PAIR
        return state._replace(terms=((atom.value, factor),), last=MULTIPLIED, scales=1, bare=bare)
    group = _group(state, factor)
    rest, sum_ = state.terms[: len(state.terms) - group], sum((v for v, _ in state.terms[-group:]), Fraction(0))
    if not group:
        return _times_bare(state, atom)
    if state.pending == DENOMINATOR:
        return state._replace(terms=(*rest, (sum_ * factor, factor)), last=MULTIPLIED)
    if rest and sum_ * factor >= rest[-1][1]:
        return None
    terms = (*rest, (sum_ * factor, factor))
    return state._replace(terms=terms, last=MULTIPLIED, scales=state.scales + 1, before=(), pending=NOTHING, bare=state.bare and factor == _PAIR)


def _group(state: State, factor: int) -> int:
    """Count the last terms that a multiplier takes: all that are smaller than itself."""
    if len(state.terms) == 1 and (state.last in (DIGITS, PARTED) or _is_collective(factor)):
        return 1
    count = 0
    while count < len(state.terms) and state.terms[-1 - count][0] < factor:
        count += 1
    return count


def _is_collective(factor: int) -> bool:
    """Tell *dozen*, *pair*, *score* from the powers of ten, which take only smaller numbers."""
    return str(factor).strip("0") != "1"


def _times_bare(state: State, atom: Atom) -> State | None:
    value, room = state.terms[-1]
    if state.last not in (MULTIPLIED, LINKED, ADDED, ZERO):
        return None
    if atom.bare and atom.room < room:
        return state._replace(terms=(*state.terms, (atom.value, atom.room)), last=MULTIPLIED, scales=state.scales + 1)
    if state.last != MULTIPLIED:
        return None
    return state._replace(terms=(*state.terms[:-1], (value * atom.room, atom.room)), scales=state.scales + 1)


def _nth(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last == ARTICLED:
        return None
    added = _add(state._replace(last=ADDED) if state.last == ENDED else state, atom, words)
    return added and not added.pending and added._replace(last=ENDED, ordinal=True) or None


def _nth_times(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last == ARTICLED:
        return None
    times = _times(state, Atom(Role.TIMES, atom.value, int(atom.value)), words)
    return times._replace(last=ENDED, ordinal=True) if times else None


def _part(state: State, atom: Atom, words: Lexicon) -> State | None:
    """Divide: *two thirds*; behind *and* only what stands behind it: *one hundred and two thirds*."""
    if state.last == ARTICLED or state.last == LINKED and state.terms and atom.value == 2:
        share = (1 / atom.value, 1)
        return state._replace(terms=(*state.terms, share), last=SHARED, fraction=True, article=False)
    if state.last not in (ADDED, MULTIPLIED, DIGITS):
        return None
    divided = divide(state, atom.value)
    return divided if divided and (atom.bare or divided.terms[-1][0] == 1 / atom.value) else None


def _share(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last not in (LINKED, ARTICLED) or state.terms and state.last != LINKED:
        return None
    vague = not atom.bare and not state.terms
    return state._replace(terms=(*state.terms, (atom.value, 1)), last=SHARED, fraction=True, bare=vague)


def _half(state: State, atom: Atom, words: Lexicon) -> State | None:
    if not state.terms or state.last not in (ADDED, MULTIPLIED, DIGITS, PARTED):
        return None
    room = state.terms[-1][1]
    scaled = state.last == MULTIPLIED and (room >= _SCALE or "half of any unit" in words.habits)
    half = Fraction(room if scaled else 1, 2)
    return state._replace(terms=(*state.terms, (half, 1)), last=PARTED, fraction=True)


def _link(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last not in (ADDED, MULTIPLIED, DIGITS, ZERO):
        return None
    return state._replace(last=LINKED, before=state.terms)


def _mixed(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last not in (ADDED, MULTIPLIED, DIGITS):
        return None
    return state._replace(last=MIXED, before=state.terms)


def _turn(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last not in (ADDED, DIGITS) or state.terms[-1][0] >= 10:
        return None
    return state._replace(last=TURNED)


def _article(state: State, atom: Atom, words: Lexicon) -> State | None:
    if state.last == SHARED and len(state.terms) == 1:
        return state
    if state.terms and state.last != LINKED:
        return None
    return state._replace(last=ARTICLED, article=not state.terms)


def _head(state: State, atom: Atom, words: Lexicon) -> State | None:
    added = _add(state, atom, words)
    return added._replace(last=HEADED) if added else None


def _ahead(state: State, atom: Atom, words: Lexicon) -> State | None:
    return None if state.count else state._replace(terms=((atom.value, 1),), last=LED, fraction=True)


def _rank(state: State, atom: Atom, words: Lexicon) -> State | None:
    return None if state.count else state._replace(ordinal=True)


def _nothing(state: State, atom: Atom, words: Lexicon) -> State | None:
    return None


_STEPS = {
    Role.ADD: _add,
    Role.TIMES: _times,
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
    Role.OUT_OF: _nothing,
    Role.OVER: _nothing,
    Role.POINT: _nothing,
    Role.MINUS: _nothing,
}
"""Points, signs and fractions said in two numbers are for the reader: they take whole numbers."""
