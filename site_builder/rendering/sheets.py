"""Long lists on several pages, so that each stays quick to load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from site_builder.frozen import frozen
from site_builder.rendering.catalogue import Listed

Item = TypeVar("Item")

SIZE = 100
"""Claims on one page of a list."""
ARTICLES = 40
"""Articles on one page of a list: each is told at more length than a claim."""


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
        """Yield the numbers to link to: the first, the neighbours, the last; 0 stands for a gap."""
        last = len(self.addresses)
        shown = sorted(n for n in {1, last, *range(self.number - 1, self.number + 2)} if 1 <= n <= last)
        for before, number in zip([0, *shown], shown, strict=False):
            if number > before + 1:
                yield 0
            yield number


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
