"""A number on its way to being a figure: what was read so far, over the folded text."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace
from fractions import Fraction

from site_builder.figures.folding import fold
from site_builder.figures.habits import Habits, Unit, habits
from site_builder.figures.numerals import Numeral, scan
from site_builder.model.figure import Bound, Kind, Reading
from site_builder.model.span import Span

_SPACES = {code: 0x20 for code in (0x09, 0xA0, 0x2002, 0x2003, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x3000)}
_SIGNS = "-–−"


@dataclass(frozen=True, slots=True)
class View:
    """A text as the readers see it: ``folded`` for words, ``raw`` for case, both of one length.

    ``offsets`` leads back to the untouched text where that is longer. All offsets count code points.
    """

    folded: str
    raw: str
    habits: Habits
    offsets: list[int] | None

    def back(self, start: int, end: int) -> Span:
        """Return the span of the untouched text for a stretch of the folded one."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start])

    def gap(self, start: int) -> int:
        """Return where the spaces (at most two) that begin at ``start`` end."""
        end = start
        while end < start + 2 and self.folded[end : end + 1] == " ":
            end += 1
        return end

    def gap_before(self, end: int) -> int:
        """Return where the spaces (at most two) that end at ``end`` begin."""
        start = end
        while start > max(0, end - 2) and self.folded[start - 1] == " ":
            start -= 1
        return start


@dataclass(frozen=True, slots=True)
class Piece:
    """One number, or several that make one quantity.

    ``start`` and ``end`` take in unit and qualifying words; ``number`` is what no quote may cut. ``left`` tells
    that the unit stands before the number; ``plain`` that it is written as one unsigned run of digits.
    """

    start: int
    end: int
    number: Span
    readings: tuple[Reading, ...]
    values: tuple[Fraction, ...]
    kind: Kind = Kind.NUMBER
    unit: str | None = None
    bound: Bound = Bound.EXACT
    left: bool = False
    plain: bool = False
    spelled: bool = False
    scale: bool = False
    indefinite: bool = False
    ordinal: bool = False

    @property
    def value(self) -> Fraction:
        """Return the likeliest value; of a range, the first number."""
        return self.values[0]

    @property
    def is_range(self) -> bool:
        """Tell whether two numbers make one quantity here."""
        return len(self.values) > 1

    def scaled(self, unit: Unit) -> Piece:
        """Return the number in ``unit``, whose factor its values take."""
        if unit.factor == 1:
            return replace(self, kind=unit.kind, unit=unit.id)
        readings = tuple(Reading(*(end and end * unit.factor for end in (r.low, r.high))) for r in self.readings)
        values = tuple(value * unit.factor for value in self.values)
        return replace(self, kind=unit.kind, unit=unit.id, readings=readings, values=values)


def look(text: str, language: str) -> View:
    """Fold a text for reading."""
    own = habits(language)
    folded, offsets = fold(text, own.language, False)
    raw = text if offsets is None else "".join(text[at] for at in offsets[:-1])
    return View(folded.translate(_SPACES), raw.translate(_SPACES), own, offsets)


def pieces(text: str, language: str, view: View) -> list[Piece]:
    """Return the numbers of a text, alone."""
    return [_piece(numeral, view) for numeral in scan(text, language)]


def _piece(numeral: Numeral, view: View) -> Piece:
    start, end = numeral.span
    if view.offsets is not None:
        start, end = (bisect.bisect_left(view.offsets, at) for at in (start, end))
    readings = numeral.readings
    if _sign_is_a_dash(view, start):
        start, readings = start + 1, tuple(abs(value) for value in readings)
    written = view.raw[start:end]
    return Piece(
        start=start,
        end=end,
        number=Span(start, end),
        readings=tuple(Reading(value, value) for value in readings),
        values=readings[:1],
        kind=Kind.ORDINAL if numeral.ordinal else Kind.NUMBER,
        plain=written.isdigit(),
        spelled=numeral.spelled,
        scale=numeral.scale,
        indefinite=numeral.indefinite,
        ordinal=numeral.ordinal,
    )


def _sign_is_a_dash(view: View, start: int) -> bool:
    """Tell whether what looks like a minus joins the number to what stands before it."""
    before = view.raw[start - 1 : start]
    return view.raw[start] in _SIGNS and (before.isalnum() or before in {"%", "％", ")"}) and before != ""
