"""The log of what was changed after it had been published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.model.claim import Claim
from site_builder.rendering.withdrawn import Tombstone


@dataclass(frozen=True, slots=True)
class Change:
    """A correction, or (``withdrawn``) the end of a claim. ``path`` is the address of the claim's page."""

    date: datetime.date
    path: str
    claim: str
    text: str
    withdrawn: bool = False


def changes(claims: Iterable[tuple[str, Claim]], withdrawn: Iterable[Tombstone]) -> tuple[Change, ...]:
    """Return every change, newest first; ``claims`` are those that stand, each with its page's address."""
    gone = tuple(withdrawn)
    log = [change for path, claim in claims for change in _corrections(path, claim)]
    for tombstone in gone:
        if tombstone.updated:
            path, claim = tombstone.path, tombstone.claim
            log.append(Change(tombstone.updated, path, claim.claim, tombstone.reason, withdrawn=True))
    log += [change for stone in gone for change in _corrections(stone.path, stone.claim)]
    return tuple(sorted(log, key=lambda change: change.date, reverse=True))


def _corrections(path: str, claim: Claim) -> Iterator[Change]:
    for correction in claim.corrections:
        yield Change(correction.date, path, claim.claim, correction.text)
