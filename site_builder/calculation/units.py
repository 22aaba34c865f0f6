"""Units of calculations, by pint: conversions are exact, and what has no unit of measure is counted."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Any

from site_builder.figures import canonical_unit

_CODE = re.compile(r"[A-Z]{3}")
_STROKE = re.compile(r"\s*/\s*|\s+per\s+")
_POWERS = {"square": 2, "cubic": 3}
# Differences of temperature can be multiplied, temperatures cannot.
_PINT_NAMES = {
    "celsius": "delta_degree_Celsius",
    "fahrenheit": "delta_degree_Fahrenheit",
    "percentage-point": "percent",
}


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Fraction)


def canonical(written: str, language: str) -> str | None:
    """Return a unit as figures name it (CLDR id, ISO 4217 code, ``percent``); ``None`` for what is only counted.

    Words are read in ``language`` and in English, symbols such as ``h`` and ``d`` by pint.
    """
    whole = canonical_unit(written, language) or canonical_unit(written, "en")
    if whole:
        return whole
    parts = _STROKE.split(written)
    if len(parts) > 1:
        known = [canonical(part, language) for part in parts]
        return "-per-".join(part for part in known if part) if all(known) else None
    return _symbol(written)


def _symbol(written: str) -> str | None:
    # Only whole symbols: with prefixes, pint reads a cat as a hundredth of an atmosphere.
    meanings = _registry().parse_unit_name(written) if written.isalpha() and len(written) <= 3 else ()
    return next((str(name).replace("_", "-") for prefix, name, _ in meanings if not prefix), None)


def quantity(value: Fraction, unit: str | None) -> Any:
    """Return ``value`` as a pint quantity; a ``unit`` of ``None`` makes it a count."""
    return _registry().Quantity(value, _unit(unit or ""))


@cache
def _unit(unit: str) -> Any:
    whole, *by = unit.split("-per-")
    product = _simple(whole)
    for part in by:
        product = product / _simple(part)
    return product


def _simple(name: str) -> Any:
    registry = _registry()
    if not name:
        return registry.Unit("")
    first, _, rest = name.partition("-")
    if first in _POWERS and rest:
        return _simple(rest) ** _POWERS[first]
    known = _PINT_NAMES.get(name, name.replace("-", "_"))
    if _CODE.fullmatch(name) or not registry.parse_unit_name(known):
        # A currency, or a unit that pint has not: a measure of its own, which converts into nothing else.
        known = f"own_{known}"
        if not registry.parse_unit_name(known):
            registry.define(f"{known} = [{known}]")
    return registry.Unit(known)


def is_measure(unit: str | None) -> bool:
    """Tell whether ``unit`` has a dimension: counts and percentages have none."""
    return unit is not None and not _unit(unit).dimensionless


def converted(made: Any, like: Any) -> Fraction | None:
    """Return how much ``made`` is in the unit of ``like``; ``None`` where they do not measure the same."""
    if not made.is_compatible_with(like):
        return None
    return Fraction(made.to(like.units).magnitude)
