"""A number on its way to being a figure: what was read so far, over the folded text."""

from __future__ import annotations

import bisect
import functools
import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from site_builder.figures.folding import fold, fold_plainly
from site_builder.figures.habits import Habits, habits
from site_builder.figures.names import ONE, Unit
from site_builder.figures.numerals import Numeral, scan, scan_of
from site_builder.figures.phrases import is_unspaced
from site_builder.figures.quiet import BEFORE, BEHIND, Quiet, quiet
from site_builder.model.figure import Bound, Kind, Reading
from site_builder.model.span import Span

_SPACE = re.compile("[\t\xa0\u2002\u2003\u2007-\u200a\u202f\u3000]")
_SIGNS = "-–−"


@functools.cache  # long to compile, and few languages need it
def _needless_space() -> re.Pattern[str]:
    return re.compile(
        "(?<=[\u2e80-\u31ff\u3400-\u9fff\uff00-\uff9f]) +(?=[\u2e80-\u31ff\u3400-\u9fff\uff00-\uff9f\\d])"
        "|(?<=\\d) +(?=[\u2e80-\u31ff\u3400-\u9fff])"
    )


POINTS_IN_TIME = frozenset({Kind.DATE, Kind.YEAR, Kind.TIME, Kind.CODE})
"""Kinds that take no unit, no bound and no part in a range."""


@dataclass(slots=True)
class View:
    """A text as the readers see it: ``folded`` for words, ``raw`` for case, both of one length.

    ``source`` is what numbers are scanned in, ``source_folded`` that folded; ``inner`` leads from ``raw`` to it where
    it is longer, and ``outer`` from it to the untouched text where that is longer still. All offsets count code
    points.
    """

    folded: str
    raw: str
    source: str
    source_folded: str
    language: str
    habits: Habits
    inner: list[int] | None
    outer: list[int] | None
    quiet: Quiet
    plain: bool = False
    _behind: dict[int, int] = field(default_factory=dict)
    _before: dict[int, int] = field(default_factory=dict)

    def back(self, start: int, end: int) -> Span:
        """Return the span of the untouched text for a stretch of the folded one."""
        for offsets in (self.inner, self.outer):
            if offsets is not None:
                start, end = offsets[start], offsets[end - 1] + 1 if end > start else offsets[start]
        return Span(start, end)

    def numerals(self, start: int = 0, end: int | None = None) -> list[Numeral]:
        """Return the numerals of a stretch of the folded text, or of all of it, with offsets into the folded text."""
        if start == 0 and end is None:
            found = scan_of(self.source, self.source_folded, self.inner, self.language).numerals()
            return [self.inward(numeral) for numeral in found]
        return [n._replace(span=n.span.shift(start)) for n in scan(self.folded[start:end], self.language)]

    def inward(self, numeral: Numeral) -> Numeral:
        """Return a numeral of the source with its place in the folded text."""
        if self.inner is None:
            return numeral
        start, end = (bisect.bisect_left(self.inner, at) for at in numeral.span)
        return numeral._replace(span=Span(start, end))

    def gap(self, start: int) -> int:
        """Return where the spaces (at most two) that begin at ``start`` end."""
        if self.folded[start : start + 1] != " ":
            return start
        return start + 2 if self.folded[start + 1 : start + 2] == " " else start + 1

    def gap_before(self, end: int) -> int:
        """Return where the spaces (at most two) that end at ``end`` begin."""
        if end <= 0 or self.folded[end - 1] != " ":
            return end
        return end - 2 if end > 1 and self.folded[end - 2] == " " else end - 1

    def behind(self, end: int) -> int:
        """Return the flags of the tables that may speak of a number, or a unit, that ends at ``end``."""
        known = self._behind.get(end)
        if known is None:
            voices = self.quiet.behind
            look = voices.behind_plain if self.plain else voices.behind
            sign = self.folded[end : end + 1]
            known = look(self.folded, self.raw, self.gap(end) if sign == " " else end)
            if sign in {".", "º"}:
                # a month may stand behind the point of an ordinal
                known |= look(self.folded, self.raw, self.gap(end + 1))
            self._behind[end] = known
        return known

    def before(self, start: int) -> int:
        """Return the flags of the tables that may speak of a number that begins at ``start``."""
        known = self._before.get(start)
        if known is None:
            voices, end = self.quiet.before, self.gap_before(start)
            look = voices.before_plain if self.plain else voices.before
            known = self._before[start] = look(self.folded, self.raw, end)
        return known

    def quiet_behind(self, end: int) -> bool:
        """Tell whether what follows a number that ends at ``end`` says nothing about it."""
        return not self.behind(end) & BEHIND

    def quiet_before(self, start: int) -> bool:
        """Tell whether what stands before a number that begins at ``start`` says nothing about it."""
        return not self.before(start) & BEFORE


class Piece(NamedTuple):
    """One number, or several that make one quantity.

    ``start`` and ``end`` take in unit and qualifying words; ``number`` is what no quote may cut. ``left`` tells
    that the unit stands before the number; ``plain`` that it is written as one unsigned run of digits;
    ``settled`` that all is said of it but for bounds, ages and neighbours; ``calm`` that neither bounds nor ages are.
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
    fraction: bool = False
    settled: bool = False
    calm: bool = False

    @property
    def in_digits(self) -> bool:
        """Tell whether the number is written in digits, and in nothing else."""
        return not (self.spelled or self.scale or self.fraction or self.indefinite)

    @property
    def value(self) -> Fraction:
        """Return the likeliest value; of a range, the first number."""
        return self.values[0]

    @property
    def whole(self) -> int:
        """Return the likeliest value as an integer, or -1 where it is none."""
        return self.values[0].numerator if self.values[0].denominator == 1 else -1

    @property
    def is_range(self) -> bool:
        """Tell whether two numbers make one quantity here."""
        return len(self.values) > 1

    def scaled(self, unit: Unit, start: int, end: int, number: Span) -> Piece:
        """Return the number in ``unit``, whose factor its values take, and where it stands with it."""
        readings, values = self.readings, self.values
        if unit.factor is not ONE and unit.factor != 1:
            readings = tuple(
                Reading(*(end and end * unit.factor for end in (r.low, r.high))) for r in readings
            )
            values = tuple(value * unit.factor for value in values)
        return Piece._make((start, end, number, readings, values, unit.kind, unit.id, *self[7:]))


def look(text: str, language: str) -> View:
    """Fold a text for reading."""
    own, voices = _tables(language)
    source, outer = _closed_up(text) if own.unspaced else (text, None)
    folded = fold_plainly(source, own.language)
    if folded is not None and len(folded) == len(source):
        spaced, raw = _plainly_spaced(folded), _plainly_spaced(source)
        return View(spaced, raw, source, folded, language, own, None, outer, voices, plain=True)
    folded, inner = fold(source, own.language, False)
    raw = source if inner is None else "".join(map(_cased, folded, (source[at] for at in inner[:-1])))
    source_folded = folded
    if _SPACE.search(source):
        folded, raw = _SPACE.sub(" ", folded), _SPACE.sub(" ", raw)
    return View(folded, raw, source, source_folded, language, own, inner, outer, voices)


def _plainly_spaced(text: str) -> str:
    """Set a plain space for each of the common sorts of space."""
    return text.replace("\xa0", " ").replace("\u202f", " ").replace("\t", " ")


@functools.lru_cache(maxsize=64)
def _tables(language: str) -> tuple[Habits, Quiet]:
    return habits(language), quiet(language)


def _cased(folded: str, letter: str) -> str:
    """Return a folded letter, whose marks are joined to it, in the case of the letter it was."""
    return upper if letter.isupper() and len(upper := folded.upper()) == 1 else folded


def _closed_up(text: str) -> tuple[str, list[int] | None]:
    """Take out the spaces that some texts set between the signs of a script without spaces."""
    needless = _needless_space()
    if not needless.search(text):
        return text, None
    gone = {at for found in needless.finditer(text) for at in range(*found.span())}
    kept = [at for at in range(len(text)) if at not in gone]
    return "".join(text[at] for at in kept), [*kept, len(text)]


def thousands(piece: Piece, view: View) -> Piece:
    """Read the compact ``k`` behind digits also before a script without spaces: *15kパーセント*."""
    behind = view.raw[piece.end : piece.end + 2]
    if behind[:1] not in {"k", "K"} or behind[1:].isascii():
        return piece
    if piece.scale or not view.raw[piece.end - 1].isdigit():
        return piece
    readings = tuple(Reading(*(end and end * 1000 for end in (r.low, r.high))) for r in piece.readings)
    number = Span(piece.start, piece.end + 1)
    return piece._replace(
        end=number.end, number=number, readings=readings, values=(piece.value * 1000,), scale=True
    )


def piece_of(numeral: Numeral, view: View) -> Piece:
    """Return a numeral, whose span counts in the folded text, as a piece."""
    start, end = numeral.span
    readings = numeral.readings
    if readings[0].numerator < 0:
        itself = start + 1 if _sign_is_a_dash(view, start) else _minus_is_in_a_bound(view, start, end)
        if itself is not None:
            start, readings = itself, tuple(-value for value in readings)
    return Piece(
        start=start,
        end=end,
        number=Span(start, end),
        readings=tuple([Reading(value, value) for value in readings]),
        values=readings[:1],
        kind=Kind.ORDINAL if numeral.ordinal else Kind.NUMBER,
        plain=view.raw[start:end].isdigit(),
        spelled=numeral.spelled,
        scale=numeral.scale,
        indefinite=numeral.indefinite,
        ordinal=numeral.ordinal,
        fraction=numeral.fraction,
    )


def _sign_is_a_dash(view: View, start: int) -> bool:
    """Tell whether what looks like a minus joins the number to what stands before it."""
    before = view.raw[start - 1 : start]
    joins = before.isdigit() or (before.isalpha() and not is_unspaced(before)) or before in {"%", "％", ")"}
    return view.raw[start] in _SIGNS and joins


def _minus_is_in_a_bound(view: View, start: int, end: int) -> int | None:
    """Return where the number itself begins if its word for minus ends a bound: *por lo menos 20*."""
    space = view.folded.find(" ", start, end)
    if not view.folded[start].isalpha() or space < 0:
        return None
    bound = view.habits.bounds.before(view.folded, space)
    return view.gap(space) if bound and bound[1] < start else None
