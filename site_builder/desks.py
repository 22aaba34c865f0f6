"""An article on its desk: what the claims on it share, read once and only when asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.anchoring import Prepared, prepare
from site_builder.figures import check, read
from site_builder.model.article import Article, Sentence
from site_builder.model.claim import ClaimFigure
from site_builder.model.figure import Figure, FigureCheck, Outcome
from site_builder.model.span import Span

NOT_LOOKED_FOR = FigureCheck(Outcome.UNCHECKED)
"""The quote is not found, so there are no words to look in."""


class Desk:
    """One article, the normal form of its text, and the figures of its sentences."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.prepared: Prepared = prepare(article.text, article.language)
        self._read: dict[Span, tuple[Figure, ...]] = {}

    def figures(self, sentence: Sentence) -> tuple[Figure, ...]:
        """Return the figures of a sentence, with spans into the article's text."""
        # a cached method would hold the desk that holds it, and nobody looks for such rings
        span = sentence.span
        found = self._read.get(span)
        if found is None:
            words = span.of(self.article.text)
            found = tuple(f.shift(span.start) for f in read(words, self.article.language))
            self._read[span] = found
        return found

    def all_figures(self) -> list[Figure]:
        """Return the figures of the whole article."""
        return [figure for sentence in self.article.sentences for figure in self.figures(sentence)]

    def look_for(self, figure: ClaimFigure, quoted: Sequence[Figure]) -> FigureCheck:
        """Look for a claim's figure among those of the quote, else in the whole article."""
        return check(figure.value, figure.unit, quoted, self.all_figures, language=self.article.language)


class Desks:
    """The desks of a project's articles, by name, each laid when first asked for."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._laid: dict[str, Desk] = {}

    def __getitem__(self, name: str) -> Desk:
        if name not in self._laid:
            self._laid[name] = Desk(self._articles[name])
        return self._laid[name]
