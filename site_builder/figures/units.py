"""The unit of a number: percent, money, measure or duration, before or after it, and rates (*hours per week*)."""

from __future__ import annotations

import re
from fractions import Fraction

from site_builder.figures.names import Unit
from site_builder.figures.phrases import is_edge, is_unspaced
from site_builder.figures.piece import Piece, View, piece_of
from site_builder.figures.quiet import CODES, COUNTERS, MEASURES, OF, PREFIXES
from site_builder.figures.words import lexicon
from site_builder.model.figure import Kind, Reading
from site_builder.model.span import Span

MEASURED = {Kind.MEASURE, Kind.DURATION}
WHOLE = {Kind.PERCENT, Kind.CURRENCY}
"""Kinds whose sign or word belongs to the number: a quote that drops it says something else."""
_BRACKETS = {"[": "]", "<": ">", "(": ")"}
_MONEY = 1_000_000
"""From here on, what is called a pound is money."""
_MINUS = "-–−"
_WHOLE_WORD = 5
"""Letters; shorter compact forms may be units as well: *mil*, *m*."""
_HYPHENS = {"-", "‑", "–"}
_OUT_OF = re.compile("[百佰千仟万萬億亿]+[分份][之の]")


def with_unit(piece: Piece, view: View) -> Piece:
    """Return ``piece`` with the unit that stands before or after it, or as it is."""
    if piece.ordinal or _is_bare(piece, view):
        return piece
    if found := swallowed(piece, view):
        return _rate(found, view)
    before = _before(piece, view)
    after = unit_beside(piece, view)
    if after and (not before or before[0].kind is not Kind.CURRENCY or after[0].kind is Kind.CURRENCY):
        return _millions(piece, view) or completed(take_after(piece, *after), view)
    return _take_before(piece, *before, view) if before else piece


def _is_bare(piece: Piece, view: View) -> bool:
    """Tell whether digits stand alone: no unit, and nothing that is part of one."""
    return (
        piece.in_digits
        and view.raw[piece.end - 1].isdigit()
        and view.quiet_behind(piece.end)
        and view.quiet_before(piece.start)
    )


def _and_a_half(piece: Piece, view: View) -> Piece:
    """Add the half that a word after the unit names: *2 năm rưỡi*, *2時間半*."""
    half = view.habits.half.at(view.folded, view.gap(piece.end)) if piece.kind in MEASURED else None
    if not half or piece.value.denominator != 1 or len(piece.readings) > 1:
        return piece
    value = piece.value + Fraction(1, 2)
    number = Span(piece.number.start, half[1])
    return piece._replace(end=half[1], number=number, readings=(Reading(value, value),), values=(value,))


def _millions(piece: Piece, view: View) -> Piece | None:
    """Read *1.5m people* as millions first, as metres second: no word that measures stands behind the letter."""
    letter = view.folded[piece.end : piece.end + 1]
    after = piece.end + 2
    word = (
        letter in view.habits.million
        and view.folded[after - 1 : after] == " "
        and view.raw[after : after + 1].islower()
    )
    if not word or not is_edge(view.folded, piece.end + 1) or view.habits.dimension.at(view.folded, after):
        return None
    readings = tuple(Reading(*(end and end * 10**6 for end in (r.low, r.high))) for r in piece.readings)
    number = Span(piece.number.start, piece.end + 1)
    values = tuple(value * 10**6 for value in piece.values)
    return piece._replace(
        end=number.end, number=number, readings=readings + piece.readings, values=values, scale=True
    )


def _out_of_hundred(piece: Piece, view: View) -> Piece | None:
    """Read a fraction that names a hundredth, a thousandth … first as percent: *百分之五*."""
    found = _OUT_OF.match(view.folded, piece.start, piece.end) if piece.fraction else None
    if not found:
        return None
    hundredth = Unit(Kind.PERCENT, "percent", Fraction(100))
    return piece.scaled(hundredth, piece.start, piece.end, piece.number)._replace(left=True)


def completed(piece: Piece, view: View) -> Piece:
    """Return a number and its unit with what belongs to the unit: a half of it, the time of a rate."""
    return _rate(_and_a_half(piece, view), view)


def swallowed(piece: Piece, view: View) -> Piece | None:
    """Return the number with the unit that stands within it: *百分之五*, *2.3 | 千克*."""
    return _out_of_hundred(piece, view) or _given_back(piece, view)


def _given_back(piece: Piece, view: View) -> Piece | None:
    """Give back to the unit what the number took from it: *2.3 | 千克*, *34 | cents*.

    Only the last letter of a script without spaces, or the last word behind digits.
    """
    last = piece.end - 1
    percent = view.habits.units.before(view.folded, piece.end) if piece.fraction else None
    if percent and percent[0].kind is Kind.PERCENT and percent[1] > piece.start:
        return _front(piece, view.gap_before(percent[1]), (percent[0], piece.end), view)
    if view.habits.unspaced and not is_unspaced(view.raw[last]):
        return None
    if view.habits.unspaced:
        cut = gap = last
    else:
        gap = view.folded.rfind(" ", piece.start, piece.end)
        cut = gap + 1
        if gap < 0 or not view.raw[gap - 1].isdigit() or _is_scale(view.raw[cut : piece.end], view):
            return None
    unit = unit_at(view, cut) if cut > piece.start and not view.raw[last].isdigit() else None
    if not unit or unit[1] < piece.end:
        return None
    return _front(piece, gap, unit, view)


def _is_scale(word: str, view: View) -> bool:
    """Tell a compact form that is a whole word: *2,5 miliona* are no miles."""
    return len(word) >= _WHOLE_WORD and word.casefold() in lexicon(view.language).short


def _front(piece: Piece, end: int, unit: tuple[Unit, int], view: View) -> Piece | None:
    """Return the number up to ``end`` with ``unit``, if all of it is a number.

    Money keeps the other reading: *34 cents* is also how French writes 3,400.
    """
    found = view.numerals(piece.start, end)
    if len(found) != 1 or found[0].span != (piece.start, end):
        return None
    taken = take_after(piece_of(found[0], view), *unit)
    both = unit[0].kind is Kind.CURRENCY
    return taken._replace(readings=taken.readings + piece.readings) if both else taken


def unit_at(view: View, start: int) -> tuple[Unit, int] | None:
    """Return the unit whose name or symbol begins at ``start``, the longer of the two, and its end."""
    return view.habits.measures.at(view.folded, view.raw, start)


def unit_beside(piece: Piece, view: View) -> tuple[Unit, int] | None:
    """Return the unit behind a number, also behind *of*, a measure word, a hyphen or in brackets, and its end."""
    found = _after(piece, view)
    return _as_money(found, piece, view) if found else None


def _after(piece: Piece, view: View) -> tuple[Unit, int] | None:
    if not view.behind(piece.end) & (MEASURES | OF | COUNTERS):
        return None
    start = view.gap(piece.end)
    found = unit_at(view, start)
    hyphened = view.folded[piece.end : piece.end + 1] in _HYPHENS
    if not found and hyphened and view.raw[piece.end + 1 : piece.end + 2].isalpha():
        found = unit_at(view, piece.end + 1)
    if not found and (link := view.habits.of.at(view.folded, start)):
        found = unit_at(view, view.gap(link[1]))
    if not found and (counter := view.habits.counters.at(view.folded, start)):
        found = unit_at(view, counter[1])
    return found or _bracketed(view, start)


def unit_after(piece: Piece, view: View) -> tuple[Unit, int] | None:
    """Return the unit that a word or sign right behind a number names, and its end."""
    found = unit_at(view, view.gap(piece.end))
    return _as_money(found, piece, view) if found else None


def _bracketed(view: View, start: int) -> tuple[Unit, int] | None:
    closing = _BRACKETS.get(view.folded[start : start + 1])
    found = unit_at(view, start + 1) if closing else None
    return (found[0], found[1] + 1) if found and view.folded[found[1] : found[1] + 1] == closing else None


def _as_money(found: tuple[Unit, int], piece: Piece, view: View) -> tuple[Unit, int]:
    """Return money instead of a measure of the same name: *430 million pounds*."""
    unit, end = found
    value = piece.values[0]
    if unit.kind is not Kind.MEASURE or value.numerator < _MONEY * value.denominator:
        return found
    other = view.habits.homonyms.before(view.folded, end)
    return (other[0], end) if other else found


def take_after(piece: Piece, unit: Unit, end: int) -> Piece:
    """Return ``piece`` with the unit that stands behind it up to ``end``."""
    number = Span(piece.number.start, end) if unit.kind in WHOLE else piece.number
    return piece.scaled(unit, piece.start, end, number)


def _before(piece: Piece, view: View) -> tuple[Unit, int] | None:
    told = view.before(piece.start) & (PREFIXES | CODES)
    sign = sign_before(view, view.gap_before(piece.start)) if told else None
    return sign or (money_before(piece, view) if piece.scale else None)


def money_before(piece: Piece, view: View) -> tuple[Unit, int] | None:
    """Return the money whose name stands before a number with a scale word, and its start."""
    end = view.gap_before(piece.start)
    if not end:
        return None
    name = view.habits.units.before(view.folded, end)
    return name if name and name[0].kind is Kind.CURRENCY else None


def sign_before(view: View, end: int) -> tuple[Unit, int] | None:
    """Return the sign, code or word that ends at ``end`` and makes a unit of the number behind it, and its start."""
    if not end:
        return None
    return view.habits.before.before(view.folded, end) or view.habits.codes.before(view.raw, end)


def _take_before(piece: Piece, unit: Unit, start: int, view: View) -> Piece:
    taken = piece.scaled(unit, start, piece.end, Span(start, piece.end))._replace(left=True)
    sign = start - 1
    if sign >= 0 and view.raw[sign] in _MINUS and (sign == 0 or view.raw[sign - 1] in " (["):
        readings = tuple(Reading(*(end and -end for end in (r.high, r.low))) for r in taken.readings)
        values = tuple(-value for value in taken.values)
        return taken._replace(start=sign, number=Span(sign, piece.end), readings=readings, values=values)
    return taken


def _rate(piece: Piece, view: View) -> Piece:
    """Add what makes the unit a rate: *a week*, */h*, *seminggu*, or before the number *每周*."""
    if piece.kind not in MEASURED or "-per-" in (piece.unit or ""):
        return piece
    per = rate_after(piece.end, view)
    if per and per[0] != piece.unit:
        return piece._replace(end=per[1], unit=f"{piece.unit}-per-{per[0]}")
    before = _rate_before(piece, view)
    if before and before[0] != piece.unit:
        return piece._replace(start=before[1], unit=f"{piece.unit}-per-{before[0]}")
    return piece


def rate_after(end: int, view: View) -> tuple[str, int] | None:
    """Return the unit of time (or other measure) that makes a rate of the unit ending at ``end``, and its end."""
    start = view.gap(end)
    if direct := view.habits.rates.at(view.folded, start):
        return direct
    word = (
        (True, start + 1) if view.folded[start : start + 1] == "/" else view.habits.per.at(view.folded, start)
    )
    found = unit_at(view, view.gap(word[1])) if word else None
    timed = found and (found[0].kind is Kind.DURATION or view.folded[start] == "/")
    return (found[0].id, found[1]) if found and timed and found[0].kind in MEASURED else None


def _rate_before(piece: Piece, view: View) -> tuple[str, int] | None:
    end = view.gap_before(piece.start)
    for phrases in (view.habits.rates_before, view.habits.circumfixes):
        if found := phrases.before(view.folded, end):
            return found
    return None


def apart(measured: list[Piece], bare: list[Piece]) -> list[Piece]:
    """Return the pieces without overlaps.

    What a unit before it took in is dropped (*cent* of *pour cent*); a sign between two numbers stays with the first.
    """
    out: list[Piece] = []
    for piece, number in zip(measured, bare, strict=True):
        end = out[-1].end if out else 0
        if number.start >= end:
            out.append(piece if piece.start >= end else number)
    return out
