"""One amount written in two steps: *5 feet 2 inches*, *13 dollars and 45 cents*, *75 USD million*."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from site_builder.figures.piece import Piece, View, piece_of
from site_builder.figures.ranges import fold_pairs
from site_builder.model.figure import Bound, Kind, Reading
from site_builder.model.span import Span

_PARTS = {
    ("yard", "foot"): 3,
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("kilometer", "meter"): 1000,
    ("meter", "centimeter"): 100,
    ("kilogram", "gram"): 1000,
}
_COINS = {
    **dict.fromkeys(("cent", "penny", "sen", "fen", "kopeck", "paisa", "grosz", "satang", "kuruş"), 100),
    **dict.fromkeys(("agora", "haler", "stotinka", "piastre"), 100),
    "jiao": 10,
}
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\]。、])(?!\d)")
_MOST_COINS = 99
_TENTHS = "割成分"
_FINER = {"分": Fraction(1), "厘": Fraction(1, 10)}
_FAR = 8
"""Room for *and* between the two steps (code points)."""


def compounded(pieces: list[Piece], view: View) -> list[Piece]:
    """Join an amount and the smaller amount that completes it."""
    return fold_pairs(pieces, functools.partial(_both, view=view))


def _both(one: Piece, two: Piece, view: View) -> Piece | None:
    between = view.folded[one.end : two.start].strip() if two.start - one.end <= _FAR else None
    if between is None or between not in view.habits.ands or between in {";", ","}:
        return None
    if one.kind is Kind.CURRENCY and two.indefinite and two.scale and not between:
        return _times(one, two)
    if more := _tenths(one, two, view) or _half(one, two):
        return more
    two = _part(one, two, view)
    if _is_cents(one, two, view):
        return _sum(one, two, Fraction(1, 100))
    step = _step(one, two)
    fits = (
        step and one.bound is Bound.EXACT and not one.is_range and not two.is_range and 0 <= two.value < step
    )
    return _sum(one, two, Fraction(1, step)) if fits else None


def _step(one: Piece, two: Piece) -> int:
    """Return how many of the second unit make one of the first, or 0."""
    if one.kind is Kind.CURRENCY and two.kind is Kind.CURRENCY and one.unit not in _COINS:
        return _COINS.get(two.unit or "", 0)
    return _PARTS.get((one.unit or "", two.unit or ""), 0)


def _half(one: Piece, two: Piece) -> Piece | None:
    """Read *两米半*, *tiga jam setengah*: half of the unit before."""
    if one.unit is None or one.left or two.unit or two.value != Fraction(1, 2) or one.value.denominator != 1:
        return None
    return _sum(one, two, Fraction(1)) if not two.ordinal and two.spelled else None


def _part(one: Piece, two: Piece, view: View) -> Piece:
    """Return ``two`` in the part that completes the unit of ``one``, if its word can mean that: *5 ft 2 in*."""
    if one.unit is None or two.kind is Kind.CURRENCY:
        return two
    found = view.habits.parts.at(view.folded, view.gap(two.number.end))
    if found and _step(one, taken := two._replace(kind=found[0].kind, unit=found[0].id, end=found[1])):
        return taken
    within = view.habits.parts.before(view.folded, two.end) if one.kind is Kind.CURRENCY else None
    bare = view.numerals(two.start, within[1]) if within and within[1] > two.start else []
    return (
        piece_of(bare[0], view)._replace(kind=Kind.CURRENCY, unit=within[0].id, end=two.end)
        if bare and within
        else two
    )


def _tenths(one: Piece, two: Piece, view: View) -> Piece | None:
    """Read what follows tenths: *七成六*, *5割半*, and the finer steps of *3割8分7厘*."""
    sign = view.folded[one.end - 1]
    if one.kind is not Kind.PERCENT or sign not in _TENTHS or two.start != one.end:
        return None
    step = _FINER.get(view.folded[two.number.end : two.number.end + 1])
    if two.value == Fraction(1, 2):
        return _sum(one, two, Fraction(10 if sign in "割成" else 1))
    if step is None and (two.unit or sign == "割"):
        return None
    return _sum(one, two._replace(end=two.number.end + (step is not None)), step or Fraction(1))


def _is_cents(one: Piece, two: Piece, view: View) -> bool:
    """Read *15 dollars 50*: two bare digits that end a clause after money whose name stands behind it."""
    bare = two.kind is Kind.NUMBER and two.unit is None and _MOST_COINS >= two.value.numerator >= 10
    bare = bare and (two.spelled or (two.plain and two.end - two.start == 2))
    if (
        one.kind is not Kind.CURRENCY
        or one.left
        or one.value.denominator != 1
        or one.unit in _COINS
        or not bare
    ):
        return False
    return _CLAUSE_ENDS.match(view.folded, two.end) is not None


def _times(one: Piece, two: Piece) -> Piece:
    readings = tuple(
        Reading(r.low and r.low * two.value, r.high and r.high * two.value) for r in one.readings
    )
    values = tuple(value * two.value for value in one.values)
    return one._replace(end=two.end, number=Span(one.number.start, two.end), readings=readings, values=values)


def _sum(one: Piece, two: Piece, share: Fraction) -> Piece:
    total = one.value + two.value * share
    number = Span(one.number.start, two.number.end)
    return one._replace(end=two.end, number=number, readings=(Reading(total, total),), values=(total,))
