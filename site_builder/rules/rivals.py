"""Shared by the rules that hold figures of evidence against the claim's: when two quantities can both be true."""

from __future__ import annotations

import re
from fractions import Fraction

from site_builder.frozen import frozen
from site_builder.model.amount import Range
from site_builder.model.figure import Bound, Figure, Reading

_LOOSE = {Bound.ABOUT, Bound.NEARLY}
_TENTH = Fraction(1, 10)
_WORD = re.compile(r"[^\W\d_]+")

# The word counted may stand behind an adjective: 450 part-time employees.
_REACH = 3


@frozen
class Rival:
    """A figure of evidence with the words it was read in."""

    words: str
    figure: Figure


def agrees(value: Range, figure: Figure) -> bool:
    """Tell whether a claim's amount and a figure meet in any of the figure's readings."""
    loose = figure.bound in _LOOSE
    return any(_meets(value, reading, loose) for reading in figure.readings)


def _meets(value: Range, reading: Reading, loose: bool) -> bool:
    low, high = reading.low, reading.high
    if loose:
        low = low - abs(low) * _TENTH if low is not None else None
        high = high + abs(high) * _TENTH if high is not None else None
    return (high is None or value.low <= high) and (low is None or low <= value.high)


def counts_the_same(rival: Rival, unit: str | None) -> bool:
    """Tell whether a figure without a unit of measure counts what the claim's ``unit`` names: *employees*."""
    if rival.figure.unit is not None or unit is None:
        return False
    after = _WORD.findall(rival.words[rival.figure.number.end :])[:_REACH]
    wanted = _WORD.findall(unit)[-1:]
    return bool(wanted) and any(_same_word(word.casefold(), wanted[0].casefold()) for word in after)


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are one, in the singular or the plural."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= 2 and len(shorter) >= 3
