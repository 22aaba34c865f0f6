"""The pages that are made from more than one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from site_builder.model.project import Project
from site_builder.model.told import Told
from site_builder.rendering.catalogue import Catalogue, Listed, ListedArticle, Topic
from site_builder.rendering.citing import report_link
from site_builder.rendering.claimants import Claimant, claimants
from site_builder.rendering.environment import Renderer
from site_builder.rendering.known import Known
from site_builder.rendering.page import AnyPage, Page, page_at, root_of
from site_builder.rendering.sheets import ARTICLES, NAMES, TOPICS, Sheet, by_article, sheets
from site_builder.rendering.statistics import statistics
from site_builder.rules.rule import Rule

_LISTS = 60
"""Topics or claimants in a list on another page."""
_TITLES = 20
"""Articles in such a list."""
_RECENT = 12
"""Articles on the front page."""

_List = TypeVar("_List", ListedArticle, Topic, Claimant)


class Lists:
    """The lists of one language of the site; what was made before of the same is ``known``.

    ``order`` tells which claims stand where, but no words of theirs.
    """

    def __init__(
        self,
        project: Project,
        catalogue: Catalogue,
        renderer: Renderer,
        known: Known,
        order: Sequence[str],
    ) -> None:
        self._project, self._catalogue, self._order = project, catalogue, order
        self.renderer, self.known = renderer, known
        self.claimed_by = claimants(catalogue.entries)

    def everything(self, rules: Sequence[Rule]) -> Iterator[AnyPage]:
        """Yield them all."""
        yield self.page("", "home.html", articles=self._catalogue.recent(_RECENT))
        yield from self._articles()
        yield from self._claims()
        yield from self._verdicts()
        yield from self._topics()
        yield from self._claimants()
        yield self._search()
        yield from self._rules(rules)
        yield from self._rest()

    def page(self, address: str, template: str, **names: object) -> Page:
        """Render the page at ``address``."""
        path = page_at(address)
        return Page(path, self._render(root_of(path), address, template, **names))

    def _sheet(
        self,
        template: str,
        sheet: Sheet[Listed] | Sheet[ListedArticle],
        words: Iterable[object],
        **names: object,
    ) -> AnyPage:
        """Return a page of a list; ``words`` tell what else it shows."""
        path = page_at(sheet.address)
        shown = [entry.digest for entry in sheet.entries]
        told = (template, sheet.number, len(sheet.addresses), shown, *words)
        return self.known.page(
            path, told, lambda: self._render(root_of(path), sheet.address, template, sheet=sheet, **names)
        )

    def _render(self, root: str, address: str, template: str, **names: object) -> str:
        common = {"root": root, "address": address, "catalogue": self._catalogue}
        return self.renderer.page(template, **common, **names)

    def _counts(self, entries: tuple[Listed, ...]) -> tuple[int, ...]:
        return self._catalogue.tally.counts(entries)

    def _articles(self) -> Iterator[AnyPage]:
        for sheet in sheets("articles/", self._catalogue.articles, "articles-{}/", ARTICLES):
            yield self._sheet("articles.html", sheet, ())

    def _claims(self) -> Iterator[AnyPage]:
        large = {topic.slug for topic in _largest(self._catalogue.topics)}
        topics = [topic for topic in self._catalogue.topics if topic.slug in large]
        shown = [(_said(topic.name), topic.path, len(topic.entries)) for topic in topics]
        told = (self._counts(self._catalogue.entries), shown)
        for sheet in sheets("claims/", self._catalogue.entries, "claims-{}/"):
            runs = list(by_article(sheet.entries))
            yield self._sheet("claims.html", sheet, told, topics=topics, by_article=runs)

    def _verdicts(self) -> Iterator[AnyPage]:
        yield self.page("verdicts/", "verdicts.html", scale=self._project.scale)
        for step in self._catalogue.steps:
            for sheet in sheets(f"verdicts/{step.id}/", self._catalogue.with_verdict(step)):
                yield self._sheet("verdict.html", sheet, (), step=step)

    def _topics(self) -> Iterator[AnyPage]:
        for each in sheets("topics/", self._catalogue.topics, "topics-{}/", TOPICS):
            yield self.page(each.address, "topics.html", sheet=each)
        for topic in self._catalogue.topics:
            told = (_said(topic.name), self._counts(topic.entries))
            for sheet in sheets(topic.path, topic.entries):
                yield self._sheet("topic.html", sheet, told, topic=topic)

    def _claimants(self) -> Iterator[AnyPage]:
        for each in sheets("claimants/", self.claimed_by, "claimants-{}/", NAMES):
            yield self.page(each.address, "claimants.html", sheet=each, claimants=each.entries)
        for claimant in self.claimed_by:
            told = (claimant.name, self._counts(claimant.entries))
            for sheet in sheets(claimant.path, claimant.entries):
                yield self._sheet("claimant.html", sheet, told, claimant=claimant)

    def _search(self) -> Page:
        return self.page(
            "search/",
            "search.html",
            # a preview may show a verdict that the scale does not have
            steps={entry.step.id: entry.step for entry in self._catalogue.entries}.values(),
            topics=_largest(self._catalogue.topics),
            claimants=_largest(self.claimed_by),
            articles=_largest([each for each in self._catalogue.articles if each.entries], _TITLES),
        )

    def _rules(self, rules: Sequence[Rule]) -> Iterator[AnyPage]:
        yield self._lasting("rules/", "rules.html", rules=rules)
        for rule in rules:
            yield self._lasting(f"rules/{rule.code}/", "rule.html", rule=rule)

    def _lasting(self, address: str, template: str, **names: object) -> AnyPage:
        """Return a page that shows nothing of what is published."""
        path = page_at(address)
        return self.known.page(
            path, (template,), lambda: self._render(root_of(path), address, template, **names)
        )

    def _rest(self) -> Iterator[AnyPage]:
        yield self.page("corrections/", "corrections.html", report_at=report_link("", self.renderer.site))
        yield self._statistics()
        # a page for unknown addresses is shown at any depth: its links start at the server's root
        site = self.renderer.site
        yield Page("404.html", self._render(site.prefix, "404.html", "not_found.html"))

    def _statistics(self) -> AnyPage:
        """Return the page that counts: of claims it shows no words."""
        address, path = "statistics/", page_at("statistics/")
        measures = [reviewed.measure for reviewed in self._catalogue.articles]
        return self.known.page(
            path,
            ("statistics.html", measures, *self._order),
            lambda: self._render(
                root_of(path), address, "statistics.html", figures=statistics(self._catalogue)
            ),
        )


def _said(words: str) -> tuple[str, str]:
    return str(words), words.language if isinstance(words, Told) else ""


def _largest(lists: Sequence[_List], most: int = _LISTS) -> list[_List]:
    """Return those with the most claims, as many as a page of lists of lists bears."""
    return sorted(lists, key=lambda each: -len(each.entries))[:most]
