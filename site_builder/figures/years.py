"""Years of four digits that the word before them tells at once: *in 2019*, *August 2023*. Most years are such."""

from __future__ import annotations

from site_builder.figures.bare import Bare
from site_builder.figures.dates import END_YEAR, FIRST_YEAR, is_name
from site_builder.figures.phrases import REACH, remember
from site_builder.figures.piece import Piece, View
from site_builder.figures.quiet import DAY_WORDS, MONTH_WORDS, MONTHS, YEAR_BEFORE, YEAR_WORDS
from site_builder.model.figure import Kind
from site_builder.model.span import Span

_DIGITS = 4
_ELSE = YEAR_WORDS | MONTH_WORDS | DAY_WORDS
"""Who has more to say than the name of a month or a word such as *in*."""


def year_at_once(start: int, end: int, said: Bare, view: View) -> Piece | None:
    """Return the year, or the month and its year, where nothing is said behind it; ``None`` where others must look."""
    gap = start - 1
    if end - start != _DIGITS or not FIRST_YEAR <= said.whole < END_YEAR or gap < 1 or not view.plain:
        return None
    if view.raw[gap] != " " or view.raw[gap - 1] == " ":
        return None
    word = view.raw[max(0, gap - REACH) : gap].rpartition(" ")[2]
    try:
        found = view.quiet.times[word]
    except KeyError:
        found = remember(view.quiet.times, word, _told(word, gap, view))
    if not found:
        return None
    kind, length = found
    first = gap - length if length else start
    return Piece(
        first, end, Span(start, end), said.told, said.values, kind, plain=True, settled=True, calm=True
    )


def _told(word: str, end: int, view: View) -> tuple[Kind, int] | None:
    """Tell what the word that ends at ``end`` makes of a year, and how long the name of its month is."""
    own, folded = view.habits, view.folded[end - len(word) : end]
    flags = view.quiet.before.before(folded, word, len(word))
    if flags & _ELSE or word.endswith("."):
        return None
    if flags & MONTHS:
        name = own.months.before(folded, len(folded)) if own.months.decides_before(folded) else None
        if name and is_name(view, end - len(word) + name[1], end):
            return Kind.DATE, len(word) - name[1]
        return None
    named = flags & YEAR_BEFORE and own.year_before.look_before(folded, len(folded))
    return (Kind.YEAR, 0) if named else None
