"""The honest denominator as pages show it."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.coverage import cover
from site_builder.frozen import frozen
from site_builder.model.article import Article, Sentence, SetAside
from site_builder.model.project import Case


@frozen
class Aside:
    """A statement set aside, and the sentences it stands in (none where its words are not found)."""

    record: SetAside
    sentences: tuple[Sentence, ...]

    @property
    def is_article(self) -> bool:
        """Tell whether the statement is the article's own; a caption, credit or stray is not."""
        return not self.sentences or any(sentence.kind.is_article for sentence in self.sentences)


@frozen
class Measure:
    """How much of an article was looked at, in sentences; see :class:`Coverage`."""

    total: int
    checked: int
    aside: int
    open: int


@frozen
class Coverage:
    """What of an article was looked at. ``total`` counts the article's own sentences: captions, credits and
    strays are none of them. ``aside`` counts those of them that were set aside, ``open`` are those with figures that
    nobody checked or set aside; ``set_aside`` lists statements, captions and strays too."""

    total: int
    checked: int
    aside: int
    open: tuple[Sentence, ...]
    set_aside: tuple[Aside, ...]

    @property
    def measure(self) -> Measure:
        """Return it in numbers."""
        return Measure(self.total, self.checked, self.aside, len(self.open))


def coverage(article: Article, cases: Sequence[Case]) -> Coverage:
    """Measure ``article``'s coverage by its published ``cases``; statements set aside in the editor's order."""
    measured = cover(article, cases)
    return Coverage(
        total=len(measured.sentences),
        checked=len(measured.checked),
        aside=len(measured.set_aside),
        open=tuple(uncovered.sentence for uncovered in measured.uncovered),
        set_aside=tuple(
            Aside(record, tuple(a.sentence for a in measured.asides if a.why == record))
            for record in article.record.set_aside
        ),
    )
