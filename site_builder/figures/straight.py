"""Numbers in digits beside which few tables speak: read straight to the end, without the steps that would find nothing.

Such a number stands between words of which the tables know nothing (:mod:`~site_builder.figures.quiet`), or only that
they are a unit, a month or what stands before years. All else is read step by step, and so is a text with a literal in
it. What neighbours make of each other, and bounds, is left to those who look at the whole row.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from site_builder.figures.ages import aged
from site_builder.figures.bare import bare
from site_builder.figures.dates import END_YEAR, goes_with, in_the_east, month, year
from site_builder.figures.labels import labelled
from site_builder.figures.numerals import Scan, scan_of
from site_builder.figures.piece import POINTS_IN_TIME, Piece, View, piece_of, thousands
from site_builder.figures.quiet import (
    AGED,
    BEFORE,
    BEHIND,
    BOUNDS,
    BOUNDS_AFTER,
    CIRCUMFIXES,
    COUNTERS,
    DATE_LINKS,
    DAY_WORDS,
    MEASURES,
    MONTH_WORDS,
    MONTHS,
    MORE,
    RATES_BEFORE,
    TIMES,
    TIMES_BEFORE,
    YEAR_AFTER,
    YEAR_BEFORE,
    YEAR_WORDS,
)
from site_builder.figures.ranges import FAR
from site_builder.figures.units import (
    MEASURED,
    completed,
    money_before,
    swallowed,
    take_after,
    unit_after,
    unit_beside,
)
from site_builder.model.figure import Reading
from site_builder.model.span import Span

_ELSE = BEFORE & ~(BOUNDS | AGED | YEAR_BEFORE)
"""Who may not speak before a number: bounds and ages are read later, and *in* makes years of four digits alone."""
_RATES = RATES_BEFORE | CIRCUMFIXES
_BOUNDS_BEHIND = BOUNDS_AFTER | COUNTERS
_OPENS = frozenset(' \n(“"‘«')
_DASHES = frozenset("-−–")
_DATES = MONTHS | DATE_LINKS | MONTH_WORDS | DAY_WORDS | YEAR_WORDS | YEAR_AFTER | TIMES | TIMES_BEFORE
_MONTHS_BEHIND = MONTHS | DATE_LINKS
_MOST_DAYS = 31
"""What is more is no day, no month and no hour; whether it is a year is asked before."""
_HUNDRED = 100


def pieces(view: View, plain: bool) -> list[Piece]:
    """Return the numbers of a text; ``plain`` tells that no literal is in it."""
    scan = scan_of(view.source, view.source_folded, view.inner, view.language)
    start, at = scan.next(0), 0
    if start < 0:
        return []
    if not (plain and _is_plain(view, scan)):
        return [thousands(piece_of(numeral, view), view) for numeral in view.numerals()]
    found: list[Piece] = []
    while start >= 0:
        straight = _straight(view, scan, start) if scan.text[start].isdecimal() else None
        if straight:
            piece, at = straight
            scan.ended = at
            found.append(piece)
        else:
            numeral, at = scan.at(start, at)
            if numeral:
                piece = thousands(piece_of(view.inward(numeral), view), view)
                found.append(_settled(piece, view) if piece.spelled else piece)
        start = scan.next(at)
    return found


def _is_plain(view: View, scan: Scan) -> bool:
    """Tell whether the texts of all readers are one, letter by letter, in a script that sets spaces between words."""
    if (
        view.habits.unspaced
        or len(scan.text) != len(view.folded)
        or not scan.words.spaced
        or "open end" in scan.words.habits
    ):
        return False
    return not in_the_east(view)


def _straight(view: View, scan: Scan, start: int) -> tuple[Piece, int] | None:
    """Return the number at ``start`` with all that is said of it, and where the number itself ends."""
    if not _begins(view.raw, start):
        return None
    found = bare(scan.text, start, scan.words)
    if not found:
        return _scaled(view, scan, start)
    end, readings = found
    if len(readings) > 1:
        readings = tuple(dict.fromkeys(readings[:2]))
    piece = _piece(start, end, readings, view)
    before, behind = view.before(start) & _ELSE, view.behind(end) & BEHIND
    whole = piece.whole
    if _HUNDRED <= whole < END_YEAR and len(readings) == 1 and (piece.plain or before & YEAR_WORDS):
        if before & (MONTH_WORDS | DAY_WORDS) or behind & MONTH_WORDS:
            return None
        if dated := ((before & MONTHS or behind & _MONTHS_BEHIND) and month(piece, view)) or year(
            piece, view
        ):
            return dated, end
    if before | behind and (whole > _MOST_DAYS or (whole < 0 and piece.value > _MOST_DAYS)):
        before, behind = before & ~_DATES, behind & ~_DATES
    if before or behind & _DATES:
        return None
    return (_measured(piece, behind, view) if behind else _named(piece, view)), end


def _scaled(view: View, scan: Scan, start: int) -> tuple[Piece, int] | None:
    """Return the number in digits at ``start`` that the scale word behind it multiplies, and where that ends."""
    found = scan.scaled(start)
    if not found:
        return None
    end, readings = found
    told = tuple([Reading(value, value) for value in readings])
    piece = Piece(start, end, Span(start, end), told, readings[:1], spelled=True, scale=True)
    return _settled(piece, view), end


def _settled(piece: Piece, view: View) -> Piece:
    """Return a number in words with all that is said of it, or as it is where more tables may speak."""
    if piece.indefinite or view.habits.denominator or piece.value < 0:
        return piece
    before, behind = view.before(piece.start) & _ELSE, view.behind(piece.end) & BEHIND
    if piece.scale and piece.value > _MOST_DAYS:
        before, behind = before & ~_DATES, behind & ~_DATES
    if before or behind & _DATES or swallowed(piece, view) or (piece.scale and money_before(piece, view)):
        return piece
    if behind and not piece.ordinal:
        if view.folded[piece.end : piece.end + 1] in view.habits.million:
            return piece
        piece = _measured(piece, behind, view)
    return piece._replace(settled=True)


def _begins(raw: str, start: int) -> bool:
    """Tell whether a number surely begins at ``start``, with no sign."""
    if not start:
        return True
    return raw[start - 1] in _OPENS and raw[max(0, start - 2)] not in _DASHES


def _piece(start: int, end: int, readings: tuple[Fraction, ...], view: View) -> Piece:
    return Piece(
        start,
        end,
        Span(start, end),
        tuple([Reading(value, value) for value in readings]),
        readings[:1],
        plain=view.raw[start:end].isdigit(),
        settled=True,
    )


def _named(piece: Piece, view: View) -> Piece:
    """Return a number without a unit, or the name it belongs to: none where a word follows at once."""
    follows = (
        view.folded[piece.end : piece.end + 1] == " " and view.folded[piece.end + 1 : piece.end + 2].isalpha()
    )
    if follows or not piece.plain or labelled(piece, view) is piece:
        return piece
    return piece._replace(settled=False)


def _measured(piece: Piece, behind: int, view: View) -> Piece:
    """Return the number with the unit behind it, if there is one."""
    found = unit_beside(piece, view) if behind & ~MEASURES else unit_after(piece, view)
    if not found:
        return _named(piece, view)
    unit, end = found
    taken = take_after(piece, unit, end)
    more = unit.kind in MEASURED and (view.behind(end) & MORE or view.before(piece.start) & _RATES)
    return completed(taken, view) if more else taken


def rows(found: list[Piece], view: View) -> Iterator[tuple[list[Piece], bool]]:
    """Yield the numbers of a text in rows that have nothing to do with each other, and whether all is said of a row.

    All is said of a number alone of which no table speaks any more.
    """
    row: list[Piece] = []
    calm = False
    for piece in found:
        was_calm, calm = calm, _is_calm(piece, view)
        if row and was_calm and calm and not _meet(row[-1], piece, view):
            yield row, len(row) == 1
            row = []
        row.append(piece)
    if row:
        yield row, calm and len(row) == 1


def _is_calm(piece: Piece, view: View) -> bool:
    if not piece.settled or piece.kind in POINTS_IN_TIME:
        return piece.settled
    return not _may_be_bounded(piece, view) and aged(piece, view) is piece


def _may_be_bounded(piece: Piece, view: View) -> bool:
    if view.behind(piece.end) & _BOUNDS_BEHIND:
        return True
    bound = view.before(piece.start) & BOUNDS
    return bound > 0 and view.habits.bounds.before(view.folded, view.gap_before(piece.start)) is not None


def _meet(last: Piece, piece: Piece, view: View) -> bool:
    """Tell whether two neighbours may make one quantity, or one date."""
    if last.kind in POINTS_IN_TIME and goes_with(last, piece, view):
        return True
    if piece.start - last.end > FAR:
        return False
    between = view.folded[last.end : piece.start].strip()
    return between in view.habits.joints or between in view.habits.ands or (last.spelled and piece.spelled)
