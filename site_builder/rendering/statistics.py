"""What was published, counted: by claimant, topic and month, corrections, and how much of each article was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from site_builder.frozen import frozen
from site_builder.model.scale import Step
from site_builder.rendering.catalogue import Catalogue, Listed, ListedArticle

ROWS = 30
"""Rows of a table that are shown: a page is read by people. The data has everything."""


@frozen
class Count:
    """How many claims got a verdict."""

    step: Step
    count: int


@frozen
class Row:
    """A row of a table of verdicts: ``total`` claims, by verdict in the order of the scale, none of them 0.

    ``name`` is empty where nothing is recorded (no claimant, no date) and in the row of all ``others``, which tells
    how many names it stands for. ``path`` is the address of a page of its own, if any.
    """

    name: str
    counts: tuple[Count, ...]
    path: str = ""
    others: int = 0

    @property
    def total(self) -> int:
        """Return the number of claims."""
        return sum(count.count for count in self.counts)


@frozen
class Month:
    """What was changed in a month, as ``2026-01``."""

    name: str
    corrections: int
    withdrawals: int

    @property
    def total(self) -> int:
        """Return the number of changes."""
        return self.corrections + self.withdrawals


@frozen
class Covered:
    """Of articles: ``total`` sentences, of which the rest are neither checked nor set aside and hold no figures.

    ``article`` is ``None`` in the row that sums up ``others``.
    """

    article: ListedArticle | None
    total: int
    checked: int
    aside: int
    open: int
    others: int = 0

    @property
    def rest(self) -> int:
        """Return how many sentences are left."""
        return self.total - self.checked - self.aside - self.open


@frozen
class Statistics:
    """The tables of the page. ``corrected`` counts the claims that stand and were corrected."""

    claimants: tuple[Row, ...]
    topics: tuple[Row, ...]
    months: tuple[Row, ...]
    changes: tuple[Month, ...]
    corrected: int
    coverage: tuple[Covered, ...]


def statistics(catalogue: Catalogue) -> Statistics:
    """Count what ``catalogue`` holds: names with most claims first, months newest first."""
    return Statistics(
        claimants=_by_claimant(catalogue),
        topics=_by_topic(catalogue),
        months=_by_month(catalogue),
        changes=_changes(catalogue),
        corrected=sum(1 for entry in catalogue.entries if entry.corrections),
        coverage=_coverage(catalogue.articles),
    )


def _by_claimant(catalogue: Catalogue) -> tuple[Row, ...]:
    groups = _grouped((entry.claimant or "", entry) for entry in catalogue.entries)
    unnamed = groups.pop("", [])
    rows = _most(catalogue, [(name, "", entries) for name, entries in groups.items()])
    return (*rows, *([Row("", _counts(catalogue, unnamed))] if unnamed else []))


def _by_topic(catalogue: Catalogue) -> tuple[Row, ...]:
    return tuple(_most(catalogue, [(topic.name, topic.path, topic.entries) for topic in catalogue.topics]))


def _by_month(catalogue: Catalogue) -> tuple[Row, ...]:
    groups = _grouped((str(entry.checked_on or "")[:7], entry) for entry in catalogue.entries)
    undated = groups.pop("", [])
    newest = sorted(groups, reverse=True)
    rows = [Row(month, _counts(catalogue, groups[month])) for month in newest[:ROWS]]
    earlier = [entry for month in newest[ROWS:] for entry in groups[month]]
    rows += [Row("", _counts(catalogue, earlier), others=len(newest) - ROWS)] if earlier else []
    return (*rows, *([Row("", _counts(catalogue, undated))] if undated else []))


def _grouped(named: Iterable[tuple[str, Listed]]) -> dict[str, list[Listed]]:
    groups: dict[str, list[Listed]] = {}
    for name, entry in named:
        groups.setdefault(name, []).append(entry)
    return groups


def _most(catalogue: Catalogue, groups: Iterable[tuple[str, str, Sequence[Listed]]]) -> Iterator[Row]:
    ordered = sorted(groups, key=lambda group: (-len(group[2]), group[0].casefold(), group[0]))
    for name, path, entries in ordered[:ROWS]:
        yield Row(name, _counts(catalogue, entries), path)
    if others := ordered[ROWS:]:
        # a claim of several topics is one claim
        rest = {entry.path: entry for _, _, group in others for entry in group}
        yield Row("", _counts(catalogue, rest.values()), others=len(others))


def _counts(catalogue: Catalogue, entries: Collection[Listed]) -> tuple[Count, ...]:
    steps = {entry.step.id: entry.step for entry in entries}
    counted = Counter(entry.step.id for entry in entries)
    order = {step.id: place for place, step in enumerate(catalogue.steps)}
    ordered = sorted(steps, key=lambda id: (order.get(id, len(order)), steps[id].label))
    return tuple(Count(steps[id], counted[id]) for id in ordered)


def _changes(catalogue: Catalogue) -> tuple[Month, ...]:
    counted = Counter((str(change.date)[:7], change.withdrawn) for change in catalogue.changes)
    months = sorted({month for month, _ in counted}, reverse=True)[:ROWS]
    return tuple(Month(month, counted[month, False], counted[month, True]) for month in months)


def _coverage(articles: Sequence[ListedArticle]) -> tuple[Covered, ...]:
    rows = [
        Covered(reviewed, m.total, m.checked, m.aside, m.open)
        for reviewed, m in ((reviewed, reviewed.measure) for reviewed in articles)
    ]
    shown, others = rows[:ROWS], rows[ROWS:]
    return (*shown, *([_sum(others)] if others else []))


def _sum(rows: Sequence[Covered]) -> Covered:
    return Covered(
        article=None,
        total=sum(row.total for row in rows),
        checked=sum(row.checked for row in rows),
        aside=sum(row.aside for row in rows),
        open=sum(row.open for row in rows),
        others=len(rows),
    )
