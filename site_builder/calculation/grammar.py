"""The grammar of calculations: what cannot be read with it is never evaluated.

```
calculation := sum "=" sum
sum         := product (("+" | "−" | "-") product)*
product     := factor (("×" | "·" | "*" | "x" | "÷" | "/" | ":") factor)*
factor      := ["−" | "-"] (quantity | "(" sum ")")
quantity    := [currency] number [unit]
```

Numbers are written as in a claim's ``figures``: ``1,600`` and ``2.5``. A unit is every word up to the next sign;
a stroke between letters belongs to the unit (``h/week``), before a number it divides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from site_builder.frozen import frozen
from site_builder.model.span import Span

LONGEST = 500
"""Code points of a calculation: more than any reader would follow, and a bound on the work."""

_DEEPEST = 20
"""Brackets within brackets."""

_LETTER = r"[^\W\d_]"
_SIGN_OF_MONEY = r"[$€£¥₩₫₹₽₺₱฿]"
_MONEY = rf"(?P<money>[A-Z]{{0,3}}{_SIGN_OF_MONEY}|[A-Z]{{3}}(?=\s?\d))"
_NUMBER = r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![.,]?\d|[eE][-+]?\d)"
# A lone x between numbers multiplies; it is no unit.
_WORD = rf"(?!x\s*[-−\d(])(?:{_LETTER}|[°%‰µ]|{_SIGN_OF_MONEY})(?:\w|[°%‰$'’.]|-(?={_LETTER}))*"
_UNIT = rf"(?P<unit>{_WORD}(?:\s*/\s*{_WORD}|\s+{_WORD})*)"
_QUANTITY = re.compile(rf"(?:{_MONEY}\s?)?{_NUMBER}(?:[\s-]?\s*{_UNIT})?")
_SPACE = re.compile(r"\s*")

_SUM = {"+": "+", "-": "-", "−": "-"}
_PRODUCT = {"×": "*", "·": "*", "*": "*", "x": "*", "÷": "/", "/": "/", ":": "/"}


class UnreadableCalculation(ValueError):
    """A calculation outside the grammar. ``at`` counts code points into what was written."""

    def __init__(self, message: str, at: int) -> None:
        """Tell what is wrong, and where."""
        super().__init__(message)
        self.at = at


@frozen
class Stated:
    """A number with its unit as written. ``span`` counts code points; ``places`` are its decimals."""

    span: Span
    value: Fraction
    unit: str | None
    places: int


@frozen
class Joined:
    """Two or more operands with the sign before each: ``+`` and ``-``, or ``*`` and ``/``."""

    operands: tuple[tuple[str, Node], ...]

    @property
    def is_product(self) -> bool:
        """Tell whether the operands are multiplied or divided."""
        return self.operands[0][0] == "*"


Node = Stated | Joined


def parse(written: str) -> tuple[Node, Node]:
    """Return the two sides of a calculation.

    Raises:
        UnreadableCalculation: it is not in the grammar.
    """
    if len(written) > LONGEST:
        raise UnreadableCalculation("it is too long", LONGEST)
    reader = _Reader(written)
    left = reader.sum()
    if not reader.take({"=": "="}):
        raise UnreadableCalculation("a sign such as × or = is missing", reader.at)
    right = reader.sum()
    if reader.at < len(written):
        raise UnreadableCalculation("a calculation has one = and two sides", reader.at)
    return left, right


def stated(node: Node) -> Iterator[Stated]:
    """Yield the numbers of one side, in order."""
    if isinstance(node, Stated):
        yield node
    else:
        for _, operand in node.operands:
            yield from stated(operand)


class _Reader:
    """Recursive descent over one calculation."""

    def __init__(self, written: str) -> None:
        self.written = written
        self.depth = 0
        self.at = 0
        self._move(0)

    def sum(self) -> Node:
        """Read a sum from here on."""
        return self._joined(self._product, _SUM, "+")

    def take(self, signs: dict[str, str]) -> str:
        """Step over one of ``signs`` and return what it stands for; empty where there is none."""
        sign = self.written[self.at : self.at + 1]
        if sign not in signs:
            return ""
        self._move(self.at + 1)
        return signs[sign]

    def _product(self) -> Node:
        return self._joined(self._factor, _PRODUCT, "*")

    def _joined(self, operand: Callable[[], Node], signs: dict[str, str], first: str) -> Node:
        operands = [(first, operand())]
        while sign := self.take(signs):
            operands.append((sign, operand()))
        return operands[0][1] if len(operands) == 1 else Joined(tuple(operands))

    def _factor(self) -> Node:
        minus = self.take({"-": "-", "−": "-"})
        if not self.take({"(": "("}):
            quantity = self._quantity()
            return replace(quantity, value=-quantity.value) if minus else quantity
        self.depth += 1
        if self.depth > _DEEPEST:
            raise UnreadableCalculation("it has too many brackets", self.at)
        inner = self.sum()
        if not self.take({")": ")"}):
            raise UnreadableCalculation("a bracket is not closed", self.at)
        self.depth -= 1
        if not minus:
            return inner
        return Joined((("*", Stated(Span(self.at, self.at), Fraction(-1), None, 0)), ("*", inner)))

    def _quantity(self) -> Stated:
        found = _QUANTITY.match(self.written, self.at)
        if not found:
            raise UnreadableCalculation("a number is missing", self.at)
        if found["money"] and found["unit"]:
            raise UnreadableCalculation("an amount of money has no further unit", found.start("unit"))
        self._move(found.end())
        digits = found["number"].replace(",", "")
        places = len(digits.partition(".")[2])
        return Stated(Span(*found.span()), Fraction(digits), found["money"] or found["unit"], places)

    def _move(self, to: int) -> None:
        space = _SPACE.match(self.written, to)
        self.at = space.end() if space else to
