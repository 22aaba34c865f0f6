"""What was published before: the record that a newsroom may not change in silence."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field

from site_builder.frozen import frozen
from site_builder.model.amount import Range
from site_builder.model.claim import Status

Dated = tuple[str, str]
"""The date (ISO 8601) and the text of a published correction or revision."""


@frozen
class EarlierFigure:
    """A figure as published. ``amount`` is ``None`` where it could not be read; ``written`` is its spelling."""

    amount: Range | None
    written: str
    unit: str

    @property
    def same_as(self) -> tuple[object, ...]:
        """Return what makes two figures the same quantity: the amount, however written, and the unit."""
        amount = (self.amount.low, self.amount.high) if self.amount else self.written
        return amount, self.unit.casefold()


@frozen
class EarlierClaim:
    """A claim as it stood, only as far as readers were promised that it does not change in silence.

    ``path`` is the claim file's, POSIX, relative to the project; ``latest`` the newest date in the record; ``told``
    is what is said in other languages than the site's, by their code.
    """

    id: str
    path: str
    article: str
    status: Status
    verdict: str
    claim: str
    quote: str
    figures: tuple[EarlierFigure, ...] = ()
    corrections: tuple[Dated, ...] = ()
    latest: datetime.date | None = None
    told: Mapping[str, str] = field(default_factory=dict)


@frozen
class EarlierArticle:
    """An article as it stood: the SHA-256 of its text (UTF-8, hexadecimal) and its published revisions.

    ``text`` is empty where only the digest is known.
    """

    name: str
    digest: str
    revisions: tuple[Dated, ...] = ()
    text: str = ""


@frozen
class EarlierStep:
    """A step of the scale as it stood. ``number`` is empty where it had none.

    ``told`` is its criterion in other languages than the site's, by their code.
    """

    criterion: str
    number: str
    told: Mapping[str, str] = field(default_factory=dict)


@frozen
class Earlier:
    """An earlier state of a newsroom. ``name`` is how people call it: a git ref, or a file.

    ``steps`` go by label; there are none where the scale of that time is not known.
    """

    name: str
    claims: Mapping[str, EarlierClaim] = field(default_factory=dict)
    articles: Mapping[str, EarlierArticle] = field(default_factory=dict)
    steps: Mapping[str, EarlierStep] = field(default_factory=dict)
