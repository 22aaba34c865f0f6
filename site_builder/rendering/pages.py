"""Every page of the site, from the cases and the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.model.finding import Report
from site_builder.model.project import Case, Project
from site_builder.rendering.cards import embed_code
from site_builder.rendering.catalogue import Catalogue, Entry, Reviewed, make_catalogue
from site_builder.rendering.chain import chain_of
from site_builder.rendering.citing import cite, mail_to_share, report_link
from site_builder.rendering.claimreview import claim_review, script_safe
from site_builder.rendering.environment import Renderer
from site_builder.rendering.evidence import evidence_groups
from site_builder.rendering.excerpt import excerpt
from site_builder.rendering.headers import Headers
from site_builder.rendering.machine import machine_checks
from site_builder.rendering.outputs import other_pages
from site_builder.rendering.page import Page, page_at, root_of
from site_builder.rendering.prose import Words, prose
from site_builder.rendering.selectors import text_fragment
from site_builder.rendering.statistics import statistics
from site_builder.rules.rule import Rule


def render_pages(
    project: Project, cases: Sequence[Case], report: Report, rules: Sequence[Rule], renderer: Renderer
) -> Iterator[Page]:
    """Yield every page and file of the site but the prose pages, which MkDocs renders."""
    press = _Press(project, make_catalogue(project, cases), renderer)
    headers = Headers()
    yield from headers.watch(press.everything(report, rules))
    # hosts look for it at their root alone; previews ship no policy
    if not (renderer.site.prefix or renderer.site.preview):
        yield headers.page(renderer.site)
    yield from renderer.assets.pages()


@dataclass(frozen=True, slots=True)
class _Press:
    project: Project
    catalogue: Catalogue
    renderer: Renderer

    def everything(self, report: Report, rules: Sequence[Rule]) -> Iterator[Page]:
        """Yield all that is made from claims."""
        yield from self.front()
        yield from self.articles()
        yield from self.claims()
        yield from self.verdicts()
        yield from self.topics()
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
        return self.page(reviewed.path, "article.html", reviewed=reviewed, prose=prose(reviewed, words))

    def claims(self) -> Iterator[Page]:
        yield self.page("claims/", "claims.html")
        for reviewed in self.catalogue.articles:
            for entry in reviewed.entries:
                yield self._claim(entry, reviewed)

    def _claim(self, entry: Entry, reviewed: Reviewed) -> Page:
        site, record, parts = self.renderer.site, reviewed.article.record, entry.case.anchor.parts
        before, after = _beside(reviewed, entry)
        return self.page(
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
            found = self.catalogue.with_verdict(step)
            yield self.page(f"verdicts/{step.id}/", "verdict.html", step=step, entries=found)

    def topics(self) -> Iterator[Page]:
        yield self.page("topics/", "topics.html")
        for topic in self.catalogue.topics:
            yield self.page(topic.path, "topic.html", topic=topic)

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


def _beside(reviewed: Reviewed, entry: Entry) -> tuple[Entry | None, Entry | None]:
    """Return the claims before and after ``entry`` in its article's text."""
    at = entry.number - 1
    entries = reviewed.entries
    return (entries[at - 1] if at else None), (entries[at + 1] if at + 1 < len(entries) else None)
