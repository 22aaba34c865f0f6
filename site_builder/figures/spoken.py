"""Numbers said in two steps before a unit: *un quinto por ciento*, *siete con cincuenta por ciento*, *uno sobre tres*.

Alone, these are two numbers (*the first fifth*, *seven with fifty*); the percent word behind tells that they are one.
"""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from site_builder.figures.numerals import scan
from site_builder.figures.phrases import is_edge
from site_builder.figures.piece import Piece, View
from site_builder.figures.ranges import fold_pairs
from site_builder.figures.units import unit_at
from site_builder.model.figure import Kind, Reading
from site_builder.model.span import Span

_LETTERS = re.compile(r"[^\W\d_]+")
_FAR = 12
"""Room for one short word between the two steps (code points)."""


def spoken(pieces: list[Piece], view: View) -> list[Piece]:
    """Join two numbers in words that a percent word behind them makes one."""
    if not any(piece.spelled for piece in pieces):
        return pieces
    if view.habits.denominator and any(mark in view.folded for mark in view.habits.denominator):
        pieces = [
            _over_ending(piece, view)
            for piece in fold_pairs(pieces, functools.partial(_over_word, view=view))
        ]
    return fold_pairs(pieces, functools.partial(_both, view=view))


def _over_word(one: Piece, two: Piece, view: View) -> Piece | None:
    """Read *vinte e dois trinta avos*: the word behind the second number makes it a denominator."""
    end = next((end for mark in view.habits.denominator if (end := _word(view, view.gap(two.end), mark))), 0)
    adjacent = one.spelled and two.spelled and not view.folded[one.end : two.start].strip()
    return _whole(one, one.value / two.value, end) if end and adjacent and two.value >= 1 else None


def _word(view: View, start: int, word: str) -> int:
    """Return where ``word`` ends if it stands alone at ``start``, else 0."""
    end = start + len(word)
    return end if view.folded.startswith(word, start) and is_edge(view.folded, end) else 0


def _over_ending(piece: Piece, view: View) -> Piece:
    """Read *tres veintiunavos*, *un treintavo*: the ending makes a denominator of the number it is joined to."""
    word = _LETTERS.match(view.folded, view.gap(piece.end)) if piece.spelled and not piece.ordinal else None
    for ending in view.habits.denominator if word else ():
        if word and word[0].endswith(ending) and (below := _named(word[0].removesuffix(ending), view)):
            return _whole(piece, piece.value / below, word.end())
    return piece


def _named(stem: str, view: View) -> Fraction | None:
    """Return the number that a stem names, with the vowel that its ending may have swallowed."""
    for name in (stem, f"{stem}a"):
        found = scan(name, view.language)
        if len(found) == 1 and found[0].span == (0, len(name)) and found[0].readings[0] >= 1:
            return found[0].readings[0]
    return None


def _whole(piece: Piece, value: Fraction, end: int) -> Piece:
    number, readings = Span(piece.start, end), (Reading(value, value),)
    return piece._replace(
        end=end, number=number, readings=readings, values=(value,), indefinite=False, fraction=True
    )


def _both(one: Piece, two: Piece, view: View) -> Piece | None:
    near = one.spelled and two.spelled and not one.ordinal and two.start - one.end <= _FAR
    if not near or one.kind is not Kind.NUMBER or not _is_percent(two, view):
        return None
    value = _value(one.value, two, view.folded[one.end : two.start].strip(), view)
    if value is None:
        return None
    return _whole(one, value, two.end)


def _is_percent(piece: Piece, view: View) -> bool:
    unit = unit_at(view, view.gap(piece.end))
    return unit is not None and unit[0].kind is Kind.PERCENT


def _value(one: Fraction, two: Piece, between: str, view: View) -> Fraction | None:
    if two.value < 1 or two.value.denominator != 1:
        return None
    if not between:
        return one / two.value if two.ordinal else None
    if between in view.habits.over:
        return one / two.value
    if between in view.habits.point and not two.ordinal:
        return one + Fraction(two.value.numerator, 10 ** len(str(two.value.numerator)))
    return None
