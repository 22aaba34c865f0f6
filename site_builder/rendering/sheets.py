"""Long lists on several pages, so that each stays quick to load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Generic, TypeVar

from site_builder.frozen import frozen
from site_builder.rendering.catalogue import Listed

Item = TypeVar("Item")

SIZE = 100
"""Claims on one page of a list."""
ARTICLES = 40
"""Articles on one page of a list: each is told at more length than a claim."""
TOPICS = 60
"""Topics on one page, each with the count of each verdict."""
NAMES = 600
"""Names on one page, each with a number."""
_WIDE = 10
"""Pages between two linked ones from which on one half-way is linked, too: a few steps lead to each page."""


@frozen
class Sheet(Generic[Item]):
    """One page of a list. ``number`` counts from 1; ``addresses`` are those of all its pages."""

    number: int
    entries: tuple[Item, ...]
    addresses: tuple[str, ...]

    @property
    def address(self) -> str:
        """Return the page's own address."""
        return self.addresses[self.number - 1]

    @property
    def near(self) -> Iterator[int]:
        """Yield the numbers to link to: the first, the neighbours, the last, some between; 0 stands for a gap."""
        last = len(self.addresses)
        near = sorted(n for n in {1, last, *range(self.number - 1, self.number + 2)} if 1 <= n <= last)
        shown = sorted({*near, *(_between(a, b) for a, b in pairwise(near) if b - a > _WIDE)})
        for before, number in pairwise([0, *shown]):
            if number > before + 1:
                yield 0
            yield number


def _between(first: int, last: int) -> int:
    """Return a number half-way, a round one where there is room."""
    middle = (first + last) // 2
    tens = 10 * ((middle + 5) // 10)
    return tens if first < tens < last else middle


def sheets(
    address: str, entries: Sequence[Item], further: str = "", size: int = SIZE
) -> Iterator[Sheet[Item]]:
    """Yield the pages of a list; one, where it is short or empty.

    The first stands at ``address``, the others at ``further`` with their number for ``{}``; below ``address`` unless
    given.
    """
    pattern = further or f"{address}{{}}/"
    count = max(1, -(-len(entries) // size))
    addresses = (address, *(pattern.format(number) for number in range(2, count + 1)))
    for number in range(1, count + 1):
        yield Sheet(number, tuple(entries[(number - 1) * size : number * size]), addresses)


def by_article(entries: Sequence[Listed]) -> Iterator[tuple[Listed, list[Listed]]]:
    """Yield the runs of claims on one article, each after its first claim."""
    for _, found in groupby(entries, key=lambda entry: entry.article.name):
        run = list(found)
        yield run[0], run
