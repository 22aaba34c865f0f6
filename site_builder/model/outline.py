"""The newsroom in outline: the names and addresses of its articles and claims, which some rules compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder.frozen import frozen
from site_builder.model.article import Article
from site_builder.model.claim import Status
from site_builder.model.project import ClaimFile, Project

_SENTENCE = "s-"
"""So begin the ids of sentences."""


@frozen
class ClaimOutline:
    """A claim file in outline.

    ``article`` is the name that the claim gives, and ``status`` its status; ``None`` where it cannot be read.
    ``is_sentence`` tells that a sentence of its article has the claim's name for its id.
    """

    id: str
    path: str
    article: str | None = None
    status: Status | None = None
    formerly: tuple[str, ...] = ()
    is_sentence: bool = False

    @property
    def slug(self) -> str:
        """Return the last part of the id: the fragment of the claim on its article's page."""
        return self.id.rpartition("/")[2]


@frozen
class Outline:
    """All articles by name, each with its path, and all claim files, in the order of their paths."""

    articles: Mapping[str, str]
    claims: tuple[ClaimOutline, ...]


def outline_of(project: Project) -> Outline:
    """Return the outline of a newsroom that is there as a whole."""
    paths = {name: article.path for name, article in project.articles.items()}
    return Outline(paths, outlines(project.claims, project.articles))


def outlines(files: Iterable[ClaimFile], articles: Mapping[str, Article]) -> tuple[ClaimOutline, ...]:
    """Return claim files in outline; ``articles`` are theirs, by name."""
    return tuple(_outline(file, articles) for file in files)


def _outline(file: ClaimFile, articles: Mapping[str, Article]) -> ClaimOutline:
    claim = file.claim
    if claim is None:
        return ClaimOutline(file.id, file.path)
    # ids of sentences begin alike: few names need the search
    article = articles.get(claim.article) if file.slug.startswith(_SENTENCE) else None
    taken = article is not None and any(sentence.id == file.slug for sentence in article.sentences)
    return ClaimOutline(file.id, file.path, claim.article, claim.status, claim.formerly, taken)
