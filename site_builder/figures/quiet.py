"""Which tables may have something to say about a number, by the words beside it.

Most numbers stand between words that say nothing about them. What looks for units, dates, bounds and names beside
them is spared then; it would find nothing.
"""

from __future__ import annotations

import functools
from dataclasses import field
from typing import Any, NamedTuple

from site_builder.figures.habits import habits
from site_builder.figures.names import Unit
from site_builder.figures.phrases import Phrases
from site_builder.figures.voices import Voices
from site_builder.frozen import frozen
from site_builder.model.figure import Kind

CLOCKS = ("点钟", "點鐘", "点", "點", "時", "时", "시")
"""What makes a time of day of the number before it, in every language."""
_OPENING = ("-", "‑", "–", "[", "<", "(", "/")
"""Signs behind which a unit may stand, too."""

UNITS, SYMBOLS, OF, COUNTERS, BOUNDS_AFTER = (1 << at for at in range(5))
MONTHS, DATE_LINKS, MONTH_WORDS, YEAR_AFTER, TIMES = (1 << at for at in range(5, 10))
MEASURES = UNITS | SYMBOLS
BEHIND = (1 << 10) - 1
"""Whatever may make something of the number right before it."""
RATES, PER, HALF = (1 << at for at in range(10, 13))
MORE = RATES | PER | HALF
"""Whatever may make something more of a unit right before it."""
PREFIXES, CODES, BOUNDS, LABELS, AGED = (1 << at for at in range(16, 21))
DAY_WORDS, YEAR_WORDS, YEAR_BEFORE, TIMES_BEFORE = (1 << at for at in range(21, 25))
BEFORE = (1 << 25) - 1
"""Whatever may make something of the number right behind it."""
RATES_BEFORE, CIRCUMFIXES, WEEKDAYS = (1 << at for at in range(25, 28))
"""What may make something of a unit behind the number, or of a day and its month."""


class Word(NamedTuple):
    """A word behind a number: whether it surely is none of it, which tables speak of it, and the unit that it names.

    ``seconds`` are the second words of units that begin with it: before one of them it may name another.
    """

    mute: bool
    flags: int
    unit: tuple[Unit, int] | None
    length: int
    seconds: tuple[str, ...]


class Made(NamedTuple):
    """What becomes of a number between two words: all that is said of it, with no bound and no age.

    ``before`` and ``behind`` are how many code points on either side belong to it. Of a scale word behind it,
    ``length`` is the part that it takes of these, and ``factor`` what it means; else they are 0. ``asks`` tells that
    words further before it may make a bound or an age of it nevertheless.
    """

    kind: Kind
    unit: str | None
    before: int
    behind: int
    length: int
    factor: int
    asks: bool


@frozen
class Quiet:
    """The words of one language that are looked for behind and before numbers, and those that were met behind them."""

    behind: Voices
    before: Voices
    words: dict[str, Word] = field(default_factory=dict)
    times: dict[str, tuple[Kind, int] | None] = field(default_factory=dict)
    """Words before years, by what they make of them at once: see :mod:`~site_builder.figures.years`."""
    made: dict[tuple[str, str, int], Made] = field(default_factory=dict)
    """What two words make of digits of a sort between them: see :mod:`~site_builder.figures.known`."""


@functools.lru_cache(maxsize=64)
def quiet(language: str) -> Quiet:
    """Return what may stand beside numbers in a language (BCP 47), from its tables."""
    own = habits(language)
    behind: dict[int, Phrases[Any]] = {
        UNITS: own.units,
        OF: own.of,
        COUNTERS: own.counters,
        BOUNDS_AFTER: own.bounds_after,
    }
    dates: dict[int, Phrases[Any]] = {DATE_LINKS: own.date_links, YEAR_AFTER: own.year_after}
    both: dict[int, Phrases[Any]] = {MONTHS: own.months, MONTH_WORDS: own.month_words, TIMES: own.times}
    more: dict[int, Phrases[Any]] = {RATES: own.rates, PER: own.per, HALF: own.half}
    before: dict[int, Phrases[Any]] = {
        PREFIXES: own.before,
        BOUNDS: own.bounds,
        LABELS: own.labels,
        AGED: own.aged,
    }
    before |= {DAY_WORDS: own.day_words, YEAR_WORDS: own.year_words, YEAR_BEFORE: own.year_before}
    before |= {TIMES_BEFORE: own.times_before}
    before |= {WEEKDAYS: own.weekdays, RATES_BEFORE: own.rates_before, CIRCUMFIXES: own.circumfixes}
    signs = (*CLOCKS, *_OPENING)
    return Quiet(
        Voices(behind | dates | both | more, signs, {SYMBOLS: own.symbols}),
        Voices(before | both, (), {CODES: own.codes}),
    )
