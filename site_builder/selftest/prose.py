"""Figures of our own words with another digit, in each language that they are told in."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.project import Case, Project
from site_builder.model.source import Route
from site_builder.model.span import Span
from site_builder.rules.prose import plain
from site_builder.rules.support import read, support_of
from site_builder.rules.tellings import tellings
from site_builder.rules.unsupported import FIELDS, quantities
from site_builder.selftest.mutants import Mutant

_KIND = "our words: a digit changed"
_STEPS = (1, 5)


def misfigured(case: Case, project: Project) -> Iterator[Mutant]:
    """Yield the claim with one digit changed in a figure of its claim, conclusion or explanation.

    A digit whose figure then happens to be supported, or to be no quantity any more, spoils nothing.
    """
    own = project.settings.language
    support = support_of(case, own)
    for route, words, language in tellings(case.file, FIELDS, own):
        for at, spoilt in _spoilt(words, language):
            prose = plain(spoilt)
            there = [f for f in read(prose.text, language) if _holds(prose.written(f.span), at)]
            kept = [f for f in quantities(prose.text, language) if f in there]
            if there and all(figure not in kept or support.has(figure) for figure in there):
                continue
            told = f"{'.'.join(map(str, route))}: {_around(spoilt, at)}"
            yield _mutant(case, route, spoilt, told)


def _spoilt(words: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield where a digit was changed, and the words with it."""
    prose = plain(words)
    for figure in quantities(prose.text, language):
        for place in range(figure.number.start, figure.number.end):
            if prose.text[place] in "0123456789":
                at = prose.source(place)
                for step in _STEPS:
                    digit = str((int(words[at]) + step) % 10)
                    yield at, words[:at] + digit + words[at + 1 :]


def _holds(span: Span, at: int) -> bool:
    return span.start <= at < span.end


def _around(words: str, at: int) -> str:
    return "…" + " ".join(words[max(0, at - 15) : at + 15].split()) + "…"


def _mutant(case: Case, route: Route, spoilt: str, told: str) -> Mutant:
    field, *language = route
    if not language:
        return Mutant(_KIND, case.file.id, told, {str(field): spoilt})
    others = {**case.file.translations[(field,)], str(language[0]): spoilt}
    return Mutant(_KIND, case.file.id, told, {}, translations={**case.file.translations, (field,): others})
