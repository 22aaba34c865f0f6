"""The sentence of a claim, as its page shows it."""

from __future__ import annotations

from markupsafe import Markup

from site_builder.model.article import Article
from site_builder.model.project import Case
from site_builder.rendering.html import escape, marked
from site_builder.rendering.weave import Event, Strand, Turn, weave

_WRITTEN = {Turn.OPEN: "<mark>", Turn.CLOSE: "</mark>"}


def excerpt(case: Case) -> Markup:
    """Return the sentences that the quote touches, its words marked; `…` stands for sentences between."""
    article = case.article
    marks = [Strand(part, 0, None) for part in case.anchor.parts]
    shown: list[str] = []
    end = None
    for sentence in case.sentences:
        if end is not None:
            between = article.text[end : sentence.span.start]
            shown.append(" … " if between.strip() else between)
        shown.extend(_written(article, event) for event in weave(sentence.span, marks))
        end = sentence.span.end
    return marked("".join(shown))


def _written(article: Article, event: Event) -> str:
    return escape(event.span.of(article.text)) if event.turn is Turn.TEXT else _WRITTEN[event.turn]
