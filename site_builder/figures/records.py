"""A figure as plain data, for people's tables and other people's programs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from site_builder.model.figure import Figure, Kind, Reading


def as_record(figure: Figure) -> dict[str, Any]:
    """Return the figure as JSON knows it; ``start`` and ``end`` count code points.

    Whole numbers are integers, others floats. ``low`` and ``high`` are the ends of the likeliest reading, ``null``
    where it is open. ``percent`` holds for percentage points and per mille too: ``unit`` tells. ``readings`` has one
    entry per way to read it: a number, or ``[low, high]`` for a range.
    """
    likeliest = figure.readings[0] if figure.readings else Reading(None, None)
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.text,
        "kind": str(figure.kind),
        "values": [_plain(value) for value in figure.values],
        "low": _plain(likeliest.low),
        "high": _plain(likeliest.high),
        "unit": figure.unit,
        "percent": figure.kind is Kind.PERCENT,
        "bound": str(figure.bound),
        "readings": [_reading(reading) for reading in figure.readings],
    }


def _reading(reading: Reading) -> Any:
    low, high = _plain(reading.low), _plain(reading.high)
    return low if low == high else [low, high]


def _plain(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
