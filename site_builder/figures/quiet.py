"""Whether a number stands alone: between words that say nothing about it in its language.

Most numbers do. What looks for units, dates, bounds and names beside them is spared then; it would find nothing.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from site_builder.figures.habits import habits
from site_builder.figures.phrases import Silence

CLOCKS = ("点钟", "點鐘", "点", "點", "時", "时", "시")
"""What makes a time of day of the number before it, in every language."""
_OPENING = ("-", "‑", "–", "[", "<", "(", "/")
"""Signs behind which a unit may stand, too."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """The words of one language that are looked for beside numbers, in the folded text and as they are written."""

    behind: Silence
    behind_raw: Silence
    before: Silence
    before_raw: Silence


@functools.lru_cache(maxsize=64)
def quiet(language: str) -> Quiet:
    """Return what may stand beside numbers in a language (BCP 47), from its tables."""
    own = habits(language)
    behind = (own.units, own.of, own.counters, own.bounds_after)
    dates = (own.months, own.date_links, own.month_words, own.year_after, own.times)
    before = (own.before, own.bounds, own.labels, own.aged)
    dates_before = (own.months, own.month_words, own.day_words, own.year_words, own.year_before)
    return Quiet(
        Silence(*behind, *dates, signs=(*CLOCKS, *_OPENING)),
        Silence(own.symbols),
        Silence(*before, *dates_before, own.times, own.times_before),
        Silence(own.codes),
    )
