"""Every quantity of a running text, with its place, value, unit and kind.

Numbers come from :mod:`~site_builder.figures.numerals`; what is around them from the tables of
:mod:`~site_builder.figures.habits`. The order is: literals, dates, units, amounts in two steps, ranges, bounds.

Not read: rates of money (*$10 an hour* is money), shares in words (*one in five* is two numbers), multiples (*twice*),
Roman numerals, spans of time by weekday (*between Thursday and Friday*). A bare letter is no unit unless it is common
(``m``, ``g``, ``h`` …). Bare digits from 1900 to 2099 are a year unless a word in small letters follows, which they may
count. Without a grammar for the language, bounds and ranges in words are not read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate

from site_builder.figures.ages import aged
from site_builder.figures.bounds import with_bounds
from site_builder.figures.compounds import compounded
from site_builder.figures.dates import dated
from site_builder.figures.labels import labelled
from site_builder.figures.literals import Literal, all_apart, behind_letters, is_ordinal, literals, tail
from site_builder.figures.lone import with_lone
from site_builder.figures.piece import POINTS_IN_TIME, Piece, View, look, piece_of
from site_builder.figures.pieces import pieces
from site_builder.figures.ranges import enclosed, joined
from site_builder.figures.rows import rows
from site_builder.figures.spoken import spoken
from site_builder.figures.units import apart, with_unit
from site_builder.model.figure import Bound, Figure, Kind, Reading
from site_builder.model.span import Span

_RARELY_ONE = {"revolution", "degree", "bit", "stone", "bar", "cup"}
"""Units whose names are everyday words after *a*: *to a degree*, *a bit*."""
_LONGEST = 40
"""No number in prose is longer (code points)."""
_MANY = 200
_ENDLESS = re.compile(rf"(?:\d[.,'’٫٬/:–−-]{{0,2}}){{{_MANY},}}")
"""A row of digits that is no number, and that patterns would try in every way."""


def read(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order, without overlaps; ``language`` is a BCP 47 code.

    Spans count code points of ``text`` as it is. Dates, times, ordinals and codes are returned too, by their kind:
    they are no quantities (:attr:`Figure.is_quantity`). Words such as *many* or *jutaan* give nothing.
    """
    view = look(text, language)
    places = all_apart(view)
    if places is None and len(text) >= _MANY and _ENDLESS.search(text):
        view = look(_ENDLESS.sub(_blank, text), language)
    fixed, joined = literals(view) if places is None else ([], False)
    found = pieces(view, places, plain=not fixed)
    behind = behind_letters(view) if joined else []
    if fixed or behind or view.habits.unspaced:
        quantities = _quantities(_outside(_numbers(found, behind, view), fixed), view)
        both = sorted([*quantities, *_codes(fixed, quantities, view)], key=lambda piece: piece.number.start)
    else:
        both = []
        for row, calm in rows(found, view):
            if len(row) == 1 and row[0].settled:
                both.append(row[0] if calm else aged(with_bounds(row, view)[0], view))
            else:
                both += _quantities(_numbers(row, behind, view), view)
    return tuple(_figures(both, text, view))


def _codes(fixed: list[Literal], quantities: list[Piece], view: View) -> list[Piece]:
    """Return the literals that no quantity reaches into."""
    if not fixed:
        return []
    covered = _Places((piece.start, piece.end) for piece in quantities)
    return [_literal(literal, view) for literal in fixed if not covered.touch(literal.start, literal.end)]


def _blank(found: re.Match[str]) -> str:
    return "_" * len(found[0])


class _Places:
    """Spans that can be asked, fast, whether one of them reaches into another span."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def end_before(self, offset: int) -> int:
        """Return the furthest end of those that start before ``offset``; -1 where none does."""
        count = bisect_left(self._starts, offset)
        return self._ends[count - 1] if count else -1

    def touch(self, start: int, end: int) -> bool:
        """Tell whether one of them overlaps the span."""
        return self.end_before(end) > start


def _figures(found: Iterable[Piece], text: str, view: View) -> Iterator[Figure]:
    """Yield the pieces as figures, without overlaps: words between two numbers go to the first that took them."""
    same = view.inner is None and view.outer is None
    done = 0
    for piece in found:
        start, end, number, readings, values, kind, unit, bound = piece[:8]
        if number[0] < done:
            continue
        span = number if start == number[0] and end == number[1] else Span(max(start, done), end)
        done = end
        if not same:
            span, number = view.back(*span), view.back(*number)
        yield Figure(span, number, text[span[0] : span[1]], kind, readings, values, unit, bound)


def _numbers(found: list[Piece], behind: list[int], view: View) -> list[Piece]:
    """Return the numbers ``found``, and those right ``behind`` letters of a currency, which are no words' digits."""
    found = [piece for piece in with_lone(found, view) if not _is_article_of_a_number(piece, view)]
    taken = _Places((piece.start, piece.end) for piece in found) if behind else None
    missed = [at for at in behind if taken and not taken.touch(at, at + 1)]
    more = [piece_of(numeral, view) for at in missed for numeral in view.numerals(at, at + _LONGEST)[:1]]
    whole = sorted([*found, *more], key=lambda piece: piece.start) if more else found
    return spoken(whole, view)


def _is_article_of_a_number(piece: Piece, view: View) -> bool:
    """Tell whether an indefinite word stands right before digits: *năm 2025*."""
    return piece.indefinite and view.folded[view.gap(piece.end) :][:1].isdigit()


def _outside(numbers: list[Piece], fixed: list[Literal]) -> list[Piece]:
    """Return the numbers that begin in no literal."""
    if not fixed:
        return numbers
    taken = _Places((literal.start, literal.end) for literal in fixed)
    return [n for n in numbers if not (taken.touch(n.start, n.start + 1) or taken.end_before(n.end) >= n.end)]


def _quantities(numbers: list[Piece], view: View) -> list[Piece]:
    """Mark dates, take units, join what belongs together, and take bounds, in this order."""
    marked = dated(numbers, view)
    measured = [
        n if n.settled or n.kind in POINTS_IN_TIME else _coded(with_unit(n, view), view) for n in marked
    ]
    named = [piece if piece.settled else labelled(piece, view) for piece in apart(measured, marked)]
    whole = compounded(named, view)
    bounded = with_bounds(joined(whole, view), view)
    kept = [piece for piece in enclosed(bounded, view) if _says_a_number(piece, view)]
    return [aged(piece, view) for piece in kept]


def _coded(piece: Piece, view: View) -> Piece:
    """Make a code of digits with letters right behind them that are no unit: ``3D``."""
    if piece.unit or piece.spelled or piece.scale or piece.ordinal:
        return piece
    end = tail(view, piece.end)
    if end == piece.end or view.habits.parts.at(view.folded, piece.end):
        return piece
    kind = Kind.ORDINAL if is_ordinal(view, piece.start, end) else Kind.CODE
    return piece._replace(kind=kind, end=end, number=Span(piece.start, end))


def _says_a_number(piece: Piece, view: View) -> bool:
    """Tell articles from numbers: *a* counts only with a unit or a bound, or where it stands alone.

    *A few* and bare scale words need more than a unit: *billions of euros* names no number.
    """
    if not piece.indefinite:
        return True
    behind = view.folded[piece.end :].strip()
    alone = not view.folded[: piece.start].strip() and (not behind or behind in view.habits.of)
    one = piece.value == 1 and not piece.scale
    measured = one and piece.unit is not None and piece.unit not in _RARELY_ONE
    return measured or piece.bound is not Bound.EXACT or alone


def _literal(literal: Literal, view: View) -> Piece:
    """Return a literal as a piece. A code has no value; a rank and a year do; a date and a time name several."""
    span = Span(literal.start, literal.end)
    digits = re.findall(r"\d+", span.of(view.raw)) if literal.kind is not Kind.CODE else []
    values = tuple(Fraction(int(group)) for group in digits)
    readings = tuple(Reading(value, value) for value in values if len(values) == 1)
    return Piece(literal.start, literal.end, span, readings, values, kind=literal.kind)
