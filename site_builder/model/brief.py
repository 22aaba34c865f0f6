"""An article with its claims, in full and in brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any, Protocol

from site_builder.frozen import frozen
from site_builder.model.article import Article
from site_builder.model.finding import Counts, Finding
from site_builder.model.outline import ClaimOutline
from site_builder.model.project import Case, ClaimFile, Project
from site_builder.model.source import Location, Spot


@frozen
class Dossier:
    """An article with its claims. ``article`` is ``None`` for claims that have none.

    ``findings`` are those of the rules that look no further; ``spots`` are their places, for people.
    """

    article: Article | None
    files: tuple[ClaimFile, ...]
    cases: tuple[Case, ...]
    findings: tuple[Finding, ...]
    spots: Mapping[Location, Spot]


class Kept(Protocol):
    """What remembers results."""

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""


class Parcel(Protocol):
    """A dossier on its way to another process."""

    def open(self, shared: Kept | None) -> Dossier:
        """Return the dossier; ``shared`` is the memory of all who work on this machine, if the process is there."""


@frozen
class Part:
    """An article with its claims, as seals take it: ``name`` is the article's, ``None`` for claims that have none.

    ``published`` is a digest of all that its own pages show, ``listed`` one of what other pages show of it.
    ``claimants`` are those who are named in published claims, and an empty name where one names nobody.
    """

    name: str | None
    published: str
    listed: str
    claimants: tuple[str, ...]


@frozen
class Brief:
    """What the newsroom as a whole needs to know of a dossier: all of them are in hand at once.

    ``path`` is that of the article's file. ``findings`` are those that are true on the day of the check, but
    for those that more than the dossier decides. ``unseen`` are the claim files that readers do not see, or that
    excuse findings. ``orphaned`` tells that a quote was not found; ``revised`` that the article was changed after it
    had been checked; ``snapshots`` are the kept copies of sources that its claims name, ``topics`` their topics.
    """

    part: Part
    path: str
    claims: tuple[ClaimOutline, ...]
    findings: tuple[Finding, ...] = ()
    spots: Mapping[Location, Spot] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    unseen: tuple[ClaimFile, ...] = ()
    orphaned: bool = False
    revised: bool = False
    snapshots: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def name(self) -> str | None:
        """Return the article's name."""
        return self.part.name


def alone(dossier: Dossier, frame: Project) -> Project:
    """Return the newsroom as if it had nothing but this dossier; ``frame`` is that without articles and claims."""
    articles = {dossier.article.name: dossier.article} if dossier.article else {}
    return replace(frame, articles=articles, claims=dossier.files, broken=(), scale_source=None)
