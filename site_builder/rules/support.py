"""Shared by the rules on our own prose: the figures that somebody else's words, or a calculation, have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from site_builder.calculation import UnreadableCalculation, calculate
from site_builder.chains import passages, same_unit
from site_builder.figures import read, readable
from site_builder.model.claim import Evidence
from site_builder.model.figure import Figure
from site_builder.model.project import Case
from site_builder.model.span import Span

__all__ = ["Support", "read", "support_of", "words_of"]

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


_Number = tuple[int, int]
"""As numerator and denominator."""
_Numbers = list[set[_Number]]
"""The numbers that a figure names in each of its readings."""


class Support:
    """What the words of others have: figures, reckoned quantities, and digits of languages that are not read.

    Their words are read one after another, and no further than until a figure is found.
    """

    def __init__(
        self, quoted: Iterable[tuple[str, str]], reckoned: Iterable[tuple[Fraction, str | None]]
    ) -> None:
        """Take all ``quoted`` words with their languages, and the quantities ``reckoned`` with their units."""
        both = list(dict.fromkeys(quoted))
        self._unread = [(words, language) for words, language in both if readable(language)]
        unreadable = (words for words, language in both if not readable(language))
        self._digits = {digits for words in unreadable for digits in _DIGITS.findall(words)}
        self._known: dict[_Number, list[tuple[str | None, _Numbers]]] = {}
        for value, unit in reckoned:
            self._keep(unit, [{value.as_integer_ratio()}])

    def knows(self, figure: Figure) -> bool:
        """Tell whether ``figure`` is in what was read so far; nothing more is read for it."""
        return self._knows(_numbers(figure), figure.unit)

    def has(self, figure: Figure) -> bool:
        """Tell whether ``figure`` is there: the same numbers, or some of a range's, of one unit."""
        wanted = _numbers(figure)
        if self._knows(wanted, figure.unit):
            return True
        digits = _DIGITS.findall(figure.text)
        while self._unread:
            words, language = self._unread.pop(self._likeliest(digits))
            for other in read(words, language):
                self._keep(other.unit, _numbers(other))
            if self._knows(wanted, figure.unit):
                return True
        return bool(digits) and self._digits.issuperset(digits)

    def _keep(self, unit: str | None, numbers: _Numbers) -> None:
        """Remember a figure by each of its numbers."""
        for number in numbers[0] if len(numbers) == 1 else set().union(*numbers):
            self._known.setdefault(number, []).append((unit, numbers))

    def _knows(self, wanted: _Numbers, unit: str | None) -> bool:
        for some in wanted:
            for other, numbers in self._known.get(next(iter(some)), ()):
                alike = unit == other or same_unit(unit, other)
                if alike and (len(some) == 1 or any(some <= there for there in numbers)):
                    return True
        return False

    def _likeliest(self, digits: list[str]) -> int:
        """Return which of the unread words to read next: those that hold the same digits, if any do."""
        held = (at for at, (words, _) in enumerate(self._unread) if all(map(words.__contains__, digits)))
        return next(held, 0)


def _numbers(figure: Figure) -> _Numbers:
    """Return what a figure names: a reading has one number at least."""
    return [
        {low.as_integer_ratio()}
        if (low := reading.low) and low is reading.high
        else {end.as_integer_ratio() for end in (low, reading.high) if end is not None}
        for reading in figure.readings
    ]


def support_of(case: Case, language: str) -> Support:
    """Gather what supports the figures of a claim; ``language`` is the site's."""
    return Support(_quoted(case, language), _reckoned(case, language))


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
