"""Calculations that an editor declares: read by a small grammar, reckoned exactly, with units.

``12 h × 6 d = 72 h`` is a rate times a count, as people write it. So a calculation is reckoned to the letter first
and then with the unit of one factor taken as a count; it holds if one of these does. With a count, nothing is
converted: twelve counted hours of six days each would make 1,728 hours, which nobody means.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from site_builder.calculation import units
from site_builder.calculation.grammar import Joined, Node, Stated, UnreadableCalculation, parse, stated
from site_builder.frozen import frozen
from site_builder.model.span import Span

__all__ = ["Calculation", "Quantity", "UnreadableCalculation", "calculate"]

_COMBINE = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


@frozen
class Quantity:
    """A number of a calculation. ``span`` counts code points; ``unit`` is a canonical id, ``None`` for a count."""

    span: Span
    value: Fraction
    unit: str | None


@frozen
class Calculation:
    """A calculation as reckoned. ``made`` is what the left side makes in the right side's unit.

    It is ``None`` where the sides do not measure the same in any reading. ``unit`` is the right side's unit as it is
    written, where the right side is one number.
    """

    quantities: tuple[Quantity, ...]
    holds: bool
    made: Fraction | None
    unit: str | None = None


def calculate(written: str, language: str) -> Calculation:
    """Reckon ``written``; its words for units are read in ``language`` and in English.

    The sides are equal when they differ by no more than rounding: half of the last place of a side that is a single
    number.

    Raises:
        UnreadableCalculation: it is not in the grammar, or divides by nothing.
    """
    left, right = parse(written)
    known = {
        n: units.canonical(n.unit, language) if n.unit else None for n in (*stated(left), *stated(right))
    }
    results = [_compared(left, right, known, counts) for counts in _readings(left, right, known)]
    made = next((result for result, _ in results if result is not None), None)
    return Calculation(
        tuple(Quantity(n.span, n.value, unit) for n, unit in known.items() if n.span.end > n.span.start),
        any(holds for _, holds in results),
        made,
        right.unit if isinstance(right, Stated) else None,
    )


def _readings(left: Node, right: Node, known: dict[Stated, str | None]) -> Iterator[tuple[Stated, ...]]:
    """Yield which numbers to take as counts: none first, then each factor of a product that has several units."""
    yield ()
    for side in (left, right):
        for product in _products(side):
            measures = [number for number in stated(product) if units.is_measure(known[number])]
            if len(measures) > 1:
                yield from ((number,) for number in measures)


def _products(node: Node) -> Iterator[Joined]:
    if isinstance(node, Joined):
        if node.is_product:
            yield node
        for _, operand in node.operands:
            yield from _products(operand)


def _compared(
    left: Node, right: Node, known: dict[Stated, str | None], counts: tuple[Stated, ...]
) -> tuple[Fraction | None, bool]:
    """Return what the left side makes in the right side's unit, and whether that is what the right side says."""
    read = known | dict.fromkeys(counts)
    one, other = _value(left, read), _value(right, read)
    if one is None or other is None:
        return None, False
    if counts and one.units != other.units:
        return None, False
    made = units.converted(one, other)
    if made is None:
        return None, False
    said = Fraction(other.magnitude)
    if abs(made - said) <= _rounding(right):
        return made, True
    back = units.converted(other, one)
    return made, back is not None and abs(Fraction(one.magnitude) - back) <= _rounding(left)


def _rounding(side: Node) -> Fraction:
    return Fraction(1, 2 * 10**side.places) if isinstance(side, Stated) else Fraction(0)


def _value(node: Node, known: dict[Stated, str | None]) -> Any:
    """Return the pint quantity of one side; ``None`` where unlike things are added."""
    if isinstance(node, Stated):
        return units.quantity(node.value, known[node])
    values = [_value(operand, known) for _, operand in node.operands]
    if any(value is None for value in values):
        return None
    result = values[0]
    for (sign, operand), value in zip(node.operands[1:], values[1:], strict=True):
        if sign == "/" and value.magnitude == 0:
            raise UnreadableCalculation("it divides by nothing", next(stated(operand)).span.start)
        if sign in "+-" and not result.is_compatible_with(value):
            return None
        result = _COMBINE[sign](result, value)
    return result
