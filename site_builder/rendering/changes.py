"""The log of what was changed after it had been published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from site_builder.frozen import frozen
from site_builder.rendering.withdrawn import Tombstone


@frozen
class Change:
    """A correction, or (``withdrawn``) the end of a claim. ``path`` is the address of the claim's page."""

    date: datetime.date
    path: str
    claim: str
    text: str
    withdrawn: bool = False


Dated = tuple[datetime.date, str]
"""A correction: its day and its text."""


def changes(
    claims: Iterable[tuple[str, str, Iterable[Dated]]], withdrawn: Iterable[Tombstone]
) -> tuple[Change, ...]:
    """Return every change, newest first.

    ``claims`` are those that stand: the page's address, what is said, and the corrections.
    """
    gone = tuple(withdrawn)
    log = [Change(day, path, claim, text) for path, claim, dated in claims for day, text in dated]
    for tombstone in gone:
        if tombstone.updated:
            path, claim = tombstone.path, tombstone.claim
            log.append(Change(tombstone.updated, path, claim.claim, tombstone.reason, withdrawn=True))
    log += [
        Change(correction.date, stone.path, stone.claim.claim, correction.text)
        for stone in gone
        for correction in stone.claim.corrections
    ]
    return tuple(sorted(log, key=lambda change: change.date, reverse=True))
