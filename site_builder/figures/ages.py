"""Ages: a duration that the words beside it make the age of somebody or something."""

from __future__ import annotations

from site_builder.figures.phrases import is_edge
from site_builder.figures.piece import Piece, View
from site_builder.figures.quiet import AGED
from site_builder.model.figure import Kind

_AGES = {"year", "month", "week", "day"}
_LIFETIME = 130
"""A number after *aged* is an age in years up to here."""


def aged(piece: Piece, view: View) -> Piece:
    """Return ``piece`` as an age where *old* follows its unit or *aged* stands before it."""
    if piece.kind is Kind.DURATION:
        end = view.gap(piece.end)
        end += view.folded[end : end + 1] == "-"
        if old := view.habits.old.at(view.folded, end):
            return piece._replace(kind=Kind.AGE, end=old[1])
    if not view.before(piece.start) & AGED:
        return piece
    before = view.habits.aged.before(view.folded, view.gap_before(piece.start))
    if not before or not is_edge(view.folded, before[1]):
        return piece
    if piece.kind is Kind.DURATION and piece.unit in _AGES:
        return piece._replace(kind=Kind.AGE, start=before[1])
    if piece.kind is Kind.NUMBER and 0 < piece.values[-1] <= _LIFETIME:
        return piece._replace(kind=Kind.AGE, unit="year", start=before[1])
    return piece
