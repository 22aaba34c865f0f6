"""A loaded newsroom: everything that checking and building need, and nothing still on disk."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field

from site_builder.frozen import frozen
from site_builder.model.anchor import Anchor
from site_builder.model.article import Article, Sentence
from site_builder.model.claim import Claim
from site_builder.model.earlier import Earlier
from site_builder.model.figure import Figure, FigureCheck
from site_builder.model.scale import Scale, Step
from site_builder.model.settings import Settings
from site_builder.model.source import Problem, Source
from site_builder.model.told import Translations


@frozen
class ClaimFile:
    """A claim file as read. ``id`` is its path under the claims folder without the ending.

    ``claim`` is ``None`` where ``problems`` kept it from being read. ``translations`` are its words in other
    languages than the site's own.
    """

    id: str
    source: Source
    claim: Claim | None
    problems: tuple[Problem, ...] = ()
    translations: Translations = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Return the file's path, POSIX, relative to the project."""
        return self.source.path

    @property
    def slug(self) -> str:
        """Return the last part of the id: the fragment of the claim on its article's page."""
        return self.id.rpartition("/")[2]


@frozen
class RecordFile:
    """An article record or scale that could not be read at all."""

    source: Source
    problems: tuple[Problem, ...]


@frozen
class KeptText:
    """A kept copy of a source as it stands on the disk: its words and the SHA-256 of its bytes, in hexadecimal."""

    path: str
    text: str
    sha256: str


@frozen
class Project:
    """A newsroom as loaded. ``articles`` goes by name; ``today`` is the clock's only way in.

    ``kept`` holds the copies of sources that claims name, by their path under the evidence folder. ``earlier`` is
    what was published before, where the check was asked to compare.
    """

    settings: Settings
    scale: Scale
    articles: Mapping[str, Article]
    claims: tuple[ClaimFile, ...]
    today: datetime.date
    broken: tuple[RecordFile, ...] = ()
    kept: Mapping[str, KeptText] = field(default_factory=dict)
    earlier: Earlier | None = None
    scale_source: Source | None = None
    scale_translations: Translations = field(default_factory=dict)


@frozen
class Case:
    """A claim beside its article: what the rules look at and the pages show.

    ``sentences`` are those that the quote touches; ``figures`` answers ``claim.figures`` one by one;
    ``step`` is ``None`` where the scale has no such verdict; ``quoted`` are the figures that the quote
    holds, with spans into the article's text.
    """

    file: ClaimFile
    claim: Claim
    article: Article
    anchor: Anchor
    sentences: tuple[Sentence, ...]
    figures: tuple[FigureCheck, ...]
    step: Step | None
    quoted: tuple[Figure, ...] = ()
