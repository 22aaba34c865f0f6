"""What the words beside a number make of it: *about*, *more than*, *at least*, *or less*."""

from __future__ import annotations

import re

from site_builder.figures.piece import POINTS_IN_TIME, Piece, View
from site_builder.figures.quiet import BOUNDS, BOUNDS_AFTER, COUNTERS
from site_builder.model.figure import Bound, Reading

_SOME_MORE = re.compile("[余餘多幾几]")
LOWER = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
UPPER = frozenset({Bound.LESS_THAN, Bound.AT_MOST})


def with_bounds(pieces: list[Piece], view: View) -> list[Piece]:
    """Return the pieces with the bounds that the words before or after them give; words after weigh more.

    Words that lead on to the next number are its own: *1000 and below 1500*.
    """
    before = [_before(piece, view) for piece in pieces]
    limits = [found[1] if found else piece.start for found, piece in zip(before, pieces, strict=True)]
    limits.append(len(view.folded))
    return [_with_bound(piece, before[at], limits[at + 1], view) for at, piece in enumerate(pieces)]


def _before(piece: Piece, view: View) -> tuple[Bound, int] | None:
    if not view.before(piece.start) & BOUNDS:
        return None
    return view.habits.bounds.before(view.folded, view.gap_before(piece.start))


def _with_bound(piece: Piece, before: tuple[Bound, int] | None, limit: int, view: View) -> Piece:
    if piece.kind in POINTS_IN_TIME:
        return piece
    after = _after(piece, view)
    if after and after[1] > limit:
        after = None
    bound = _weightier(after[0] if after else None, before[0] if before else None) or _within(piece, view)
    if bound is None:
        return piece
    start, end = before[1] if before else piece.start, after[1] if after else piece.end
    return bounded(piece._replace(start=start, end=end), bound)


def bounded(piece: Piece, bound: Bound) -> Piece:
    """Return ``piece`` as ``bound``, its readings open at one end; a range keeps both ends."""
    readings = (
        piece.readings if piece.is_range else tuple(_open(reading, bound) for reading in piece.readings)
    )
    return piece._replace(bound=bound, readings=readings)


def _open(reading: Reading, bound: Bound) -> Reading:
    if bound in LOWER:
        return Reading(reading.low, None)
    return Reading(None, reading.high) if bound in UPPER else reading


def _within(piece: Piece, view: View) -> Bound | None:
    """Read the sign for *and some more* that Chinese sets inside a number: *二百三十余万*."""
    inside = piece.spelled and view.habits.unspaced and _SOME_MORE.search(view.folded, *piece.number)
    return Bound.MORE_THAN if inside else None


def _weightier(after: Bound | None, before: Bound | None) -> Bound | None:
    """*about 500 or more*: a direction says more than *about*."""
    sided = [bound for bound in (after, before) if bound in LOWER or bound in UPPER]
    return sided[0] if sided else after or before


def _after(piece: Piece, view: View) -> tuple[Bound, int] | None:
    if not view.behind(piece.end) & (BOUNDS_AFTER | COUNTERS):
        return None
    phrases = view.habits.bounds_after
    start = view.gap(piece.end)
    # *an 80-hour-plus workweek*
    starts = (piece.end, start, piece.end + view.folded.startswith("-", piece.end))
    if found := next(filter(None, (phrases.at(view.folded, at) for at in dict.fromkeys(starts))), None):
        return found
    counter = view.habits.counters.at(view.folded, start)
    return phrases.at(view.folded, view.gap(counter[1])) if counter else None
