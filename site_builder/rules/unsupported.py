"""Shared by the rules on our own prose: its figures that nobody else's words have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.chains import is_mere_word
from site_builder.figures import readable
from site_builder.model.figure import Figure
from site_builder.model.project import Case, Project
from site_builder.model.source import Route
from site_builder.model.span import Span
from site_builder.rules.own_words import counts_our_own, is_small_count
from site_builder.rules.prose import plain
from site_builder.rules.support import Support, read, support_of
from site_builder.rules.tellings import tellings

__all__ = ["FIELDS", "is_small_count", "quantities", "unsupported"]

FIELDS = ("claim", "conclusion", "explanation")


def unsupported(case: Case, project: Project) -> Iterable[tuple[Route, Span, Figure]]:
    """Return each figure of the claim's prose that is not supported: the route of its field, its span, and itself.

    The prose is read in every language that it is told in.
    """
    before, own, found = _LATEST[0]
    if before is not case or own != project.settings.language:
        own = project.settings.language
        found = tuple(_unsupported(case, own))
        _LATEST[0] = case, own, found
    return found


_LATEST: list[tuple[Case | None, str, tuple[tuple[Route, Span, Figure], ...]]] = [(None, "", ())]
"""What was found last: the rules of one claim run one after another, and two of them ask."""


def _unsupported(case: Case, own: str) -> Iterator[tuple[Route, Span, Figure]]:
    if not case.anchor.found:
        return
    support: Support | None = None
    for route, words, language in tellings(case.file, FIELDS, own):
        if not readable(language):
            continue
        prose = plain(words)
        for figure in _naming(prose.text, language):
            # Most prose has no figures: what supports them is read when it is needed.
            support = support or support_of(case, own)
            # most figures are supported: what else may excuse one is asked before more is read for it
            if support.knows(figure) or counts_our_own(figure, prose.text, language):
                continue
            if not support.has(figure):
                yield route, prose.written(figure.span), figure


def quantities(text: str, language: str) -> Iterator[Figure]:
    """Yield the figures of our own words that need support: quantities, but for what is exempt by rule."""
    return (f for f in _naming(text, language) if not counts_our_own(f, text, language))


def _naming(text: str, language: str) -> Iterator[Figure]:
    """Yield the quantities of a text that name a number."""
    return (f for f in read(text, language) if f.is_quantity and not is_mere_word(f, text, language))
