"""How much was looked at, and how much was not: what every report says, so that green means checked."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder import chains
from site_builder.model.claim import Evidence, Status
from site_builder.model.figure import Outcome
from site_builder.model.finding import Counts
from site_builder.model.project import Case, ClaimFile, Project


def count(project: Project, claims: Sequence[ClaimFile], cases: Sequence[Case]) -> Counts:
    """Count what became of ``claims``; ``cases`` are those of them that could be read and have an article."""
    outcomes = [check.outcome for case in cases for check in case.figures]
    found = sum(case.anchor.found for case in cases)
    hops = [hop for case in cases for hop in chains.hops(case, project.settings.language)]
    evidence = [each for case in cases for each in case.claim.evidence]
    return Counts(
        articles=len({case.article.name for case in cases}),
        claims=len(claims),
        drafts=sum(case.claim.status is Status.DRAFT for case in cases),
        withdrawn=sum(case.claim.status is Status.WITHDRAWN for case in cases),
        quotes_found=found,
        quotes_not_found=len(claims) - found,
        figures_found=outcomes.count(Outcome.FOUND),
        figures_not_found=outcomes.count(Outcome.ABSENT) + outcomes.count(Outcome.ELSEWHERE),
        figures_unreadable=outcomes.count(Outcome.UNREADABLE) + outcomes.count(Outcome.UNCHECKED),
        evidence=len(evidence),
        evidence_quotes_not_checked=sum(bool(e.quote) and not _is_kept(project, e) for e in evidence),
        hops_compared=len(hops),
        hops_compared_in_part=sum(bool(hop.not_compared) for hop in hops),
        chain_texts_without_words=sum(len(chains.wordless(case)) for case in cases),
    )


def _is_kept(project: Project, evidence: Evidence) -> bool:
    return evidence.snapshot is not None and evidence.snapshot.file in project.kept
