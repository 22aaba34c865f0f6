"""Which of an article's sentences are checked, set aside, or hold figures that nobody looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_builder.anchoring import anchor, prepare
from site_builder.figures import read
from site_builder.model.article import Article, Sentence
from site_builder.model.claim import Status
from site_builder.model.coverage import Aside, Coverage, Uncovered
from site_builder.model.project import Case
from site_builder.model.span import Span


def cover(article: Article, cases: Iterable[Case]) -> Coverage:
    """Measure one article's coverage by ``cases``. Those of other articles and what was withdrawn cover nothing."""
    touched = {s.span for case in cases if _stands(case, article) for s in case.sentences}
    own = tuple(s for s in article.sentences if s.kind.is_article)
    asides = tuple(_asides(article))
    settled = touched | {aside.sentence.span for aside in asides}
    return Coverage(
        article=article.name,
        sentences=own,
        checked=tuple(s for s in own if s.span in touched),
        asides=asides,
        uncovered=tuple(_with_figures(article, [s for s in own if s.span not in settled])),
    )


def _stands(case: Case, article: Article) -> bool:
    return case.article.name == article.name and case.claim.status is not Status.WITHDRAWN


def _asides(article: Article) -> Iterator[Aside]:
    prepared = prepare(article.text, article.language)
    for why in article.record.set_aside:
        parts = anchor(prepared, why.quote).parts
        yield from (Aside(s, why) for s in article.sentences if _touches(s, parts))


def _touches(sentence: Sentence, parts: Sequence[Span]) -> bool:
    return any(sentence.span.overlaps(part) for part in parts)


def _with_figures(article: Article, sentences: Sequence[Sentence]) -> Iterator[Uncovered]:
    for sentence in sentences:
        found = read(sentence.span.of(article.text), article.language)
        quantities = tuple(f.shift(sentence.span.start) for f in found if f.is_quantity)
        if quantities:
            yield Uncovered(sentence, quantities)
