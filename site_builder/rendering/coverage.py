"""The honest denominator: which sentences of an article were checked, which were not, and which never will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder import anchoring, figures
from site_builder.model.article import Article, Sentence, SetAside
from site_builder.model.project import Case


@dataclass(frozen=True, slots=True)
class Aside:
    """A statement set aside, and the sentences it stands in (none where its words are not found)."""

    record: SetAside
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of an article was looked at. ``total`` counts the article's own sentences: captions, credits and
    strays are none of them. ``open`` are sentences with figures that nobody checked or set aside."""

    total: int
    checked: int
    open: tuple[Sentence, ...]
    set_aside: tuple[Aside, ...]


def coverage(article: Article, cases: Sequence[Case]) -> Coverage:
    """Count ``article``'s sentences; ``cases`` are its published ones."""
    touched = {sentence.id for case in cases for sentence in case.sentences}
    asides = tuple(_aside(article, record) for record in article.record.set_aside)
    known = touched | {sentence.id for aside in asides for sentence in aside.sentences}
    own = [sentence for sentence in article.sentences if sentence.kind.is_article]
    return Coverage(
        total=len(own),
        checked=sum(sentence.id in touched for sentence in own),
        open=tuple(s for s in own if s.id not in known and _has_quantity(article, s)),
        set_aside=asides,
    )


def _aside(article: Article, record: SetAside) -> Aside:
    found = anchoring.anchor(anchoring.prepare(article.text, article.language), record.quote)
    parts = found.parts
    return Aside(record, tuple(s for s in article.sentences if any(s.span.overlaps(p) for p in parts)))


def _has_quantity(article: Article, sentence: Sentence) -> bool:
    words = sentence.span.of(article.text)
    return any(figure.is_quantity for figure in figures.read(words, article.language))
