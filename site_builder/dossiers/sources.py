"""The newsroom's files as they stand on the disk, read once and not yet understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from site_builder.model.article import Article
from site_builder.model.project import ClaimFile
from site_builder.model.settings import Settings
from site_builder.model.source import Problem, Source
from site_builder.reading import files
from site_builder.reading.articles import parse_article
from site_builder.reading.claims import parse_claim
from site_builder.reading.settings import scale_path


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """An article's file and the record beside it, if any, with what was wrong when they were read."""

    name: str
    source: Source
    record: Source | None
    problems: tuple[Problem, ...] = ()

    def parse(self, settings: Settings) -> Article:
        """Return the article."""
        return parse_article(
            self.name,
            self.source.path,
            self.source.text,
            self.record,
            language=settings.language,
            problems=self.problems,
        )


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """A claim's file; ``id`` is its path under the claims folder without the ending."""

    id: str
    source: Source
    problem: Problem | None = None

    def parse(self, settings: Settings) -> ClaimFile:
        """Return the claim file with its claim, or with what keeps it from having one."""
        if self.problem:
            return ClaimFile(self.id, self.source, None, (self.problem,))
        return parse_claim(self.source, self.id, settings.language)


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of all articles, by name, and of all claims, in the order of their paths."""

    articles: dict[str, ArticleSource]
    claims: tuple[ClaimSource, ...]


def read_sources(root: Path, settings: Settings) -> Sources:
    """Read them all. What cannot be read is a problem, never an exception."""
    return Sources(_by_name(_articles(root, settings)), tuple(_claims(root, settings)))


def read_claim(root: Path, path: str, settings: Settings) -> ClaimSource:
    """Read the claim file at ``path`` (POSIX, relative to ``root``)."""
    source, problem = files.read(root, path)
    id = str(PurePosixPath(path).relative_to(PurePosixPath(settings.claims)).with_suffix(""))
    return ClaimSource(id, source, problem)


def _articles(root: Path, settings: Settings) -> Iterator[ArticleSource]:
    for path in files.walk(root, settings.articles, files.ARTICLE_ENDINGS):
        source, problem = files.read(root, path)
        beside = str(PurePosixPath(path).with_suffix(".yaml"))
        record, record_problem = files.read(root, beside) if (root / beside).is_file() else (None, None)
        name = str(PurePosixPath(path).relative_to(PurePosixPath(settings.articles)).with_suffix(""))
        yield ArticleSource(name, source, record, tuple(p for p in (problem, record_problem) if p))


def _by_name(articles: Iterator[ArticleSource]) -> dict[str, ArticleSource]:
    """Return the articles by name. Of two that share one, such as `a.md` and `a.txt`, the first stays, and says so."""
    named: dict[str, ArticleSource] = {}
    for article in articles:
        first = named.setdefault(article.name, article)
        if first is not article:
            shared = Problem(
                "unreadable",
                f"{article.source.path} has the same name",
                help="rename one of the two",
                line=1,
                column=1,
            )
            named[article.name] = replace(first, problems=(*first.problems, shared))
    return named


def _claims(root: Path, settings: Settings) -> Iterator[ClaimSource]:
    scale = scale_path(settings)
    for path in files.walk(root, settings.claims, files.CLAIM_ENDINGS):
        if path != scale:
            yield read_claim(root, path, settings)
