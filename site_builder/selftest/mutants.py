"""Spoilt copies of a claim, each wrong in one known way.

A mutant that would still be true is none: where the spoilt words happen to stand in the article as well, it is left
out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from site_builder.frozen import frozen
from site_builder.model.amount import Range
from site_builder.model.article import Article
from site_builder.model.claim import ClaimFigure
from site_builder.model.project import Case
from site_builder.model.told import Translations

_WORD = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")
_NEGATIONS = {"en": "not", "id": "tidak", "vi": "không", "de": "nicht", "fr": "pas", "es": "no", "ar": "لا"}


@frozen
class Mutant:
    """One spoilt claim: ``changes`` are the fields that differ from the sound one.

    ``article`` is one that the newsroom needs for it and may not have; ``translations`` are what its file tells in
    other languages, where they are spoilt.
    """

    kind: str
    claim: str
    told: str
    changes: dict[str, Any]
    article: Article | None = None
    translations: Translations | None = None


Make = Callable[[Case], Iterator[tuple[str, dict[str, Any]]]]


def mutants(case: Case, today: datetime.date) -> Iterator[Mutant]:
    """Yield every mutant of one sound, published claim, in a fixed order."""
    for kind, make in _KINDS.items():
        for told, changes in make(case):
            if "figures" in changes and _still_true(case, changes["figures"]):
                continue
            yield Mutant(kind, case.file.id, told, changes)
    if case.claim.checked_on:
        later = today + datetime.timedelta(days=7)
        yield Mutant("date in the future", case.file.id, f"checked on {later}", {"checked_on": later})


def _figure(case: Case, number: int, low: Fraction, high: Fraction) -> dict[str, Any]:
    figures = list(case.claim.figures)
    written = str(low) if low == high else f"{low} to {high}"
    figures[number] = figures[number].model_copy(update={"value": Range(low, high, written)})
    return {"figures": tuple(figures)}


def _still_true(case: Case, figures: Sequence[ClaimFigure]) -> bool:
    """Tell whether every spoilt value happens to be that of another figure in the quote."""
    quoted = {(reading.low, reading.high) for figure in case.quoted for reading in figure.readings[:1]}
    spoilt = [new for new, old in zip(figures, case.claim.figures, strict=True) if new.value != old.value]
    return bool(spoilt) and all((figure.value.low, figure.value.high) in quoted for figure in spoilt)


def _digits(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, figure in enumerate(case.claim.figures):
        value = figure.value
        for end in {value.low, value.high}:
            for spoilt in _with_another_digit(end):
                low, high = (
                    (spoilt if end == value.low else value.low),
                    (spoilt if end == value.high else value.high),
                )
                if low <= high:
                    yield f"{value} becomes {low} to {high}", _figure(case, number, low, high)


def _with_another_digit(value: Fraction) -> Iterator[Fraction]:
    if value.denominator != 1:
        yield value + 1
        return
    digits = str(value)
    for match in _DIGIT.finditer(digits):
        for step in (1, 5, 9):
            other = str((int(match[0]) + step) % 10)
            yield Fraction(digits[: match.start()] + other + digits[match.end() :])


def _signs(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, figure in enumerate(case.claim.figures):
        low, high = sorted((-figure.value.low, -figure.value.high))
        if low != figure.value.low:
            yield f"{figure.value} becomes negative", _figure(case, number, low, high)


def _places(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, figure in enumerate(case.claim.figures):
        for factor in (Fraction(10), Fraction(1, 10), Fraction(1000)):
            low, high = figure.value.low * factor, figure.value.high * factor
            yield f"{figure.value} times {factor}", _figure(case, number, low, high)


def _range_ends(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, figure in enumerate(case.claim.figures):
        low, high = figure.value.low, figure.value.high
        if low == high:
            yield f"{low} becomes a range", _figure(case, number, low, high + 10)
        else:
            yield f"only {low} of {figure.value}", _figure(case, number, low, low)
            yield f"only {high} of {figure.value}", _figure(case, number, high, high)


def _units(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, (figure, check) in enumerate(zip(case.claim.figures, case.figures, strict=True)):
        known = check.figure.unit if check.figure else None
        for unit in ("percent", "USD", "kilometers", "years"):
            if known and unit != figure.unit and not _same_unit(unit, known):
                figures = list(case.claim.figures)
                figures[number] = figure.model_copy(update={"unit": unit})
                yield f"{figure.unit} becomes {unit}", {"figures": tuple(figures)}


def _same_unit(written: str, known: str) -> bool:
    return known.startswith(written.rstrip("s")) or written == known


def _spoilt_quotes(spoil: Callable[[str, str], Iterator[tuple[str, str]]]) -> Make:
    def make(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
        seen = {case.claim.quote}
        for told, quote in spoil(case.claim.quote, case.article.language):
            if quote not in seen and quote.strip() and quote not in case.article.text:
                seen.add(quote)
                yield told, {"quote": quote}

    return make


def _dropped(quote: str, language: str) -> Iterator[tuple[str, str]]:
    words = quote.split()
    for i in range(1, len(words) - 1):
        if "…" in words[i - 1] + words[i] + words[i + 1]:
            continue  # at the edge of what the quote leaves out, one word less is a shorter quote
        yield f"without “{words[i]}”", " ".join(words[:i] + words[i + 1 :])


def _swapped(quote: str, language: str) -> Iterator[tuple[str, str]]:
    words = quote.split()
    for i in range(len(words) - 1):
        if words[i].casefold() != words[i + 1].casefold():
            yield (
                f"“{words[i + 1]} {words[i]}”",
                " ".join([*words[:i], words[i + 1], words[i], *words[i + 2 :]]),
            )


def _letters(quote: str, language: str) -> Iterator[tuple[str, str]]:
    for word in _WORD.finditer(quote):
        letters = [i for i in range(word.start(), word.end()) if quote[i].isalpha()]
        if letters:
            at = letters[len(letters) // 2]
            other = "x" if quote[at].casefold() != "x" else "y"
            yield f"“{word[0]}” with another letter", quote[:at] + other + quote[at + 1 :]


def _negated(quote: str, language: str) -> Iterator[tuple[str, str]]:
    negation = _NEGATIONS.get(language.partition("-")[0], "not")
    words = quote.split()
    for i in range(1, len(words)):
        yield f"“{negation} {words[i]}”", " ".join([*words[:i], negation, *words[i:]])


def _quoted_digits(quote: str, language: str) -> Iterator[tuple[str, str]]:
    for match in _DIGIT.finditer(quote):
        for step in range(1, 10):
            other = str((int(match[0]) + step) % 10)
            yield f"a digit becomes {other}", quote[: match.start()] + other + quote[match.end() :]
        yield "a digit more", quote[: match.start()] + "1" + quote[match.start() :]
        yield "a digit less", quote[: match.start()] + quote[match.end() :]


def _cut_figures(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    """Quotes that start or end inside a figure: their characters all stand in the article."""
    text = case.article.text
    for figure in case.quoted:
        if "://" in figure.text:
            continue  # the parts of an address are words
        whole = case.anchor.parts
        for at in range(figure.number.start + 1, figure.number.end):
            for part in whole:
                if part.start <= at < part.end and not text[at].isspace() and not text[at - 1].isspace():
                    yield f"from inside “{figure.text}”", {"quote": text[at : part.end]}
                    yield f"up to inside “{figure.text}”", {"quote": text[part.start : at]}


def _without_evidence(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    if case.step and case.step.needs_evidence:
        yield "no evidence", {"evidence": ()}


def _verdicts(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    for verdict in ("true", case.claim.verdict.upper(), f"{case.claim.verdict}ly"):
        if verdict != case.claim.verdict:
            yield f"the verdict “{verdict}”", {"verdict": verdict}


def _unfinished(case: Case) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "no conclusion", {"conclusion": None}
    yield "no date of the check", {"checked_on": None}
    yield "an article that is not there", {"article": f"{case.claim.article}-2"}


_KINDS: dict[str, Make] = {
    "figure: a digit changed": _digits,
    "figure: the sign changed": _signs,
    "figure: the decimal place moved": _places,
    "figure: a range end changed": _range_ends,
    "figure: another unit": _units,
    "quote: a digit changed, added or dropped": _spoilt_quotes(_quoted_digits),
    "quote: a figure cut": _cut_figures,
    "quote: a word dropped": _spoilt_quotes(_dropped),
    "quote: two words swapped": _spoilt_quotes(_swapped),
    "quote: a letter changed": _spoilt_quotes(_letters),
    "quote: negated": _spoilt_quotes(_negated),
    "no evidence": _without_evidence,
    "unknown verdict": _verdicts,
    "unfinished or lost": _unfinished,
}
