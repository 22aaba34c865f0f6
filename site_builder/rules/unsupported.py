"""Shared by the rules on our own prose: its figures that nobody else's words have."""

from __future__ import annotations

from collections.abc import Iterator

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


def unsupported(case: Case, project: Project) -> Iterator[tuple[Route, Span, Figure]]:
    """Yield each figure of the claim's prose that is not supported: the route of its field, its span, and itself.

    The prose is read in every language that it is told in.
    """
    own = project.settings.language
    if not case.anchor.found:
        return
    support: Support | None = None
    for route, words, language in tellings(case.file, FIELDS, own):
        if not readable(language):
            continue
        prose = plain(words)
        for figure in quantities(prose.text, language):
            # Most prose has no figures: what supports them is read when it is needed.
            support = support or support_of(case, own)
            if not support.has(figure):
                yield route, prose.written(figure.span), figure


def quantities(text: str, language: str) -> Iterator[Figure]:
    """Yield the figures of our own words that need support: quantities, but for what is exempt by rule."""
    for figure in read(text, language):
        exempt = is_mere_word(figure, text, language) or counts_our_own(figure, text, language)
        if figure.is_quantity and not exempt:
            yield figure
