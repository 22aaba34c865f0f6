"""The value of a claim's figure, as an editor writes it: a number or a range."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from site_builder.frozen import frozen

_NUMBER = r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_AMOUNT = re.compile(rf"(?P<low>{_NUMBER})(?:\s*(?:–|—|-|\bto\b)\s*(?P<high>{_NUMBER}))?")


@frozen
class Range:
    """An exact amount: ``low`` equals ``high`` for a single number. ``written`` is the editor's spelling."""

    low: Fraction
    high: Fraction
    written: str

    def __str__(self) -> str:
        """Return the amount as the editor wrote it."""
        return self.written


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "").replace("−", "-"))


def parse_amount(value: Any) -> Range:
    """Read ``600``, ``1,600``, ``2.5``, ``80 to 100`` or ``80–100``; a point is the decimal mark.

    Raises:
        ValueError: ``value`` is none of these, or the range runs downwards.
    """
    if isinstance(value, Range):
        return value
    text = str(value).strip()
    found = _AMOUNT.fullmatch(text)
    if not found:
        raise ValueError("write a number such as 600 or 2.5, or a range such as 80 to 100")
    low = _number(found["low"])
    high = _number(found["high"]) if found["high"] else low
    if high < low:
        raise ValueError(f"the range {text} runs downwards: write the smaller number first")
    return Range(low, high, text)


# The names of groups are Python's alone: other programs read the pattern, too.
_WRITTEN = re.sub(r"\(\?P<\w+>", "(?:", _AMOUNT.pattern)

Amount = Annotated[
    Range,
    BeforeValidator(parse_amount),
    WithJsonSchema({"type": ["number", "string"], "pattern": rf"^\s*{_WRITTEN}\s*$"}),
]
"""A pydantic field type for :class:`Range`."""
