"""Every page of the site, from the cases and the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from site_builder.model.finding import Report
from site_builder.model.project import Case, Project
from site_builder.rendering.assets import load_templates
from site_builder.rendering.bundles import Share, make_bundles, make_frame, render_bundle, sealed
from site_builder.rendering.catalogue import Catalogue, Reviewed, Topic, make_catalogue
from site_builder.rendering.citing import report_link
from site_builder.rendering.claimants import Claimant, claimants
from site_builder.rendering.compiling import Memory
from site_builder.rendering.coverage import Coverage
from site_builder.rendering.environment import Renderer
from site_builder.rendering.headers import Headers
from site_builder.rendering.outputs import other_pages
from site_builder.rendering.page import Page, page_at, root_of
from site_builder.rendering.records import Records
from site_builder.rendering.sealing import seals
from site_builder.rendering.sheets import ARTICLES, by_article, sheets
from site_builder.rendering.statistics import statistics
from site_builder.rendering.telling import tell
from site_builder.rules.rule import Rule

_LISTS = 60
_RECENT = 12
"""Articles on the front page."""

_List = TypeVar("_List", Reviewed, Topic, Claimant)


def render_pages(
    project: Project,
    cases: Sequence[Case],
    report: Report,
    rules: Sequence[Rule],
    renderers: Iterable[Renderer],
    folders: Sequence[Path],
    share: Share = map,
    memory: Memory | None = None,
) -> Iterator[Page]:
    """Yield every page and file of the site but the prose pages, which MkDocs renders.

    There is a renderer for each language of the site, the first for its own; ``folders`` are those of the templates.
    ``share`` does what can be done apart, ``memory`` keeps compiled templates.
    """
    headers = Headers()
    whole: Renderer | None = None
    files = load_templates(folders)
    sealed_by = seals(project, cases, files)
    for renderer in renderers:
        with renderer.compiled.kept_in(memory, files):
            what = (project, cases, report, rules, renderer, (folders, files))
            edition = _edition(*what, sealed_by, share, memory)
            yield from headers.watch(edition, renderer.site.folder)
        whole = whole or renderer
    if whole is None:
        return
    # hosts look for it at their root alone; previews ship no policy
    if not (whole.site.prefix or whole.site.preview):
        yield headers.page(whole.site)
    yield from whole.assets.pages()


def _edition(
    project: Project,
    cases: Sequence[Case],
    report: Report,
    rules: Sequence[Rule],
    renderer: Renderer,
    templates: tuple[Sequence[Path], Mapping[str, bytes]],
    sealed_by: Mapping[str, str],
    share: Share,
    memory: Memory | None,
) -> Iterator[Page]:
    """Yield the pages of one language, below its folder."""
    site = renderer.site
    project, cases = tell(project, cases, site.language)
    bundles = list(make_bundles(project, cases, make_frame(renderer, *templates, project), renderer.has_card))
    measured: dict[str, Coverage] = {}
    records: list[Records] = []
    for made in share(render_bundle, bundles):
        measured[made.article] = made.coverage
        records.append(made.records)
        # who asks for no seal gets none
        yield from _below(site.folder, sealed(made.pages, site.seal and sealed_by[made.article]))
        yield from _below(site.folder, made.files)
    catalogue = make_catalogue(project, cases, renderer.has_card, measured)
    press = _Press(project, catalogue, renderer, claimants(catalogue.entries), records, memory)
    yield from _below(site.folder, press.everything(report, rules))


def _below(folder: str, pages: Iterable[Page]) -> Iterator[Page]:
    for page in pages:
        yield replace(page, path=f"{folder}{page.path}") if folder else page


@dataclass(frozen=True, slots=True)
class _Press:
    project: Project
    catalogue: Catalogue
    renderer: Renderer
    claimed_by: tuple[Claimant, ...]
    records: Sequence[Records]
    memory: Memory | None

    def everything(self, report: Report, rules: Sequence[Rule]) -> Iterator[Page]:
        """Yield all that is made from more than one article."""
        yield from self.front()
        yield from self.articles()
        yield from self.claims()
        yield from self.verdicts()
        yield from self.topics()
        yield from self.claimants()
        yield self.search()
        yield from self.rules(rules)
        yield from self.rest(report)
        what = (self.project, self.catalogue, self.records, rules, self.renderer)
        yield from other_pages(*what, self.page, self.memory)

    def page(self, address: str, template: str, **names: object) -> Page:
        """Render the page at ``address``."""
        path = page_at(address)
        return Page(path, self._render(root_of(path), address, template, **names))

    def _render(self, root: str, address: str, template: str, **names: object) -> str:
        common = {"root": root, "address": address, "catalogue": self.catalogue}
        return self.renderer.page(template, **common, **names)

    def front(self) -> Iterator[Page]:
        yield self.page("", "home.html", articles=self.catalogue.recent(_RECENT))

    def articles(self) -> Iterator[Page]:
        for sheet in sheets("articles/", self.catalogue.articles, "articles-{}/", ARTICLES):
            yield self.page(sheet.address, "articles.html", sheet=sheet)

    def claims(self) -> Iterator[Page]:
        for sheet in sheets("claims/", self.catalogue.entries, "claims-{}/"):
            yield self.page(sheet.address, "claims.html", sheet=sheet, by_article=by_article(sheet.entries))

    def verdicts(self) -> Iterator[Page]:
        yield self.page("verdicts/", "verdicts.html", scale=self.project.scale)
        for step in self.catalogue.steps:
            for sheet in sheets(f"verdicts/{step.id}/", self.catalogue.with_verdict(step)):
                yield self.page(sheet.address, "verdict.html", step=step, sheet=sheet)

    def topics(self) -> Iterator[Page]:
        yield self.page("topics/", "topics.html")
        for topic in self.catalogue.topics:
            for sheet in sheets(topic.path, topic.entries):
                yield self.page(sheet.address, "topic.html", topic=topic, sheet=sheet)

    def claimants(self) -> Iterator[Page]:
        yield self.page("claimants/", "claimants.html", claimants=self.claimed_by)
        for claimant in self.claimed_by:
            for sheet in sheets(claimant.path, claimant.entries):
                yield self.page(sheet.address, "claimant.html", claimant=claimant, sheet=sheet)

    def search(self) -> Page:
        return self.page(
            "search/",
            "search.html",
            # a preview may show a verdict that the scale does not have
            steps={entry.step.id: entry.step for entry in self.catalogue.entries}.values(),
            topics=_largest(self.catalogue.topics),
            claimants=_largest(self.claimed_by),
            articles=_largest([reviewed for reviewed in self.catalogue.articles if reviewed.entries]),
        )

    def rules(self, rules: Sequence[Rule]) -> Iterator[Page]:
        yield self.page("rules/", "rules.html", rules=rules)
        for rule in rules:
            yield self.page(f"rules/{rule.code}/", "rule.html", rule=rule)

    def rest(self, report: Report) -> Iterator[Page]:
        yield self.page(
            "corrections/", "corrections.html", report=report, report_at=report_link("", self.renderer.site)
        )
        yield self.page("statistics/", "statistics.html", figures=statistics(self.catalogue))
        # a page for unknown addresses is shown at any depth: its links start at the server's root
        site = self.renderer.site
        yield Page("404.html", self._render(site.prefix, "404.html", "not_found.html"))


def _largest(lists: Sequence[_List]) -> list[_List]:
    """Return those with the most claims, as many as a page of lists of lists bears."""
    return sorted(lists, key=lambda each: -len(each.entries))[:_LISTS]
