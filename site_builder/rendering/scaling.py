"""A stretch of numbers in equal steps, and where quantities stand on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from site_builder.frozen import frozen
from site_builder.model.figure import Bound
from site_builder.rendering.messages import Messages

_UP = {Bound.MORE_THAN, Bound.AT_LEAST}
_DOWN = {Bound.LESS_THAN, Bound.AT_MOST}
_LOOSE = {Bound.ABOUT, Bound.NEARLY}
_STEPS = 5
"""About as many steps as a telephone has room for."""
_ROOM = 330
"""CSS pixels between the first tick and the last one, on a telephone."""
_LETTER = 8
"""CSS pixels that a digit of a label takes, with some to spare."""
_EDGE = Fraction(2)
"""Percent of the line's width that is left free at both ends, so that no mark is cut."""
_FROM_ZERO = Fraction(1, 8)
"""The line starts at zero where the figures differ by this share of the largest: then there is room to see them."""
_PERCENT_FROM_ZERO = 5
"""Shares are shown out of all, unless they differ by less than this."""


@frozen
class Mark:
    """A quantity on the line. ``low`` equals ``high`` for a point; places are percent of the width, as SVG has them."""

    low: str
    high: str
    width: str
    up: bool
    down: bool
    loose: bool

    @property
    def is_range(self) -> bool:
        """Tell whether it has two ends."""
        return self.low != self.high


@frozen
class Tick:
    """A place on the line, in percent of its width; ``label`` is empty where labels would collide."""

    at: str
    label: str


@frozen
class Quantity:
    """A value, or a range, with what the words beside it make of it."""

    low: Fraction
    high: Fraction
    bound: Bound

    def differs(self, other: Quantity) -> bool:
        """Tell whether it states something else."""
        return (self.low, self.high, self.bound) != (other.low, other.high, other.bound)


@frozen
class Scale:
    """The stretch of numbers that is shown, in equal steps."""

    start: Fraction
    end: Fraction
    step: Fraction

    @classmethod
    def of(cls, quantities: Iterable[Quantity], *, percent: bool) -> Scale:
        """Choose the stretch that shows all quantities, with room behind one that is open."""
        known = list(quantities)
        low, high = min(q.low for q in known), max(q.high for q in known)
        if percent and low >= 0 and high <= 100 and (low == high or high - low >= _PERCENT_FROM_ZERO):
            return cls(Fraction(0), Fraction(100), Fraction(20))
        return cls._around(low, high, known)

    @classmethod
    def _around(cls, low: Fraction, high: Fraction, known: Sequence[Quantity]) -> Scale:
        first = min(Fraction(0), low) if _has_room(low, high) else low
        last = max(Fraction(0), high) if _has_room(low, high) else high
        step = _round_step((last - first) / _STEPS)
        start, end = math.floor(first / step) * step, math.ceil(last / step) * step
        if any(q.bound in _UP and end - q.high < step / 2 for q in known):
            end += step
        # without zero, nothing stands at the very end: it would look like a bound
        if start == low != 0 or any(q.bound in _DOWN and q.low - start < step / 2 for q in known):
            start -= step if start > 0 or low < 0 else 0
        return cls(Fraction(start), Fraction(max(end, start + step)), step)

    def place(self, number: Fraction) -> str:
        """Return where ``number`` stands, in percent of the width."""
        share = (number - self.start) / (self.end - self.start)
        return f"{float(_EDGE + share * (100 - 2 * _EDGE)):.4g}%"

    def mark(self, quantity: Quantity) -> Mark:
        """Return the mark of a quantity."""
        share = (quantity.high - quantity.low) / (self.end - self.start)
        return Mark(
            low=self.place(quantity.low),
            high=self.place(quantity.high),
            width=f"{float(share * (100 - 2 * _EDGE)):.4g}%",
            up=quantity.bound in _UP,
            down=quantity.bound in _DOWN,
            loose=quantity.bound in _LOOSE,
        )

    def ticks(self, messages: Messages) -> Iterator[Tick]:
        """Yield the ticks, first to last, with as many labels as there is room for."""
        count = int((self.end - self.start) / self.step)
        labels = [messages.decimal(self.start + self.step * n) for n in range(count + 1)]
        every = _stride(labels)
        for n, label in enumerate(labels):
            yield Tick(self.place(self.start + self.step * n), "" if n % every else label)


def _has_room(low: Fraction, high: Fraction) -> bool:
    """Tell whether numbers can be told apart on a line that has zero on it."""
    return low == high or high - low >= max(abs(low), abs(high)) * _FROM_ZERO


def _round_step(step: Fraction) -> Fraction:
    """Return the next of 1, 2, 5, 10, 20, 50 … that is no smaller than ``step``; 1 where there is no stretch."""
    if step <= 0:
        return Fraction(1)
    power = Fraction(10) ** math.floor(math.log10(step))
    return next(power * n for n in (1, 2, 5, 10, 20) if power * n >= step)


def _stride(labels: Sequence[str]) -> int:
    """Return of how many ticks one is labelled: of all that leave room, those that end with the last tick first."""
    steps = len(labels) - 1
    widest = max(map(len, labels)) * _LETTER
    fitting = [n for n in range(1, steps + 1) if widest <= _ROOM * n / steps] or [steps or 1]
    return next((n for n in fitting if steps % n == 0), fitting[0])
