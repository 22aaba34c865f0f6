"""Short Chinese numerals that are numbers by what stands beside them: *百分之五*, *九折*, *七成六*, *一到五个*.

A single ``五`` or ``百`` in running text is mostly part of a word, so the numerals leave it alone; here a word for
percent or a range tells that it is a number.
"""

from __future__ import annotations

import re

from site_builder.figures.piece import Piece, View, piece_of
from site_builder.figures.units import unit_at
from site_builder.model.figure import Kind

_RUN = re.compile("[〇零一二三四五六七八九十百千两兩半]+")
_TENTHS = "割成折"


def with_lone(found: list[Piece], view: View) -> list[Piece]:
    """Return the numbers found and those between them that only their neighbours make numbers."""
    if not view.habits.unspaced:
        return found
    taken = {at for piece in found for at in range(piece.start, piece.end)}
    more = [piece for run in _RUN.finditer(view.folded) if (piece := _lone(*run.span(), taken, view))]
    return sorted([*found, *more], key=lambda piece: piece.start) if more else found


def _lone(start: int, end: int, taken: set[int], view: View) -> Piece | None:
    if start in taken or not _is_told(start, end, taken, view):
        return None
    numerals = view.numerals(start, end)
    whole = len(numerals) == 1 and numerals[0].span == (start, end)
    return piece_of(numerals[0], view) if whole else None


def _is_told(start: int, end: int, taken: set[int], view: View) -> bool:
    """Tell whether a sign of percent stands before or behind, or a joint that leads to another number."""
    sign = view.habits.before.before(view.folded, start) if start else None
    if (sign and sign[0].kind is Kind.PERCENT) or view.folded[start - 1 : start] in {*_TENTHS}:
        return True
    unit = unit_at(view, end)
    if unit and unit[0].kind is Kind.PERCENT:
        return True
    return any(
        view.folded.startswith(joint, end) and end + len(joint) in taken for joint in view.habits.joints
    )
