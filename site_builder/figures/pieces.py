"""The numbers of a text, one after another: those that are read at once, and those that are read step by step."""

from __future__ import annotations

from site_builder.figures.dates import in_the_east
from site_builder.figures.known import at_once
from site_builder.figures.numerals import Scan, scan_of
from site_builder.figures.piece import Piece, View, piece_of, thousands
from site_builder.figures.straight import settled

_MARKS = frozenset(".,٫")


def pieces(view: View, places: list[int] | None, plain: bool) -> list[Piece]:
    """Return the numbers of a text; ``plain`` tells that no literal is in it.

    ``places`` are where its digits begin, if spaces set all of them apart.
    """
    scan = scan_of(view.source, view.source_folded, view.inner, view.language)
    if not (places or scan.beginnings):
        sure = places is not None and view.plain and scan.words.spaced
        if sure or scan.next(0) < 0:
            return []
    if not (plain and _is_plain(view, scan)):
        return [thousands(piece_of(numeral, view), view) for numeral in view.numerals()]
    if places is None or not view.plain:
        return _from(0, [], view, scan)
    starts = sorted([*places, *scan.beginnings]) if scan.beginnings else places
    found: list[Piece] = []
    at = 0
    for start in starts:
        if start >= at:
            if straight := at_once(view, scan, start):
                piece, at = straight
                scan.ended = at
                found.append(piece)
                continue
            at = _step_by_step(found, view, scan, start, at)
            if _is_inside_digits(scan.text, at):
                return _from(at, found, view, scan)
    return found


def _from(at: int, found: list[Piece], view: View, scan: Scan) -> list[Piece]:
    """Return the numbers ``found`` and all that begin at ``at`` or further on."""
    while (start := scan.next(at)) >= 0:
        if straight := at_once(view, scan, start):
            piece, at = straight
            scan.ended = at
            found.append(piece)
        else:
            at = _step_by_step(found, view, scan, start, at)
    return found


def _step_by_step(found: list[Piece], view: View, scan: Scan, start: int, floor: int) -> int:
    """Add the number that begins at ``start``, if one does, and return where to go on."""
    numeral, at = scan.at(start, floor)
    if numeral:
        piece = thousands(piece_of(view.inward(numeral), view), view)
        found.append(settled(piece, view) if piece.spelled else piece)
    return at


def _is_inside_digits(text: str, at: int) -> bool:
    """Tell whether a number ended where digits go on."""
    return text[at : at + 1].isdecimal() or (
        text[at : at + 1] in _MARKS and text[at + 1 : at + 2].isdecimal()
    )


def _is_plain(view: View, scan: Scan) -> bool:
    """Tell whether the texts of all readers are one, letter by letter, in a script that sets spaces between words."""
    if (
        view.habits.unspaced
        or len(scan.text) != len(view.folded)
        or not scan.words.spaced
        or "open end" in scan.words.habits
    ):
        return False
    return view.plain or not in_the_east(view)
