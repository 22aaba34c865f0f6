"""Dates, years and times of day: numbers that name a point in time and are no quantities.

A date is a number beside the name of a month, or beside the signs 年月日 and 년월일, with what belongs to it. A year
is four digits from 1500 to 2099 (with a word for *year*, any number from 100) that stand after a preposition or word
of time, in brackets, or before a word for *year*; bare digits stay a number. A time of day has ``:``, a part of the
day, *o'clock* or its like beside it. A word that means both an evening and a night spent (``malam``) makes a time only
next to another time.
"""

from __future__ import annotations

import re

from site_builder.figures.piece import Piece, View
from site_builder.figures.quiet import (
    BEFORE,
    BEHIND,
    BOUNDS,
    BOUNDS_AFTER,
    CLOCKS,
    DATE_LINKS,
    DAY_WORDS,
    MEASURES,
    MONTH_WORDS,
    MONTHS,
    TIMES,
    TIMES_BEFORE,
    YEAR_AFTER,
    YEAR_BEFORE,
    YEAR_WORDS,
)
from site_builder.figures.units import unit_at
from site_builder.model.figure import Kind

_EAST = {
    "年": "year",
    "년": "year",
    "月": "month",
    "월": "month",
    "日": "day",
    "일": "day",
    "号": "day",
    "號": "day",
}
_EAST_SIGNS = re.compile(f"[{''.join(_EAST)}]")
_NO_CLOCK = ("間", "间", "간", "分之", "的")
FIRST_YEAR, END_YEAR = 1500, 2100
_END_ANY_YEAR = 3000
"""Room for the years of other eras, such as the Buddhist one."""
_DOTTED_TIME = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_LOWER_WORD = re.compile(r" ?[^\W\d_]")
_CLOSES = re.compile(r"[,.;:)]?(?:\s|$)(?! ?\w)|[,;)]")
_OPEN, _CLOSED = "([（【", ")]）】"


def dated(pieces: list[Piece], view: View) -> list[Piece]:
    """Return ``pieces`` with dates, years and times marked, each as one piece."""
    east = in_the_east(view)
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        _append(out, piece if piece.settled else _read(piece, following, view, east), view)
    return _nights(out, view)


def in_the_east(view: View) -> bool:
    """Tell whether a sign stands somewhere that makes dates of numbers."""
    return not view.folded.isascii() and _EAST_SIGNS.search(view.folded) is not None


def _read(piece: Piece, following: Piece | None, view: View, east: bool) -> Piece:
    if _DOTTED_TIME.fullmatch(view.raw, piece.start, piece.end):
        return _time(piece, view) or piece
    if piece.whole < 0 or piece.scale or len(piece.readings) > 1:
        return piece
    before, behind = view.before(piece.start), view.behind(piece.end)
    if not east and piece.in_digits and not (behind & BEHIND or before & BEFORE):
        return year(piece, before, behind, view) or piece if piece.plain else piece
    found = (east and _east(piece, view)) or month(piece, before, behind, view)
    found = found or _worded(piece, following, view) or year(piece, before, behind, view)
    return found or _time(piece, view) or piece


def _as(piece: Piece, kind: Kind, start: int, end: int) -> Piece:
    return Piece._make((start, end, *piece[2:5], kind, None, *piece[7:]))


def _append(out: list[Piece], piece: Piece, view: View) -> None:
    """Add a piece, or what belongs to the date or time before it to that."""
    last = out[-1] if out else None
    if last and goes_with(last, piece, view):
        out[-1] = _as(last, Kind.DATE, last.start, piece.end)._replace(values=last.values + piece.values)
    else:
        out.append(piece)


def goes_with(last: Piece, piece: Piece, view: View) -> bool:
    """Tell whether two neighbours are parts of one date: year and month, month and day, day and year."""
    if last.kind is Kind.YEAR:
        fits = piece.kind is Kind.DATE and "," not in view.folded[last.end : piece.start]
    elif last.kind is Kind.DATE and piece.kind is Kind.DATE:
        fits = "," not in view.folded[last.end : piece.start]
    elif last.kind is Kind.DATE:
        fits = piece.kind is Kind.YEAR or (piece.plain and 1000 <= piece.whole < _END_ANY_YEAR)
    else:
        return False
    return fits and _only_links(view, last.end, piece.start)


def _only_links(view: View, start: int, end: int) -> bool:
    """Tell whether nothing but ``,``, ``.``, *of* and *year* stands between two parts of a date."""
    words = view.folded[start:end].replace(",", " ").replace(".", " ").split()
    return len(words) <= 2 and all(w in view.habits.date_links or w in view.habits.year_words for w in words)


def _east(piece: Piece, view: View) -> Piece | None:
    sign = view.gap(piece.end)
    part = _EAST.get(view.folded[sign : sign + 1])
    after = view.folded[sign + 1 : sign + 2]
    if part == "year" and FIRST_YEAR <= piece.whole < END_YEAR and after not in _NO_CLOCK:
        return _as(piece, Kind.YEAR, piece.start, sign + 1)
    if part == "month" and 1 <= piece.whole <= 12 and after not in _NO_CLOCK:
        return _as(piece, Kind.DATE, piece.start, sign + 1)
    dated_before = view.folded[view.gap_before(piece.start) - 1 : piece.start].strip()[-1:] in {"月", "월"}
    if part == "day" and 1 <= piece.whole <= 31 and (dated_before or view.folded[sign] in "号號"):
        return _as(piece, Kind.DATE, piece.start, sign + 1)
    return None


def month(piece: Piece, before: int, behind: int, view: View) -> Piece | None:
    """Read the name of a month before or after a day or a year; ``before`` and ``behind`` are who speaks there."""
    if not (behind & (MONTHS | DATE_LINKS) or before & MONTHS) or not (
        1 <= piece.whole <= 31 or is_year(piece)
    ):
        return None
    if behind & (MONTHS | DATE_LINKS) and (after := _month_after(piece, view)):
        return after
    if not before & MONTHS:
        return None
    end = view.gap_before(piece.start)
    end -= view.folded[end - 1 : end] == "."
    name = view.habits.months.before(view.folded, end) if end > 0 else None
    return _as(piece, Kind.DATE, name[1], piece.end) if name and is_name(view, name[1], end) else None


def _month_after(piece: Piece, view: View) -> Piece | None:
    start = view.gap(piece.end + (view.folded[piece.end : piece.end + 1] in {".", "º", "-"}))
    if link := view.habits.date_links.at(view.folded, start):
        start = view.gap(link[1])
    after = view.habits.months.at(view.folded, start)
    if not after or not is_name(view, start, after[1]):
        return None
    return _as(piece, Kind.DATE, piece.start, after[1] + (view.folded[after[1] : after[1] + 1] == "."))


def is_name(view: View, start: int, end: int) -> bool:
    """Tell whether a month is written as its language writes it: *May* is a month, *may* is a verb."""
    if view.habits.language not in {"en", "de"}:
        return True
    return view.raw[start].isupper() or end - start > len("march")


def _worded(piece: Piece, following: Piece | None, view: View) -> Piece | None:
    """Read *ngày 24*, *tháng 10*: a word for day or month before its number."""
    if not view.before(piece.start) & (MONTH_WORDS | DAY_WORDS) and not view.behind(piece.end) & MONTH_WORDS:
        return None
    end = view.gap_before(piece.start)
    for phrases, limit in ((view.habits.month_words, 12), (view.habits.day_words, 31)):
        found = phrases.before(view.folded, end)
        if found and 1 <= piece.whole <= limit and not _counts(piece, view):
            return _as(piece, Kind.DATE, found[1], piece.end)
    day = view.gap(piece.end)
    month = view.habits.month_words.at(view.folded, day) if following and 1 <= piece.whole <= 31 else None
    if month and following and view.gap(month[1]) == following.start and 1 <= following.whole <= 12:
        return _as(piece, Kind.DATE, piece.start, piece.end)
    return None


def _counts(piece: Piece, view: View) -> bool:
    """Tell whether a unit follows, and not the word for *year* with its number: *10 năm 2025* counts no years."""
    start = view.gap(piece.end)
    year = view.habits.year_words.at(view.folded, start)
    if year and view.folded[view.gap(year[1]) : view.gap(year[1]) + 1].isdigit():
        return False
    return unit_at(view, start) is not None


def is_year(piece: Piece) -> bool:
    """Tell whether a number looks like a year: four bare digits from 1500 to 2099."""
    return piece.plain and piece.end - piece.start == 4 and FIRST_YEAR <= piece.whole < END_YEAR


def year(piece: Piece, before: int, behind: int, view: View) -> Piece | None:
    """Read a year by the words beside it, or bare; ``before`` and ``behind`` are who speaks there."""
    end = view.gap_before(piece.start)
    if (
        before & YEAR_WORDS
        and view.habits.year_words.before(view.folded, end)
        and 100 <= piece.whole < END_YEAR
        and not piece.ordinal
    ):
        return None if unit_at(view, view.gap(piece.end)) else _as(piece, Kind.YEAR, piece.start, piece.end)
    recent = is_year(piece)
    if not recent and not (
        piece.plain and 1000 <= piece.whole < FIRST_YEAR and _CLOSES.match(view.folded, piece.end)
    ):
        return None
    if behind & BOUNDS_AFTER and view.habits.bounds_after.at(view.folded, view.gap(piece.end)):
        return None
    after = view.habits.year_after.at(view.folded, view.gap(piece.end)) if behind & YEAR_AFTER else None
    if after:
        return _as(piece, Kind.YEAR, piece.start, after[1])
    bracketed = (
        view.raw[end - 1 : end] in _OPEN and view.raw[piece.end : piece.end + 1] in _CLOSED if end else False
    )
    named = end > 0 and before & YEAR_BEFORE and view.habits.year_before.before(view.folded, end) is not None
    if (bracketed or named or (recent and _is_bare_year(piece, before, view))) and not (
        behind & MEASURES and unit_at(view, view.gap(piece.end))
    ):
        return _as(piece, Kind.YEAR, piece.start, piece.end)
    return None


def _is_bare_year(piece: Piece, before: int, view: View) -> bool:
    """Tell whether digits from 1900 to 2099, not round, stand with no bound before and no word to count behind them."""
    if piece.whole < 1900 or piece.whole % 100 == 0:
        return False
    word = _LOWER_WORD.match(view.raw, piece.end)
    counted = word and not word[0][-1].isupper()
    return not counted and not (
        before & BOUNDS and view.habits.bounds.before(view.folded, view.gap_before(piece.start))
    )


def _time(piece: Piece, view: View) -> Piece | None:
    told = view.behind(piece.end) & TIMES or view.before(piece.start) & TIMES_BEFORE
    if not told or not 0 <= piece.value < 25 or piece.ordinal:
        return None
    start = view.gap(piece.end)
    found = view.habits.times.at(view.folded, start)
    unit = unit_at(view, start)
    if found and found[0] and not (unit and unit[1] > found[1]):
        return _as(piece, Kind.TIME, _part_of_day(piece, view), found[1])
    clock = next((c for c in CLOCKS if view.folded.startswith(c, start)), None)
    if clock and not view.folded.startswith(_NO_CLOCK, start + len(clock)):
        return _as(piece, Kind.TIME, _part_of_day(piece, view), start + len(clock))
    before = view.habits.times_before.before(view.folded, view.gap_before(piece.start))
    if before and (found or not unit_at(view, start)):
        return _as(piece, Kind.TIME, before[1], found[1] if found else piece.end)
    return None


def _part_of_day(piece: Piece, view: View) -> int:
    """Return where a time begins, with the part of the day before it: *午前9時*."""
    found = view.habits.times.before(view.folded, view.gap_before(piece.start)) if piece.start else None
    return found[1] if found else piece.start


def _nights(pieces: list[Piece], view: View) -> list[Piece]:
    """Read *9 malam* as a time where another time stands beside it."""
    if all(piece.kind is not Kind.TIME for piece in pieces):
        return pieces
    return [_night(piece, pieces, at, view) for at, piece in enumerate(pieces)]


def _night(piece: Piece, pieces: list[Piece], at: int, view: View) -> Piece:
    found = view.habits.times.at(view.folded, view.gap(piece.end)) if 0 <= piece.whole <= 24 else None
    beside = [p for p in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]) if p.kind is Kind.TIME]
    if (
        found
        and not found[0]
        and piece.kind is Kind.NUMBER
        and any(abs(p.start - piece.start) < 30 for p in beside)
    ):
        return _as(piece, Kind.TIME, piece.start, found[1])
    return piece
