"""The unit of work: from an article's and its claims' files to what the rules find there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from site_builder import rules
from site_builder.dossiers.cases import make_cases
from site_builder.dossiers.sources import ArticleSource, ClaimSource, Sources
from site_builder.frozen import frozen
from site_builder.model.brief import Brief, Dossier
from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.scale import Scale
from site_builder.model.settings import Settings
from site_builder.model.source import Location, Spot
from site_builder.reading.places import locator

_NO_DAY = datetime.date.min
"""What is found in a dossier is true on any day: the rules that ask for the date are run for its brief."""


@frozen
class Job:
    """All that is needed to check the claims of one article. ``article`` is ``None`` for claims that have none.

    ``frame`` are the settings and the scale in words.
    """

    settings: Settings
    scale: Scale
    article: ArticleSource | None
    claims: tuple[ClaimSource, ...]
    frame: str

    @property
    def names(self) -> tuple[str | None, ...]:
        """Return which article and which claims it is about."""
        return (self.article.name if self.article else None, *(claim.path for claim in self.claims))

    def with_texts(self) -> Job:
        """Return it with all that it is about, for whoever cannot look into the newsroom's folder."""
        article = self.article and self.article.with_text()
        return replace(self, article=article, claims=tuple(claim.with_text() for claim in self.claims))

    def parts(self) -> Iterator[str]:
        """Yield everything that the outcome depends on, but for the program."""
        yield self.frame
        if self.article:
            yield from self.article.parts()
        for claim in self.claims:
            yield from claim.parts()


def make_jobs(
    sources: Sources,
    settings: Settings,
    scale: Scale,
    known: Mapping[str, str] | None = None,
) -> Iterator[Job]:
    """Yield a job for each article, and one for the claims that have none.

    ``known`` tells the article of claims, by their paths, where the guess was wrong.
    """
    # the same for thousands of jobs
    frame = repr((settings.content(), scale.model_dump_json()))
    grouped: dict[str | None, list[ClaimSource]] = {name: [] for name in (*sources.articles, None)}
    for claim in sources.claims:
        named = (known or {}).get(claim.path) or claim.named
        grouped[named if named in sources.articles else None].append(claim)
    for name, claims in grouped.items():
        if name or claims:
            article = sources.articles[name] if name else None
            yield Job(settings, scale, article, tuple(claims), frame)


def make_dossier(job: Job) -> Dossier:
    """Read and check the claims of one article, by the rules that look no further."""
    article = job.article.parse(job.settings) if job.article else None
    files = tuple(claim.parse(job.settings) for claim in job.claims)
    articles = {article.name: article} if article else {}
    alone = Project(job.settings, job.scale, articles, files, _NO_DAY)
    cases = make_cases(alone)
    findings = tuple(rules.run(alone, cases, scopes=(rules.Scope.ARTICLE,)))
    return Dossier(article, files, cases, findings, spots(findings, alone))


def spots(findings: Iterable[Finding], project: Project) -> dict[Location, Spot]:
    """Return the places of findings, for people: the file of each is composed once and then forgotten."""
    locate = locator(project)
    return {place: locate(place) for finding in findings for place in (finding.at, *finding.related)}


def misplaced(briefs: Iterable[Brief], articles: Mapping[str, ArticleSource]) -> dict[str, str]:
    """Return the claims that lie in the wrong dossier, by their paths, each with its article."""
    return {
        claim.path: claim.article
        for brief in briefs
        for claim in brief.claims
        if claim.article is not None and claim.article in articles and claim.article != brief.name
    }
