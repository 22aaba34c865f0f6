"""The published claims in brief, in the order in which pages list them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from site_builder.frozen import frozen
from site_builder.model.article import Article
from site_builder.model.scale import Scale, Step
from site_builder.rendering.changes import Change, changes
from site_builder.rendering.coverage import Measure
from site_builder.rendering.reviewed import Entry, article_path, claim_path, slug, topic_slug, unknown
from site_builder.rendering.slips import Slip
from site_builder.rendering.withdrawn import Tombstone

Either = TypeVar("Either", "Entry", "Listed")


@frozen
class Listed:
    """A published claim as lists show it; ``article`` has no text.

    ``number`` counts the claims of its article, from 1; ``card`` is the address of its social card, empty where it has
    none; ``found`` tells that its quote stands in the article. ``corrections`` are its published changes, each with
    its day. ``digest`` is one of all that lists show of it.
    """

    article: Article
    step: Step
    id: str
    claim: str
    claimant: str | None
    topics: tuple[str, ...]
    number: int
    card: str
    found: bool
    checked_on: datetime.date | None
    updated: datetime.date | None
    corrections: tuple[tuple[datetime.date, str], ...]
    digest: str

    @property
    def slug(self) -> str:
        """Return the fragment of the claim's mark on the article's page."""
        return self.id.rpartition("/")[2]

    @property
    def path(self) -> str:
        """Return the address of the claim's page."""
        return claim_path(self.id)


@frozen(slots=False)
class ListedArticle:
    """An article with its published claims, as lists show it."""

    slip: Slip
    entries: tuple[Listed, ...]

    @property
    def article(self) -> Article:
        """Return the article, without its text."""
        return self.slip.face.article

    @property
    def measure(self) -> Measure:
        """Return how much of it was looked at."""
        return self.slip.face.measure

    @property
    def card(self) -> str:
        """Return the address of its social card, empty where it has none."""
        return self.slip.face.card

    @property
    def path(self) -> str:
        """Return the address of the article's page."""
        return article_path(self.article)

    @property
    def digest(self) -> str:
        """Return a digest of all that lists show of it."""
        return self.slip.digest

    @cached_property
    def updated(self) -> datetime.date | None:
        """Return when a claim of the article last changed."""
        return max((entry.updated for entry in self.entries if entry.updated), default=None)


@frozen
class Topic:
    """A topic with its claims."""

    name: str
    slug: str
    entries: tuple[Listed, ...]

    @property
    def path(self) -> str:
        """Return the address of the topic's page."""
        return f"topics/{self.slug}/"

    def withdrawn(self, among: Iterable[Tombstone]) -> tuple[Tombstone, ...]:
        """Return those among withdrawn claims that were of this topic."""
        return tuple(t for t in among if any(topic_slug(name) == self.slug for name in t.claim.topics))


class Tally:
    """Sorts claims by verdict, each list of them once: every page of a long list asks for the whole list."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = tuple(steps)
        self._sorted: dict[int, tuple[Any, dict[str, Any]]] = {}

    def with_verdict(self, step: Step, entries: tuple[Either, ...]) -> tuple[Either, ...]:
        """Return the claims among ``entries`` whose verdict is ``step``."""
        known = self._sorted.get(id(entries))
        if known is None or known[0] is not entries:
            known = self._sorted[id(entries)] = (entries, _by_verdict(entries))
        found: tuple[Either, ...] = known[1].get(step.id, ())
        return found

    def counts(self, entries: tuple[Either, ...]) -> tuple[int, ...]:
        """Return how many among ``entries`` have each verdict, in the order of the scale."""
        return tuple(len(self.with_verdict(step, entries)) for step in self.steps)


def _by_verdict(entries: Iterable[Either]) -> dict[str, tuple[Either, ...]]:
    found: dict[str, list[Either]] = {}
    for entry in entries:
        found.setdefault(entry.step.id, []).append(entry)
    return {step: tuple(those) for step, those in found.items()}


@frozen(slots=False)
class Catalogue:
    """Everything published, for pages that list."""

    articles: tuple[ListedArticle, ...]
    entries: tuple[Listed, ...]
    tally: Tally
    topics: tuple[Topic, ...]
    withdrawn: tuple[Tombstone, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of the scale."""
        return self.tally.steps

    def with_verdict(self, step: Step, entries: tuple[Listed, ...] | None = None) -> tuple[Listed, ...]:
        """Return the claims (of ``entries``, or all) whose verdict is ``step``."""
        return self.tally.with_verdict(step, self.entries if entries is None else entries)

    @cached_property
    def latest(self) -> tuple[Listed, ...]:
        """Return the claims, those checked or corrected last first."""
        return tuple(sorted(self.entries, key=lambda e: e.updated or datetime.date.min, reverse=True))

    def recent(self, most: int) -> tuple[ListedArticle, ...]:
        """Return the articles; those that were checked or corrected last, where there are more than ``most``."""
        if len(self.articles) <= most:
            return self.articles
        newest = sorted(self.articles, key=lambda r: r.updated or datetime.date.min, reverse=True)
        return tuple(newest[:most])

    @cached_property
    def updated(self) -> datetime.date | None:
        """Return when anything published last changed."""
        published: list[Listed | Tombstone] = [*self.entries, *self.withdrawn]
        return max((item.updated for item in published if item.updated), default=None)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return every correction and withdrawal, newest first."""
        return changes(((e.path, e.claim, e.corrections) for e in self.entries), self.withdrawn)


def make_catalogue(slips: Iterable[Slip], scale: Scale, withdrawn: tuple[Tombstone, ...] = ()) -> Catalogue:
    """Sort what is published of articles into verdicts and topics, as told in the language of ``scale``."""
    steps = {step.id: step for step in scale.steps}
    articles = tuple(ListedArticle(slip, tuple(_listed(slip, steps))) for slip in slips)
    entries = tuple(entry for article in articles for entry in article.entries)
    return Catalogue(articles, entries, Tally(scale.steps), _topics(entries), withdrawn)


def _listed(slip: Slip, steps: Mapping[str, Step]) -> Iterator[Listed]:
    for step, verdict, *row in slip.face.rows:
        yield Listed(slip.face.article, steps.get(step) or unknown(verdict), *row)


def _topics(entries: Sequence[Listed]) -> tuple[Topic, ...]:
    grouped: dict[str, list[Listed]] = {}
    names: dict[str, str] = {}
    for entry in entries:
        for name in entry.topics:
            key = topic_slug(name)
            names.setdefault(key, name)
            grouped.setdefault(key, []).append(entry)
    in_order = sorted(grouped, key=lambda key: (slug(names[key]), key))
    return tuple(Topic(names[key], key, tuple(grouped[key])) for key in in_order)
