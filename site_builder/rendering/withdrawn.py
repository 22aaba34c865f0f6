"""Claims that were published once: their pages stay, and tell only that they were withdrawn, when and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from site_builder.frozen import frozen
from site_builder.model.article import Article
from site_builder.model.claim import Claim, Status
from site_builder.model.outline import Outline
from site_builder.model.project import ClaimFile, Project


@frozen
class Tombstone:
    """What is left of a withdrawn claim. ``article`` is ``None`` where the article is gone too."""

    file: ClaimFile
    claim: Claim
    article: Article | None

    @property
    def path(self) -> str:
        """Return the address of the page, which is still that of the claim."""
        return f"claims/{self.file.id}/"

    @property
    def updated(self) -> datetime.date | None:
        """Return when the claim was withdrawn."""
        return self.claim.withdrawn.date if self.claim.withdrawn else None

    @property
    def reason(self) -> str:
        """Return why; empty in a preview of an unfinished record."""
        return self.claim.withdrawn.reason if self.claim.withdrawn else ""


def tombstones(project: Project) -> tuple[Tombstone, ...]:
    """Return the withdrawn claims, in the order of their files."""
    return tuple(_tombstones(project))


def _tombstones(project: Project) -> Iterator[Tombstone]:
    for file in project.claims:
        if file.claim is not None and file.claim.status is Status.WITHDRAWN:
            yield Tombstone(file, file.claim, project.articles.get(file.claim.article))


def moved(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield the former address of each page that readers may still look for, and its address now.

    A claim's card for other sites moves with it. A former id that is in use again is left alone.
    """
    ids = {claim.id for claim in outline.claims}
    for claim in outline.claims:
        for former in claim.formerly if claim.status is not Status.DRAFT else ():
            if former not in ids:
                yield f"claims/{former}/", f"claims/{claim.id}/"
                yield f"claims/{former}/embed/", f"claims/{claim.id}/embed/"
