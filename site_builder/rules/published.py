"""What rules about history share: a claim beside what was published of it."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.claim import Claim
from site_builder.model.earlier import Dated, EarlierClaim
from site_builder.model.project import ClaimFile, Project


def before(file: ClaimFile, project: Project) -> EarlierClaim | None:
    """Return the claim as it stood, under its id or one that it had before; ``None`` where there was none."""
    if project.earlier is None or file.claim is None:
        return None
    claims = project.earlier.claims
    return next((claims[id] for id in (file.id, *file.claim.formerly) if id in claims), None)


def named(project: Project) -> str:
    """Return how people call the earlier record: ``main``, ``claims.json``."""
    return project.earlier.name if project.earlier else ""


def dated(claim: Claim) -> list[Dated]:
    """Return the claim's corrections as date and text."""
    return [(correction.date.isoformat(), correction.text) for correction in claim.corrections]


def corrected(claim: Claim, then: EarlierClaim) -> bool:
    """Tell whether the claim has a correction that was not there before, and is no older than what it corrects."""
    since = then.latest.isoformat() if then.latest else ""
    return any(date >= since for date, _ in added(dated(claim), then.corrections))


def added(now: Iterable[Dated], then: Iterable[Dated]) -> list[Dated]:
    """Return the entries that are new; line breaks and runs of spaces are no difference."""
    known = {(date, plain(text)) for date, text in then}
    return [(date, text) for date, text in now if (date, plain(text)) not in known]


def plain(text: str) -> str:
    """Return ``text`` with each run of white space as one space: how a value is wrapped is not what it says."""
    return " ".join(text.split())
