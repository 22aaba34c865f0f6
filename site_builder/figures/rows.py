"""The numbers of a text in rows: what neighbours make of each other is asked only within one."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.figures.ages import aged
from site_builder.figures.dates import goes_with
from site_builder.figures.piece import POINTS_IN_TIME, Piece, View
from site_builder.figures.quiet import AGED, BOUNDS, BOUNDS_AFTER, COUNTERS
from site_builder.figures.ranges import FAR
from site_builder.model.figure import Kind

_PARTS_OF_DATES = frozenset({Kind.YEAR, Kind.DATE})
BOUNDS_BEHIND = BOUNDS_AFTER | COUNTERS
"""Who may make a bound of a number before them."""


def rows(found: list[Piece], view: View) -> Iterator[tuple[list[Piece], bool]]:
    """Yield the numbers of a text in rows that have nothing to do with each other.

    Of a row of one number is told whether it is calm: no table speaks of it any more.
    """
    row: list[Piece] = []
    calm = False
    for piece in found:
        was_calm, calm = calm, piece.calm or is_calm(piece, view)
        if row and was_calm and calm and not _meet(row[-1], piece, view):
            yield row, len(row) == 1
            row = []
        row.append(piece)
    if row:
        yield row, calm and len(row) == 1


def is_calm(piece: Piece, view: View) -> bool:
    """Tell whether all is said of a number, but for what its neighbours make of it."""
    if not piece.settled or piece.kind in POINTS_IN_TIME:
        return piece.settled
    if view.behind(piece.end) & BOUNDS_BEHIND:
        return False
    before = view.before(piece.start)
    if before & BOUNDS and view.habits.bounds.before(view.folded, view.gap_before(piece.start)) is not None:
        return False
    return not (before & AGED or piece.kind is Kind.DURATION) or aged(piece, view) is piece


def _meet(last: Piece, piece: Piece, view: View) -> bool:
    """Tell whether two neighbours may make one quantity, or one date."""
    if last.kind in _PARTS_OF_DATES and goes_with(last, piece, view):
        return True
    if piece.start - last.end > FAR:
        return False
    between = view.folded[last.end : piece.start].strip()
    return between in view.habits.joints or between in view.habits.ands or (last.spelled and piece.spelled)
