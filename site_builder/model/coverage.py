"""How much of an article was checked: the honest denominator."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.article import Sentence, SetAside
from site_builder.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A sentence with figures that no claim covers and nobody set aside."""

    sentence: Sentence
    figures: tuple[Figure, ...]
    """Spans count code points of the article's text."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence that was set aside, with the editor's reason."""

    sentence: Sentence
    why: SetAside


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of an article's sentences. ``sentences`` leaves captions, credits and furniture out."""

    article: str
    sentences: tuple[Sentence, ...]
    checked: tuple[Sentence, ...]
    asides: tuple[Aside, ...]
    uncovered: tuple[Uncovered, ...]
