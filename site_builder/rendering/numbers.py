"""Numbers as readers of a language write them."""

from __future__ import annotations

from fractions import Fraction

from babel.numbers import format_decimal

_DECIMALS = 3
"""Digits behind the mark that are shown at most: a fraction without end is rounded."""


def number_text(number: Fraction, language: str) -> str:
    """Return ``number`` in the digits and with the marks of a language (BCP 47): ``1,600``, ``2,5``."""
    places = "#" * _DECIMALS
    value = number.numerator if number.denominator == 1 else float(number)
    return format_decimal(value, format=f"#,##0.{places}", locale=language.replace("-", "_"))


def range_text(low: Fraction, high: Fraction, language: str) -> str:
    """Return a number, or a range with a dash between its ends."""
    ends = dict.fromkeys((number_text(low, language), number_text(high, language)))
    return "–".join(ends)
