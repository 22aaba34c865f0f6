"""Shared by the rules on our own prose: the figures that somebody else's words, or a calculation, have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from site_builder.calculation import UnreadableCalculation, calculate
from site_builder.chains import passages, same_unit
from site_builder.figures import read as read_figures
from site_builder.figures import readable
from site_builder.model.claim import Evidence
from site_builder.model.figure import Figure
from site_builder.model.project import Case
from site_builder.model.span import Span

__all__ = ["Support", "read", "support_of", "words_of"]

read = lru_cache(maxsize=4096)(read_figures)
"""Figures of words that several rules read."""

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Support:
    """What the words of others have: figures, reckoned quantities, and digits of languages that are not read."""

    figures: tuple[Figure, ...]
    reckoned: tuple[tuple[Fraction, str | None], ...]
    digits: frozenset[str]

    def has(self, figure: Figure) -> bool:
        """Tell whether ``figure`` is there: the same numbers, or some of a range's, of one unit."""
        known = [_numbers(other) for other in self.figures if same_unit(figure.unit, other.unit)]
        known += [[{value}] for value, unit in self.reckoned if same_unit(figure.unit, unit)]
        if any(wanted <= there for wanted in _numbers(figure) for one in known for there in one):
            return True
        digits = set(_DIGITS.findall(figure.text))
        return bool(digits) and digits <= self.digits


def _numbers(figure: Figure) -> list[set[Fraction]]:
    """Return the numbers that a figure names, in each of its readings."""
    return [{end for end in (r.low, r.high) if end is not None} for r in figure.readings]


def support_of(case: Case, language: str) -> Support:
    """Gather what supports the figures of a claim; ``language`` is the site's."""
    figures: list[Figure] = []
    digits: set[str] = set()
    for words, written_in in _quoted(case, language):
        if readable(written_in):
            figures += read(words, written_in)
        else:
            digits |= set(_DIGITS.findall(words))
    return Support(tuple(figures), tuple(_reckoned(case, language)), frozenset(digits))


def _quoted(case: Case, language: str) -> Iterator[tuple[str, str]]:
    """Yield all quoted words, and their translations, each with its language."""
    for sentence in case.sentences:
        yield _within(sentence.span, case), case.article.language
    for evidence in case.claim.evidence:
        yield from words_of(evidence, language)
        if evidence.title:
            yield evidence.title, evidence.language or language
    for passage in passages(case):
        yield passage.words, passage.language
    for link in case.claim.chain:
        if link.translation:
            yield link.translation, language
    for route, texts in case.file.translations.items():
        if route[-1] == "translation" and len(route) > 1:
            yield from ((words, written_in) for written_in, words in texts.items())


def words_of(evidence: Evidence, language: str) -> Iterator[tuple[str, str]]:
    """Yield the quote of a piece of evidence and its translation, each with its language."""
    if evidence.quote:
        yield evidence.quote, evidence.language or language
    if evidence.translation:
        yield evidence.translation, language


def _within(sentence: Span, case: Case) -> str:
    """Return the quoted words of a sentence, its parts on lines of their own so that no figure is made across."""
    text = case.article.text
    shared = (Span(max(p.start, sentence.start), min(p.end, sentence.end)) for p in case.anchor.parts)
    return "\n\n".join(span.of(text) for span in shared if span.start < span.end)


def _reckoned(case: Case, language: str) -> Iterator[tuple[Fraction, str | None]]:
    for written in case.claim.calc:
        try:
            reckoned = calculate(written, language)
        except UnreadableCalculation:
            continue
        if reckoned.holds:
            yield from ((quantity.value, quantity.unit) for quantity in reckoned.quantities)
