"""What the words on both sides of a number make of it: found out once for each two of them, and then known.

Most numbers stand where others stood: *in 2019*, *by 12% of*, *for 600 people*. Kept is only what no word further off
could change; all else is read anew each time.
"""

from __future__ import annotations

from collections.abc import Callable

from site_builder.figures.bare import YEARS, Bare, before_a_word, say_digits
from site_builder.figures.numerals import Scan
from site_builder.figures.phrases import REACH, remember
from site_builder.figures.piece import Piece, View
from site_builder.figures.quiet import (
    AGED,
    BEFORE,
    BEHIND,
    BOUNDS,
    DATE_LINKS,
    MEASURES,
    MONTHS,
    MORE,
    TIMES,
    TIMES_BEFORE,
    YEAR_AFTER,
    YEAR_BEFORE,
    Made,
)
from site_builder.figures.rows import BOUNDS_BEHIND
from site_builder.figures.straight import RATES, begins, scaled, told, word_behind
from site_builder.figures.stretches import scale_at
from site_builder.figures.units import MEASURED, WHOLE
from site_builder.figures.years import year_at_once
from site_builder.model.figure import Bound, Kind
from site_builder.model.span import Span

_EXACT = Bound.EXACT
_IDLE_BESIDE_LARGE = MONTHS | DATE_LINKS | TIMES | TIMES_BEFORE | YEAR_AFTER | YEAR_BEFORE
"""Who has nothing to say of what is neither a day, an hour nor a year."""
_ASKED = BOUNDS | AGED
"""Whose phrases of several words end with everyday words: *up to*, *at the age of*."""
_UNSURE = Made(Kind.CODE, None, 0, 0, 0, 0, False)
"""What stands further off may have a say."""
_FURTHER = Made(Kind.CODE, None, 0, 0, 0, 0, False)
"""So may one word more behind the number, and that is known, too."""
_AT_THE_END = 16
"""Added to the sort of digits behind which nothing more stands than what is told."""
_new_piece: Callable[[type[Piece], tuple[object, ...]], Piece] = tuple.__new__
"""A piece of all its fields; a call of its class takes three times as long."""

Found = tuple[int, bool, Bare]
"""Digits: where they end, whether a word follows, and what they say."""


def at_once(view: View, scan: Scan, start: int) -> tuple[Piece, int] | None:
    """Return the number at ``start`` with all that is said of it, and where the number itself ends.

    ``None`` where it must be read step by step.
    """
    raw = view.raw
    if not raw[start].isdecimal() or (start and not begins(raw, start)):
        return None
    found = before_a_word(scan.text, start, scan.words)
    if not found:
        return scaled(view, scan, start)
    gap = start - 1
    if not view.plain or gap < 1 or raw[gap] != " ":
        return told(view, scan, start, found)
    end, _, said = found
    # as it was before all spaces became one sort: that makes a difference here and there
    text, sort, made = view.source, said.sort, view.quiet.made
    word = text[raw.rfind(" ", 0, gap) + 1 : gap]
    stop = raw.find(" ", end + 2)
    while (
        known := made.get(beside := (word, text[end:stop] if stop >= 0 else text[end:], sort))
    ) is _FURTHER:
        if stop < 0:
            known = made.get(beside := (word, text[end:], sort + _AT_THE_END))
            break
        stop = raw.find(" ", stop + 1)
    if known is None:
        return _found_out(view, scan, start, found, beside)
    if known is _UNSURE:
        return told(view, scan, start, found)
    calm = not (known.asks and _is_said_before(view, gap))
    if not calm and sort >= YEARS:
        return told(view, scan, start, found)
    return _as_known(view, scan, start, found, known, calm)


def _as_known(
    view: View, scan: Scan, start: int, found: Found, known: Made, calm: bool
) -> tuple[Piece, int] | None:
    """Return a number of which it is known what becomes of it; where it is not ``calm``, bounds are read later."""
    end, _, said = found
    kind, unit, before, behind, length, factor, _ = known
    plain = said.plain
    if factor:
        scaled = say_digits(scan.text[start:end], False, scan.words.decimal, factor)
        if not scaled:
            return None
        said, plain = scaled, False
    last = end + behind
    end += length
    number = Span(start, last if kind in WHOLE else end)
    spelled = factor > 0
    rest = (_EXACT, False, plain, spelled, spelled, False, False, False, True, calm)
    return _new_piece(Piece, (start - before, last, number, said.told, said.values, kind, unit, *rest)), end


def _is_said_before(view: View, gap: int) -> bool:
    """Tell whether words before a number, which end at ``gap``, make a bound or an age of it."""
    own = view.habits
    return own.bounds.before(view.folded, gap) is not None or own.aged.before(view.folded, gap) is not None


def _found_out(
    view: View, scan: Scan, start: int, found: Found, beside: tuple[str, str, int]
) -> tuple[Piece, int] | None:
    """Read a number between two words as if nobody knew of them, and keep what they make of every such number."""
    read = told(view, scan, start, found)
    word, behind, sort = beside
    plain = view.raw[found[0] : found[0] + len(behind)]
    if word and len(word) < REACH and len(behind) < REACH and not plain.endswith(" "):
        words = REACH if sort >= _AT_THE_END else plain.count(" ", 1) + 1
        made = _made(view, scan, start, found, read, words) if read else _UNSURE
        remember(view.quiet.made, beside, made)
    return read


def _made(view: View, scan: Scan, start: int, found: Found, read: tuple[Piece, int], words: int) -> Made:
    """Return what becomes of every number that stands as the one ``read`` does, with as many ``words`` behind it."""
    (piece, last), (end, followed, said) = read, found
    scale = scale_at(scan.text, scan.raw, end + 1, scan.words) if piece.scale else None
    factor = scale[0] if scale else 0
    if (
        not piece.settled
        or not said.values[0]
        or piece.values != tuple(v * (factor or 1) for v in said.values)
    ):
        return _UNSURE
    if followed and words < _needed(view, scan, end, last):
        return _FURTHER
    before = view.before(start)
    if not _is_decided(view, start, found, read, before):
        return _UNSURE
    own = start - piece.start, piece.end - end, last - end
    return Made(piece.kind, piece.unit, *own, factor, before & _ASKED > 0)


def _needed(view: View, scan: Scan, end: int, last: int) -> int:
    """Return how many words behind digits that end at ``end`` decide on their number, which ends at ``last``."""
    scaled = last > end
    word = None if scaled else word_behind(view, scan, end)
    needed = 1 if word and word.mute else 2
    if not view.behind(last) & MEASURES:
        return needed
    at = view.gap(last)
    longest = view.habits.measures.most_words(view.folded, view.raw, at)
    return max(needed, scaled + longest + 1)


def _is_decided(view: View, start: int, found: Found, read: tuple[Piece, int], before: int) -> bool:
    """Tell whether nothing further off can have a say."""
    (piece, last), (end, followed, said) = read, found
    own, large = view.habits, said.large or piece.scale
    idle = 0 if said.sort >= YEARS else _IDLE_BESIDE_LARGE if large else YEAR_BEFORE
    behind = view.behind(last) & BEHIND & ~idle
    if before & BEFORE & ~idle & ~_ASKED:
        return not behind and said.plain and year_at_once(start, end, said, view) is not None
    word = view.raw[: start - 1].rpartition(" ")[2]
    if said.sort >= YEARS and before & BOUNDS and own.bounds.before(view.folded, start - 1):
        return False
    if piece.scale and (
        own.units.may_end(word.lower()) or own.measures.most_words(view.folded, view.raw, end + 1) > 1
    ):
        return False
    if not behind:
        # a name is told by its capital letter, and by words before it
        return followed or not said.plain or word == word.lower()
    if behind & ~MEASURES or view.behind(piece.end) & BOUNDS_BEHIND:
        return False
    if not followed:
        return piece.kind is Kind.PERCENT and piece.end == end + 1
    if piece.kind in MEASURED and (view.behind(piece.end) & MORE or before & RATES):
        return False
    return piece.kind is not Kind.DURATION or not _may_be_an_age(view, piece.end)


def _may_be_an_age(view: View, end: int) -> bool:
    """Tell whether the word behind a span of time may make an age of it: *20 years old*, *20-year-old*."""
    at = view.gap(end)
    at += view.folded[at : at + 1] == "-"
    return view.habits.old.may_begin(view.folded[at : at + REACH].partition(" ")[0])
