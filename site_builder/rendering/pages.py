"""Every page of the site, from the cases and the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from site_builder.model.finding import Report
from site_builder.model.project import Case, Project
from site_builder.rendering.cards import embed_code
from site_builder.rendering.catalogue import Catalogue, Entry, Reviewed, Topic, make_catalogue
from site_builder.rendering.chain import chain_of
from site_builder.rendering.citing import cite, mail_to_share, report_link
from site_builder.rendering.claimants import Claimant, claimant_key, claimants
from site_builder.rendering.claimreview import claim_review, script_safe
from site_builder.rendering.environment import Renderer
from site_builder.rendering.evidence import evidence_groups
from site_builder.rendering.excerpt import excerpt
from site_builder.rendering.headers import Headers
from site_builder.rendering.machine import machine_checks
from site_builder.rendering.numberline import number_lines
from site_builder.rendering.outputs import other_pages
from site_builder.rendering.page import Page, page_at, root_of
from site_builder.rendering.prose import Words, prose
from site_builder.rendering.selectors import text_fragment
from site_builder.rendering.sheets import sheets
from site_builder.rendering.statistics import statistics
from site_builder.rendering.telling import tell
from site_builder.rules.rule import Rule

_LISTS = 60

_List = TypeVar("_List", Reviewed, Topic, Claimant)


def render_pages(
    project: Project,
    cases: Sequence[Case],
    report: Report,
    rules: Sequence[Rule],
    renderers: Iterable[Renderer],
) -> Iterator[Page]:
    """Yield every page and file of the site but the prose pages, which MkDocs renders.

    There is a renderer for each language of the site, the first for its own.
    """
    headers = Headers()
    whole: Renderer | None = None
    for renderer in renderers:
        yield from headers.watch(_edition(project, cases, report, rules, renderer))
        whole = whole or renderer
    if whole is None:
        return
    # hosts look for it at their root alone; previews ship no policy
    if not (whole.site.prefix or whole.site.preview):
        yield headers.page(whole.site)
    yield from whole.assets.pages()


def _edition(
    project: Project, cases: Sequence[Case], report: Report, rules: Sequence[Rule], renderer: Renderer
) -> Iterator[Page]:
    """Yield the pages of one language, below its folder."""
    site = renderer.site
    project, cases = tell(project, cases, site.language)
    catalogue = make_catalogue(project, cases, renderer.has_card)
    press = _Press(project, catalogue, renderer, claimants(catalogue.entries))
    for page in press.everything(report, rules):
        yield replace(page, path=f"{site.folder}{page.path}") if site.folder else page


@dataclass(frozen=True, slots=True)
class _Press:
    project: Project
    catalogue: Catalogue
    renderer: Renderer
    claimed_by: tuple[Claimant, ...]

    def everything(self, report: Report, rules: Sequence[Rule]) -> Iterator[Page]:
        """Yield all that is made from claims."""
        yield from self.front()
        yield from self.articles()
        yield from self.claims()
        yield from self.verdicts()
        yield from self.topics()
        yield from self.claimants()
        yield self.search()
        yield from self.rules(rules)
        yield from self.rest(report)
        yield from other_pages(self.project, self.catalogue, rules, self.renderer, self.page)

    def page(self, address: str, template: str, **names: object) -> Page:
        """Render the page at ``address``."""
        path = page_at(address)
        return Page(path, self._render(root_of(path), address, template, **names))

    def _render(self, root: str, address: str, template: str, **names: object) -> str:
        common = {"root": root, "address": address, "catalogue": self.catalogue}
        return self.renderer.page(template, **common, **names)

    def front(self) -> Iterator[Page]:
        yield self.page("", "home.html")

    def articles(self) -> Iterator[Page]:
        yield self.page("articles/", "articles.html")
        for reviewed in self.catalogue.articles:
            yield self._article(reviewed)

    def _article(self, reviewed: Reviewed) -> Page:
        root = root_of(page_at(reviewed.path))
        parts = self.renderer.environment.get_template("notes.html").make_module({"root": root})
        words = Words(
            pin=parts.pin,  # type: ignore[attr-defined]
            note=lambda entry: parts.note(entry, *_beside(reviewed, entry)),  # type: ignore[attr-defined]
        )
        return self.page(
            reviewed.path, "article.html", card=reviewed.card, reviewed=reviewed, prose=prose(reviewed, words)
        )

    def claims(self) -> Iterator[Page]:
        for sheet in sheets("claims/", self.catalogue.entries, "claims-{}/"):
            yield self.page(sheet.address, "claims.html", sheet=sheet)
        said_by = {claimant_key(claimant.name): claimant.path for claimant in self.claimed_by}
        for reviewed in self.catalogue.articles:
            for entry in reviewed.entries:
                yield self._claim(
                    entry, reviewed, said_by.get(claimant_key(entry.case.claim.claimant or ""), "")
                )

    def _claim(self, entry: Entry, reviewed: Reviewed, said_by: str) -> Page:
        site, record, parts = self.renderer.site, reviewed.article.record, entry.case.anchor.parts
        before, after = _beside(reviewed, entry)
        return self.page(
            entry.path,
            "claim.html",
            card=entry.card,
            entry=entry,
            reviewed=reviewed,
            said_by=said_by,
            scale=self.project.scale,
            excerpt=excerpt(entry.case),
            chain=chain_of(entry.case),
            lines=number_lines(entry.case, site.messages, self.project.settings.language),
            evidence=evidence_groups(entry.case.claim.evidence),
            checks=machine_checks(entry.case),
            before=before,
            after=after,
            published_at=text_fragment(record.url, entry.case.article.text, parts) if record.url else "",
            embed=embed_code(entry, site) if site.url else "",
            citation=cite(entry, site),
            share=mail_to_share(entry, site) if site.url else "",
            report_at=report_link(entry.path, site),
            review=script_safe(claim_review(entry, site, self.project.scale)) if site.url else "",
        )

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


def _beside(reviewed: Reviewed, entry: Entry) -> tuple[Entry | None, Entry | None]:
    """Return the claims before and after ``entry`` in its article's text."""
    at = entry.number - 1
    entries = reviewed.entries
    return (entries[at - 1] if at else None), (entries[at + 1] if at + 1 < len(entries) else None)
