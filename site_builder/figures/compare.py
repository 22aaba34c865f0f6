"""Whether a claim's figure stands in the quoted words: law 3, figures are read, not matched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from site_builder.figures.canonical import canonical_unit
from site_builder.figures.habits import has_habits
from site_builder.figures.words import lexicon
from site_builder.model.figure import Figure, FigureCheck, Kind, Outcome, Reading

if TYPE_CHECKING:  # reading figures must not wait for pydantic
    from site_builder.model.amount import Range

_NAMED_KINDS = {
    "year": Kind.YEAR,
    "years": Kind.YEAR,
    "rank": Kind.ORDINAL,
    "place": Kind.ORDINAL,
    "ordinal": Kind.ORDINAL,
}
"""Units by which an editor says that a year or a rank is meant, no quantity."""
_OWN = {Kind.PERCENT, Kind.CURRENCY}
"""Kinds that no other noun can be counted in: 600 employees is not 600 percent."""


@lru_cache(maxsize=64)
def readable(language: str) -> bool:
    """Tell whether numbers in words are read in a language; digits are read in every one."""
    return bool(lexicon(language).atoms) and has_habits(language)


def check(
    amount: Range,
    unit: str | None,
    quoted: Sequence[Figure],
    elsewhere: Callable[[], Sequence[Figure]],
    *,
    language: str,
) -> FigureCheck:
    """Look for a claim's figure among the ``quoted`` figures, else among those ``elsewhere`` in the article.

    Found is the same value, however written: a single number equals a single number (also as a bound: *more than
    100* names 100), a range equals a range; an end of a range is not the quantity. Ordinals, years, dates, times and
    codes never count, but a year does for the unit ``year`` and an ordinal for ``rank``, ``place`` or ``ordinal``.
    ``units_differ`` is told where both units are known and differ, or where one is percent or money and the other is
    not. In a language that cannot be read, what is not found in digits is unreadable, not absent.
    """
    wanted = canonical_unit(unit, language) if unit else None
    here = _best(amount, unit, wanted, quoted)
    if here:
        return FigureCheck(Outcome.FOUND, here, _differ(unit, wanted, here))
    there = _best(amount, unit, wanted, elsewhere())
    if there:
        return FigureCheck(Outcome.ELSEWHERE, there, _differ(unit, wanted, there))
    outcome = Outcome.ABSENT if readable(language) else Outcome.UNREADABLE
    return FigureCheck(outcome, nearest(amount, wanted, quoted))


def nearest(amount: Range, wanted: str | None, figures: Iterable[Figure]) -> Figure | None:
    """Return the quantity nearest to ``amount``: one in the same unit before any other, then the closest value."""
    quantities = [figure for figure in figures if figure.is_quantity and figure.values]

    def rank(figure: Figure) -> tuple[bool, Fraction]:
        return wanted is None or figure.unit != wanted, _distance(amount, figure)

    return min(quantities, key=rank, default=None)


def _best(amount: Range, unit: str | None, wanted: str | None, figures: Iterable[Figure]) -> Figure | None:
    """Return the figure with this value, one in the same unit before one without, before one in another."""
    found = [figure for figure in figures if _may_count(figure, unit) and _equals(amount, figure)]
    return min(found, key=lambda figure: (_differ(unit, wanted, figure), figure.unit != wanted), default=None)


def _may_count(figure: Figure, unit: str | None) -> bool:
    return figure.is_quantity or _NAMED_KINDS.get((unit or "").lower()) is figure.kind


def _equals(amount: Range, figure: Figure) -> bool:
    return any(_is(amount, reading) for reading in figure.readings)


def _is(amount: Range, reading: Reading) -> bool:
    if reading.low is None or reading.high is None:
        return amount.low == amount.high and amount.low in (reading.low, reading.high)
    return (amount.low, amount.high) == (reading.low, reading.high)


def _differ(unit: str | None, wanted: str | None, figure: Figure) -> bool:
    if unit is None or figure.kind in {Kind.YEAR, Kind.ORDINAL}:
        return False
    if wanted is None:
        return figure.kind in _OWN
    return figure.unit != wanted if figure.unit else wanted in {"percent", "percentage-point"}


def _distance(amount: Range, figure: Figure) -> Fraction:
    low, high = figure.values[0], figure.values[-1]
    return abs(amount.low - low) + abs(amount.high - high)
