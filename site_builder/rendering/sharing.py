"""Who makes the pages that articles have to themselves: this process at once, or whoever the newsroom lets do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeVar

from site_builder.frozen import frozen
from site_builder.model.brief import Brief, Dossier, Parcel
from site_builder.model.outline import Outline
from site_builder.model.project import Project
from site_builder.rendering.bundles import Bundle, print_bundle
from site_builder.rendering.page import AnyPage
from site_builder.rendering.records import News, Records
from site_builder.rendering.slips import Slip

T = TypeVar("T")


class Newsroom(Protocol):
    """All of a newsroom in brief, and each of its dossiers in full when it is asked for."""

    @property
    def frame(self) -> Project:
        """Return the project without its articles and claims."""

    @property
    def briefs(self) -> Iterable[Brief]:
        """Return the dossiers in brief: those of articles in their order, then that of claims that have none."""

    @property
    def outline(self) -> Outline:
        """Return the names of all articles and claims."""

    def dossier(self, name: str) -> Dossier:
        """Return the dossier of an article."""

    def parcel(self, name: str, *, near: bool) -> Parcel:
        """Return the dossier of an article for the way to another process, ``near`` if on this machine."""


@frozen
class Delivered:
    """What became of a bundle: ``key`` tells it apart; ``records`` and ``news`` return its part of what all have
    together."""

    key: str
    slip: Slip
    pages: Iterable[AnyPage]
    records: Callable[[], Records]
    news: Callable[[], News]


Share = Callable[[Sequence[Bundle], Newsroom], Iterable[Delivered]]
"""Makes the pages of many bundles, and delivers them in their order."""


def print_here(bundles: Sequence[Bundle], newsroom: Newsroom) -> Iterator[Delivered]:
    """Make them one after the other."""
    for bundle in bundles:
        printed = print_bundle(bundle, newsroom.dossier(bundle.name))
        own = partial(_itself, printed.records), partial(_itself, printed.news)
        yield Delivered("\n".join(bundle.parts()), printed.slip, printed.pages, *own)


def _itself(thing: T) -> T:
    return thing
