"""Shared by rules and pages: what became of a claim's words when the article changed after the check."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.anchoring import anchor, prepare
from site_builder.frozen import frozen
from site_builder.model.article import Revision, Wording
from site_builder.model.project import Case
from site_builder.rules.quotes import anchors


@frozen
class Drift:
    """A revision of the article after the claim was checked.

    ``wordings`` are those of its passages that concern the claim: none where its sentence is as it was.
    """

    revision: Revision
    wordings: tuple[Wording, ...]


def drifts(case: Case) -> tuple[Drift, ...]:
    """Return the revisions since the claim was checked, in the record's order; all where no day is known."""
    checked = case.claim.checked_on
    since = [r for r in case.article.record.revisions if checked is None or r.date > checked]
    return tuple(Drift(revision, tuple(_concerning(case, revision))) for revision in since)


def stood_before(case: Case) -> Revision | None:
    """Return the revision since the check that took the claim's words out of the article, if its record tells one."""
    if case.anchor.places:
        return None
    return next(
        (d.revision for d in drifts(case) if any(_had(case, wording) for wording in d.wordings)), None
    )


def _concerning(case: Case, revision: Revision) -> Iterator[Wording]:
    for wording in revision.wordings:
        if _had(case, wording) or _has(case, wording):
            yield wording


def _had(case: Case, wording: Wording) -> bool:
    """Tell whether the claim's words stood in the passage before it changed."""
    before = wording.before or ""
    return bool(before) and bool(anchor(prepare(before, case.article.language), case.claim.quote).places)


def _has(case: Case, wording: Wording) -> bool:
    """Tell whether the passage, as it is now, shares a sentence with the claim's words."""
    article = case.article
    if not wording.after or not case.anchor.parts:
        return False
    (found,) = anchors(article, (wording.after,))
    return any(
        span.overlaps(sentence.span)
        for place in found.places
        for span in place
        for sentence in case.sentences
    )
