"""A quantity as written in text, and what became of a claim's figure when it was looked for."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from site_builder.frozen import frozen
from site_builder.model.span import Span


class Kind(StrEnum):
    """What sort of thing the written number is. Only quantities can be a claim's figure."""

    __hash__ = str.__hash__  # that of enumerations is slow, and every figure is looked up by its kind

    NUMBER = "number"
    PERCENT = "percent"
    CURRENCY = "currency"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    YEAR = "year"
    DATE = "date"
    TIME = "time"
    CODE = "code"
    """A literal that holds digits but is no quantity: ``9-9-6``, ``24/7``, ``Covid-19``, ``Fortune 500``."""


class Bound(StrEnum):
    """What the words beside a number make of it."""

    __hash__ = str.__hash__

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    NEARLY = "nearly"


@frozen
class Reading:
    """One way to read the written number, exact. A single value has ``low == high``.

    ``None`` is an open end: *more than 100* has ``low`` 100 and no ``high``.
    """

    low: Fraction | None
    high: Fraction | None


@frozen
class Figure:
    """A quantity read in running text.

    ``span`` covers number, unit and the words that qualify it; ``number`` covers the numeral alone with its
    sign, range, scale words and any sign that changes its value (``%``): no quote may cut it. Both count code
    points. ``readings`` holds more than one where a separator is ambiguous (``1.200``), likeliest first.
    ``unit`` is a CLDR unit id (``hour``, ``kilometer-per-hour``), an ISO 4217 code, ``percent`` or
    ``percentage-point``, the plain name of a coin or of a unit that CLDR lacks (``cent``, ``jin``), or ``None``
    where what follows is no unit we know; ``values`` are the numbers named, in order.
    """

    span: Span
    number: Span
    text: str
    kind: Kind
    readings: tuple[Reading, ...]
    values: tuple[Fraction, ...] = ()
    unit: str | None = None
    bound: Bound = Bound.EXACT

    def shift(self, offset: int) -> Figure:
        """Return the same figure with its spans moved by ``offset`` code points: from a sentence to its text."""
        return Figure(
            self.span.shift(offset),
            self.number.shift(offset),
            self.text,
            self.kind,
            self.readings,
            self.values,
            self.unit,
            self.bound,
        )

    @property
    def is_quantity(self) -> bool:
        """Tell whether a claim's figure may be found here."""
        return self.kind not in _NO_QUANTITY


_NO_QUANTITY = {Kind.YEAR, Kind.DATE, Kind.TIME, Kind.CODE, Kind.ORDINAL}


class Outcome(StrEnum):
    """What became of a claim's figure in the quoted words."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    ABSENT = "absent"
    UNREADABLE = "unreadable"
    UNCHECKED = "not checked"
    """Nobody looked: the quote it should stand in is not found."""


@frozen
class FigureCheck:
    """The result of looking for a claim's figure: in the quoted sentence, else in the whole article.

    ``figure`` is where it was found (or the nearest quantity of the sentence, for ``ABSENT``), with
    spans into the article's text. ``units_differ`` tells that the value is there under another unit.
    """

    outcome: Outcome
    figure: Figure | None = None
    units_differ: bool = False
