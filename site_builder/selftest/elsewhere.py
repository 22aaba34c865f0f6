"""Sound quotes put into articles that do not have them."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.article import Article
from site_builder.model.project import Case, Project
from site_builder.reading.articles import parse_article
from site_builder.selftest.mutants import Mutant

_KIND = "quote: moved to another article"
_MOST = 3
"""How many of a large newsroom's other articles each quote is tried in."""


def moved(case: Case, project: Project) -> Iterator[Mutant]:
    """Yield the claim under other articles of the newsroom, and under its own with the quoted words cut out.

    An article that happens to have the quote's words as well is none.
    """
    others = (article for article in project.articles.values() if article.name != case.article.name)
    without = [article for article in others if not _has(article, case)]
    for article in (*without[:_MOST], _cut(case)):
        changes = {"article": article.name}
        yield Mutant(_KIND, case.file.id, f"in {article.path}", changes, article)


def _has(article: Article, case: Case) -> bool:
    return any(part.of(case.article.text) in article.text for part in case.anchor.parts)


def _cut(case: Case) -> Article:
    """Return the claim's article without the quoted words: all the rest of it is there, as it was."""
    text = case.article.text
    for part in sorted(case.anchor.parts, key=lambda part: part.start, reverse=True):
        text = text[: part.start] + text[part.end :]
    name = f"{case.article.name}-cut"
    return parse_article(name, f"{case.article.path} (cut)", text, None, language=case.article.language)
