"""Figures of one passage that another has not, whatever the languages and the spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from site_builder.chains.passages import Passage, table_name
from site_builder.figures import read
from site_builder.model.figure import Bound, Figure, Kind
from site_builder.model.span import Span

# Where a language's words for a number that nobody counted are read as numbers.
_VAGUE = {"en": frozenset({"few", "couple", "several"}), "vi": frozenset({"vài", "dăm"})}

# Two of a thing may be said by an ending, without a word for the number.
_DUAL = {"ar", "sl"}

_SCALES = {(Fraction(10**power),) for power in (2, 3, 6, 9, 12)}

_LIMITS = {Bound.AT_LEAST: 1, Bound.MORE_THAN: 1, Bound.AT_MOST: -1, Bound.LESS_THAN: -1}

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@lru_cache(maxsize=4096)
def figures(passage: Passage) -> tuple[Figure, ...]:
    """Return the figures of a passage; spans count code points of its words."""
    return read(passage.words, passage.language)


def telling(passage: Passage) -> tuple[Figure, ...]:
    """Return the figures that another text must have too: quantities and years, but no mere words."""
    found = (f for f in figures(passage) if f.is_quantity or f.kind is Kind.YEAR)
    return tuple(f for f in found if not is_mere_word(f, passage.words, passage.language))


def is_mere_word(figure: Figure, text: str, language: str) -> bool:
    """Tell whether a number in letters names none: *one* for *a*, *không* for *not*, *a few years*, *million-dollar*.

    ``text`` is what the figure was read in, ``language`` its BCP 47 code.
    """
    if any(map(str.isdigit, figure.text)):
        return False
    if figure.unit is None and figure.values in {(Fraction(0),), (Fraction(1),)}:
        return True
    number = figure.number.of(text).casefold()
    if set(number.split()) & _VAGUE.get(table_name(language), frozenset()):
        return True
    return figure.values in _SCALES and text[figure.number.end : figure.number.end + 1] == "-"


def without_counterpart(passage: Passage, others: Sequence[Passage]) -> tuple[Figure, ...]:
    """Return the telling figures of ``passage`` that none of ``others`` has."""
    return tuple(f for f in telling(passage) if not any(_has(other, f) for other in others))


def _has(passage: Passage, figure: Figure) -> bool:
    if any(same_value(figure, other) and same_measure(figure, other) for other in figures(passage)):
        return True
    if table_name(passage.language) in _DUAL and figure.values == (Fraction(2),):
        return True
    # What one language reads as a quantity may be part of a code or a compound in the other.
    digits = _numerals(figure.text)
    return bool(digits) and digits <= _unread(passage)


def _numerals(words: str) -> set[str]:
    return set(_DIGITS.findall(unicodedata.normalize("NFKC", words)))


def _unread(passage: Passage) -> set[str]:
    """Return the digits of a passage that stand in no quantity."""
    words = list(passage.words)
    for figure in figures(passage):
        if figure.is_quantity:
            words[slice(*figure.span)] = " " * (figure.span.end - figure.span.start)
    return _numerals("".join(words))


def same_value(one: Figure, other: Figure) -> bool:
    """Tell whether two figures name the same numbers in any of their readings; bounds are left aside."""
    return not _values(one).isdisjoint(_values(other))


def _values(figure: Figure) -> set[tuple[Fraction, ...]]:
    read_as = {
        tuple(dict.fromkeys(end for end in (r.low, r.high) if end is not None)) for r in figure.readings
    }
    return (read_as | {tuple(figure.values)}) - {()}


def same_measure(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may count the same."""
    return same_unit(one.unit, other.unit)


def same_unit(one: str | None, other: str | None) -> bool:
    """Tell whether two units may be the same: equal, one of them per something, or one unknown."""
    units = {one, other}
    if len(units) == 1:
        return True
    if None in units:
        return "percent" not in units
    return len({unit.partition("-per-")[0] for unit in units if unit}) == 1


def limits_changed(before: Passage, after: Passage) -> Iterator[tuple[Span, Span]]:
    """Yield the places of a figure that is a limit in one passage and in the other is none, or the opposite one.

    Only figures that each passage has once are compared: of two alike nobody knows which is which.
    """
    for figure in telling(before):
        partners = [
            other for other in telling(after) if same_value(figure, other) and same_measure(figure, other)
        ]
        alike = [other for other in telling(before) if same_value(figure, other)]
        if len(partners) == len(alike) == 1 and _limit(figure) != _limit(partners[0]):
            yield figure.span, partners[0].span


def _limit(figure: Figure) -> int:
    """Return 1 for a lower limit, -1 for an upper one, 0 for none; a range has its own."""
    return _LIMITS.get(figure.bound, 0)


def changed(lost: Sequence[Figure], added: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pair figures that became others: of one known unit in order; of none, where there is no choice."""
    left = list(added)
    for figure in lost:
        partner = next((other for other in left if _is_partner(figure, other, lost, added)), None)
        if partner:
            left.remove(partner)
            yield figure, partner


def _is_partner(figure: Figure, other: Figure, lost: Sequence[Figure], added: Sequence[Figure]) -> bool:
    if figure.kind is Kind.YEAR or other.kind is Kind.YEAR:
        return figure.kind is other.kind
    if figure.unit is None and other.unit is None:
        return _lone(figure, lost) and _lone(other, added)
    return figure.unit is not None and other.unit is not None and same_measure(figure, other)


def _lone(figure: Figure, others: Sequence[Figure]) -> bool:
    return [f for f in others if f.unit is None and f.kind is not Kind.YEAR] == [figure]
