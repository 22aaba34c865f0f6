"""Every page of the site, from the cases and the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.model.finding import Report
from site_builder.model.project import Case, Project
from site_builder.rendering.catalogue import Catalogue, Entry, Reviewed, make_catalogue
from site_builder.rendering.chain import chain_of
from site_builder.rendering.claimreview import claim_review, script_safe
from site_builder.rendering.data import claims_json, sitemap
from site_builder.rendering.environment import Renderer
from site_builder.rendering.evidence import evidence_groups
from site_builder.rendering.machine import machine_checks
from site_builder.rendering.page import Page, page_at, root_of
from site_builder.rendering.prose import Words, excerpt, prose
from site_builder.rules.rule import Rule


def render_pages(
    project: Project, cases: Sequence[Case], report: Report, rules: Sequence[Rule], renderer: Renderer
) -> Iterator[Page]:
    """Yield every page and file of the site but the prose pages, which MkDocs renders."""
    press = _Press(project, make_catalogue(project, cases), renderer)
    yield from press.front()
    yield from press.articles()
    yield from press.claims()
    yield from press.verdicts()
    yield from press.topics()
    yield from press.rules(rules)
    yield from press.rest(report)
    yield from renderer.assets.pages()


@dataclass(frozen=True, slots=True)
class _Press:
    project: Project
    catalogue: Catalogue
    renderer: Renderer

    def _page(self, address: str, template: str, **names: object) -> Page:
        path = page_at(address)
        return Page(path, self._render(root_of(path), address, template, **names))

    def _render(self, root: str, address: str, template: str, **names: object) -> str:
        common = {"root": root, "address": address, "catalogue": self.catalogue}
        return self.renderer.page(template, **common, **names)

    def front(self) -> Iterator[Page]:
        yield self._page("", "home.html")

    def articles(self) -> Iterator[Page]:
        yield self._page("articles/", "articles.html")
        for reviewed in self.catalogue.articles:
            yield self._article(reviewed)

    def _article(self, reviewed: Reviewed) -> Page:
        root = root_of(page_at(reviewed.path))
        parts = self.renderer.environment.get_template("notes.html").make_module({"root": root})
        words = Words(
            pin=parts.pin,  # type: ignore[attr-defined]
            note=lambda entry: parts.note(entry, *_beside(reviewed, entry)),  # type: ignore[attr-defined]
        )
        return self._page(reviewed.path, "article.html", reviewed=reviewed, prose=prose(reviewed, words))

    def claims(self) -> Iterator[Page]:
        yield self._page("claims/", "claims.html")
        for reviewed in self.catalogue.articles:
            for entry in reviewed.entries:
                yield self._claim(entry, reviewed)

    def _claim(self, entry: Entry, reviewed: Reviewed) -> Page:
        before, after = _beside(reviewed, entry)
        return self._page(
            entry.path,
            "claim.html",
            entry=entry,
            reviewed=reviewed,
            scale=self.project.scale,
            excerpt=excerpt(entry.case),
            chain=chain_of(entry.case),
            evidence=evidence_groups(entry.case.claim.evidence),
            checks=machine_checks(entry.case),
            before=before,
            after=after,
            review=script_safe(claim_review(entry, self.renderer.site, self.project.scale)),
        )

    def verdicts(self) -> Iterator[Page]:
        yield self._page("verdicts/", "verdicts.html", scale=self.project.scale)
        for step in self.catalogue.steps:
            found = self.catalogue.with_verdict(step)
            yield self._page(f"verdicts/{step.id}/", "verdict.html", step=step, entries=found)

    def topics(self) -> Iterator[Page]:
        yield self._page("topics/", "topics.html")
        for topic in self.catalogue.topics:
            yield self._page(topic.path, "topic.html", topic=topic)

    def rules(self, rules: Sequence[Rule]) -> Iterator[Page]:
        yield self._page("rules/", "rules.html", rules=rules)
        for rule in rules:
            yield self._page(f"rules/{rule.code}/", "rule.html", rule=rule)

    def rest(self, report: Report) -> Iterator[Page]:
        yield self._page("corrections/", "corrections.html", report=report)
        # a page for unknown addresses is shown at any depth: its links start at the server's root
        site = self.renderer.site
        yield Page("404.html", self._render(site.prefix, "404.html", "not_found.html"))
        yield Page("claims.json", claims_json(self.catalogue, site))
        if site.url:
            yield Page("sitemap.xml", sitemap(self.catalogue, site))


def _beside(reviewed: Reviewed, entry: Entry) -> tuple[Entry | None, Entry | None]:
    """Return the claims before and after ``entry`` in its article's text."""
    at = entry.number - 1
    entries = reviewed.entries
    return (entries[at - 1] if at else None), (entries[at + 1] if at + 1 < len(entries) else None)
