"""The published claims in the order in which pages show them."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from site_builder.model.article import Article
from site_builder.model.project import Case, Project
from site_builder.model.scale import Step
from site_builder.model.told import Told
from site_builder.rendering.changes import Change, changes
from site_builder.rendering.coverage import Coverage, coverage
from site_builder.rendering.withdrawn import Tombstone, tombstones

# From this many notes on, notes in the margin show the claim alone until they are opened.
DENSE = 13
CARD = "social.png"
"""The name of a social card's file, beside its page."""
# No file system has names of more than 255 bytes.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A published claim: its number counts the claims of its article in the order of the text, from 1.

    ``card`` is the address of its social card, empty where it has none.
    """

    case: Case
    step: Step
    number: int
    card: str = ""

    @property
    def slug(self) -> str:
        """Return the fragment of the claim's mark on the article's page."""
        return self.case.file.slug

    @property
    def path(self) -> str:
        """Return the address of the claim's page."""
        return f"claims/{self.case.file.id}/"

    @property
    def mark(self) -> str:
        """Return the address of the claim's mark; of the article where the quote is not found."""
        fragment = f"#{self.slug}" if self.case.anchor.found else ""
        return f"{article_path(self.case.article)}{fragment}"

    @property
    def updated(self) -> datetime.date | None:
        """Return when the claim last changed: its latest correction, or its check."""
        claim = self.case.claim
        if not claim.corrections:
            return claim.checked_on
        dates = [correction.date for correction in claim.corrections]
        return max([*dates, claim.checked_on] if claim.checked_on else dates)


@dataclass(frozen=True)
class Reviewed:
    """An article with its published claims, in the order of the text; ``card`` is as a claim's.

    ``measured`` is its coverage where that is known already; else it is measured when first asked for.
    """

    article: Article
    entries: tuple[Entry, ...]
    measured: Coverage | None = None
    card: str = ""

    @cached_property
    def coverage(self) -> Coverage:
        """Return what of the article was looked at."""
        return self.measured or coverage(self.article, [entry.case for entry in self.entries])

    @property
    def path(self) -> str:
        """Return the address of the article's page."""
        return article_path(self.article)

    @property
    def dense(self) -> bool:
        """Tell whether notes would crowd the margin."""
        return len(self.entries) >= DENSE

    @property
    def updated(self) -> datetime.date | None:
        """Return when a claim of the article last changed."""
        return max((entry.updated for entry in self.entries if entry.updated), default=None)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its claims."""

    name: str
    slug: str
    entries: tuple[Entry, ...]

    @property
    def path(self) -> str:
        """Return the address of the topic's page."""
        return f"topics/{self.slug}/"

    def withdrawn(self, among: Iterable[Tombstone]) -> tuple[Tombstone, ...]:
        """Return those among withdrawn claims that were of this topic."""
        return tuple(t for t in among if any(topic_slug(name) == self.slug for name in t.claim.topics))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything published, for pages that list."""

    articles: tuple[Reviewed, ...]
    entries: tuple[Entry, ...]
    steps: tuple[Step, ...]
    topics: tuple[Topic, ...]
    withdrawn: tuple[Tombstone, ...] = ()
    _sorted: dict[int, tuple[Sequence[Entry], dict[str, tuple[Entry, ...]]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def with_verdict(self, step: Step, entries: tuple[Entry, ...] | None = None) -> tuple[Entry, ...]:
        """Return the claims (of ``entries``, or all) whose verdict is ``step``."""
        among = self.entries if entries is None else entries
        # each page of a long list asks for each verdict of the whole list
        known = self._sorted.get(id(among))
        if known is None or known[0] is not among:
            known = self._sorted[id(among)] = (among, _by_verdict(among))
        return known[1].get(step.id, ())

    @property
    def latest(self) -> tuple[Entry, ...]:
        """Return the claims, those checked or corrected last first."""
        return tuple(sorted(self.entries, key=lambda e: e.updated or datetime.date.min, reverse=True))

    def recent(self, most: int) -> tuple[Reviewed, ...]:
        """Return the articles; those that were checked or corrected last, where there are more than ``most``."""
        if len(self.articles) <= most:
            return self.articles
        newest = sorted(self.articles, key=lambda r: r.updated or datetime.date.min, reverse=True)
        return tuple(newest[:most])

    @property
    def updated(self) -> datetime.date | None:
        """Return when anything published last changed."""
        published: list[Entry | Tombstone] = [*self.entries, *self.withdrawn]
        return max((item.updated for item in published if item.updated), default=None)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return every correction and withdrawal, newest first."""
        return changes(((entry.path, entry.case.claim) for entry in self.entries), self.withdrawn)


def article_path(article: Article) -> str:
    """Return the address of an article's page."""
    return f"articles/{article.name}/"


def make_catalogue(
    project: Project,
    cases: Sequence[Case],
    has_card: Callable[[str], bool] = lambda _: False,
    measured: Mapping[str, Coverage] | None = None,
) -> Catalogue:
    """Sort the published among ``cases`` into articles, verdicts and topics.

    ``has_card`` tells of a verdict or a title whether a social card can be made of it; ``measured`` is the coverage
    of articles, by name, where it is known already.
    """
    by_article: dict[str, list[Case]] = {name: [] for name in project.articles}
    for case in cases:
        if case.claim.published:
            by_article[case.article.name].append(case)
    known = measured or {}
    articles = tuple(
        _reviewed(project.articles[name], found, has_card, known.get(name))
        for name, found in by_article.items()
    )
    entries = tuple(entry for article in articles for entry in article.entries)
    return Catalogue(articles, entries, project.scale.steps, _topics(entries), tombstones(project))


def _reviewed(
    article: Article, cases: list[Case], has_card: Callable[[str], bool], measured: Coverage | None
) -> Reviewed:
    ordered = sorted(cases, key=_place)
    entries = tuple(_entry(case, n, has_card) for n, case in enumerate(ordered, 1))
    card = f"{article_path(article)}{CARD}" if entries and has_card(article.title) else ""
    return Reviewed(article, entries, measured, card)


def _by_verdict(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.step.id, []).append(entry)
    return {step: tuple(those) for step, those in found.items()}


def _entry(case: Case, number: int, has_card: Callable[[str], bool]) -> Entry:
    step = case.step or _unknown(case)
    return Entry(case, step, number, f"claims/{case.file.id}/{CARD}" if has_card(step.label) else "")


def _place(case: Case) -> tuple[bool, int, int, str]:
    first = next(iter(case.anchor.parts), None)
    return (first is None, first.start if first else 0, -first.end if first else 0, case.file.id)


def _unknown(case: Case) -> Step:
    # A preview may show a claim whose verdict the scale does not have: its word stands alone, in grey.
    label = case.claim.verdict
    return Step(
        id=slug(label) or "verdict", label=label, criterion=label, tone="grey", icon="ring", line="dotted"
    )


@lru_cache(maxsize=4096)
def slug(words: str) -> str:
    """Return ``words`` for an address: lower case, without marks, letters and digits of any script kept."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    address = "-".join(re.findall(r"[^\W_]+", bare)).encode("utf-8", "replace")[:_LONGEST]
    return address.decode("utf-8", "ignore").rstrip("-")


def topic_slug(name: str) -> str:
    """Return a topic's part of an address, in every language that of the site's own; one without letters needs one."""
    return slug(name.said if isinstance(name, Told) else name) or "topic"


def _topics(entries: Sequence[Entry]) -> tuple[Topic, ...]:
    grouped: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    for entry in entries:
        for name in entry.case.claim.topics:
            key = topic_slug(name)
            names.setdefault(key, name)
            grouped.setdefault(key, []).append(entry)
    in_order = sorted(grouped, key=lambda key: (slug(names[key]), key))
    return tuple(Topic(names[key], key, tuple(grouped[key])) for key in in_order)
