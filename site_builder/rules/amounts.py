"""How quantities are said in findings, and written into claim files."""

from __future__ import annotations

from fractions import Fraction

from site_builder.model.claim import ClaimFigure, EvidenceFigure
from site_builder.model.figure import Figure, Reading

_WITHOUT_PLURAL = ("percent", "celsius", "fahrenheit", "hertz", "kelvin")
_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries"}


def claimed(figure: ClaimFigure | EvidenceFigure) -> str:
    """Return a figure as its claim file gives it: ``80 to 100 hours per week``."""
    return f"{figure.value} {figure.unit}" if figure.unit else str(figure.value)


def written(number: Fraction) -> str:
    """Return a number as a claim file takes it: ``1600``, ``2.5``; a fraction without end is rounded."""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.10g}"


def reading_value(reading: Reading) -> str:
    """Return a reading as a claim file takes it: ``600``, ``80 to 100``; an open end is left out."""
    ends = [written(end) for end in (reading.low, reading.high) if end is not None]
    return " to ".join(dict.fromkeys(ends))


def unit_words(unit: str, *, one: bool = False) -> str:
    """Return a unit's id as English words, plural unless ``one``: ``hours per week``, ``percent``, ``USD``."""
    counted, per, rest = unit.replace("-", " ").partition(" per ")
    *first, last = counted.split(" ")
    if not one and not unit.isupper() and last not in _WITHOUT_PLURAL:
        last = _IRREGULAR.get(last, f"{last}s")
    return " ".join([*first, last]) + per + rest


def meaning(figure: Figure) -> str:
    """Return what a figure of the text is read as: ``90 percent``, ``1200 or 1.2``."""
    values = list(dict.fromkeys(reading_value(reading) for reading in figure.readings))
    said = " or ".join(values)
    return f"{said} {unit_words(figure.unit, one=values == ['1'])}" if figure.unit else said
