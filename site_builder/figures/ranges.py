"""Two numbers that make one range: *80 to 100*, *between 5 and 10 percent*, *more than 20 and less than 30*."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from fractions import Fraction

from site_builder.figures.bounds import LOWER, UPPER
from site_builder.figures.dates import is_year
from site_builder.figures.phrases import is_edge
from site_builder.figures.piece import Piece, View
from site_builder.figures.tables import Joint
from site_builder.model.figure import Bound, Kind, Reading
from site_builder.model.span import Span

_DIGITS_FIRST = re.compile(r"[+\-−]?\d[\d.,'’\u00a0\u202f]*")
FAR = 24
"""No joint is longer: a bound for the words between two numbers that make a range (code points)."""
_UNFIT = {Kind.CODE, Kind.DATE, Kind.TIME}


def fold_pairs(pieces: list[Piece], join: Callable[[Piece, Piece], Piece | None]) -> list[Piece]:
    """Join neighbours from left to right wherever ``join`` makes one of two."""
    out: list[Piece] = []
    for piece in pieces:
        both = join(out[-1], piece) if out else None
        if both:
            out[-1] = both
        else:
            out.append(piece)
    return out


def joined(pieces: list[Piece], view: View) -> list[Piece]:
    """Join neighbours that make a range by the words or the dash between them."""
    return fold_pairs(pieces, lambda one, two: _range(one, two, view))


def enclosed(pieces: list[Piece], view: View) -> list[Piece]:
    """Join a lower bound and an upper bound that make a range."""
    return fold_pairs(pieces, lambda one, two: _enclosure(one, two, view))


def _range(one: Piece, two: Piece, view: View) -> Piece | None:
    if two.start - one.end > FAR or one.is_range or two.is_range or not _alike(one, two):
        return None
    found = _joint(one, two, view)
    if not found:
        return None
    joint, start, end = found
    lows = _low_readings(one, two, view)
    if lows[0] > two.value or ((one.ordinal or two.ordinal) and not joint.before + joint.after):
        return None
    return _make(one, two, start, end, lows, joint.change)


def _alike(one: Piece, two: Piece) -> bool:
    """Tell whether the two may share a unit: only a sign in front (``$5–10``) need not be said twice."""
    if one.kind in _UNFIT or two.kind in _UNFIT or one.indefinite:
        return False
    if (one.kind is Kind.YEAR) != (two.kind is Kind.YEAR) and not (is_year(one) and is_year(two)):
        return False
    return one.unit is None or one.unit == two.unit or (one.left and two.unit is None) or _rate_of(one, two)


def _rate_of(one: Piece, two: Piece) -> bool:
    return (two.unit or "").startswith(f"{one.unit}-per-")


def _joint(one: Piece, two: Piece, view: View) -> tuple[Joint, int, int] | None:
    """Return the joint between the two pieces, and where the range with its words begins and ends."""
    middle = view.folded[_past_counter(one, view) : two.start]
    for joint in view.habits.joints.get(middle.strip(), ()):
        start = _ends_with(view, one.start, joint.before)
        end = _goes_on(view, _past_counter(two, view) if joint.after else two.end, joint.after)
        if start is not None and end is not None and not _is_minus(middle):
            return joint, start, end
    return None


def _past_counter(piece: Piece, view: View) -> int:
    """Return where the measure word after a number ends: *五個*."""
    found = None if piece.unit else view.habits.counters.at(view.folded, piece.end)
    return found[1] if found else piece.end


def _ends_with(view: View, end: int, words: tuple[str, ...]) -> int | None:
    if not words:
        return end
    start = view.gap_before(end) - len(words[0])
    fits = start >= 0 and view.folded.startswith(words[0], start) and is_edge(view.folded, start)
    return start if fits else None


def _goes_on(view: View, start: int, words: tuple[str, ...]) -> int | None:
    if not words:
        return start
    start = view.gap(start)
    return start + len(words[0]) if view.folded.startswith(words[0], start) else None


def _is_minus(middle: str) -> bool:
    """Tell whether a dash is the second number's sign: a space before it and none after it."""
    return middle[:1] == " " and middle.strip() in {"-", "−"} and middle[-1] != " "


def _low_readings(one: Piece, two: Piece, view: View) -> list[Fraction]:
    """Return the ways to read the first number: in *5 to 10 million* it takes the second one's scale first."""
    if two.scale and not one.scale and (scaled := _scaled(one, two, view)):
        return [scaled, one.value]
    return [reading.low for reading in one.readings if reading.low is not None] or [one.value]


def _scaled(one: Piece, two: Piece, view: View) -> Fraction | None:
    mantissa = _mantissa(two, view)
    if not mantissa or not two.value or one.value >= mantissa:
        return None
    return one.value * two.value / mantissa


def _mantissa(piece: Piece, view: View) -> Fraction | None:
    """Return the number without its scale word: 10 of *10 million*."""
    start, end = piece.number
    digits = _DIGITS_FIRST.search(view.raw, start, end)
    ends = [digits.end()] if digits else [view.raw.rfind(" ", start, end), end - 1]
    for stop in ends:
        found = view.numerals(start, stop) if stop > start else []
        if len(found) == 1 and found[0].readings[0]:
            return found[0].readings[0]
    return None


def _make(one: Piece, two: Piece, start: int, end: int, lows: list[Fraction], change: bool) -> Piece:
    highs = [reading.high for reading in two.readings]
    pairs = zip(lows, highs, strict=True) if len(lows) == len(highs) else itertools.product(lows, highs)
    readings = [Reading(low, high) for low, high in pairs]
    kept = [r for r in readings if r.low is not None and r.high is not None and r.low <= r.high]
    if change:
        kept += [Reading(value, value) for value in (lows[0], two.value)]
    base = two if two.unit else one
    if base.unit is None and is_year(one) and is_year(two) and not change:
        base = base._replace(kind=Kind.YEAR)
    bound = two.bound if two.bound is not Bound.EXACT else one.bound
    return base._replace(
        start=min(start, one.start),
        end=max(end, two.end),
        number=Span(one.number.start, two.number.end),
        readings=tuple(dict.fromkeys(kept)),
        values=(lows[0], two.value),
        bound=Bound.EXACT if bound in LOWER | UPPER else bound,
        plain=one.plain and two.plain,
        scale=one.scale or two.scale,
    )


def _enclosure(one: Piece, two: Piece, view: View) -> Piece | None:
    sides = (one.bound in LOWER and two.bound in UPPER, one.bound in UPPER and two.bound in LOWER)
    if not any(sides) or one.is_range or two.is_range or two.start - one.end > FAR:
        return None
    low, high = (one, two) if sides[0] else (two, one)
    between = view.folded[one.end : two.start].strip()
    signs = view.folded[two.start] in "<>≤≥"
    if low.value >= high.value or signs or between not in view.habits.ands or not _share_unit(one, two):
        return None
    reading = Reading(low.value, high.value)
    base = two if two.unit else one
    return base._replace(
        start=one.start,
        end=two.end,
        number=Span(one.number.start, two.number.end),
        readings=(reading,),
        values=(low.value, high.value),
        bound=Bound.EXACT,
    )


def _share_unit(one: Piece, two: Piece) -> bool:
    return one.unit == two.unit or one.unit is None or two.unit is None
