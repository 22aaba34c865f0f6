"""A claim beside its article: its quote anchored, its figures looked for."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.anchoring import anchor
from site_builder.desks import NOT_LOOKED_FOR, Desk, Desks
from site_builder.model.article import Sentence
from site_builder.model.claim import Claim
from site_builder.model.project import Case, ClaimFile, Project
from site_builder.model.scale import Scale
from site_builder.model.span import Span


def make_cases(project: Project, desks: Desks | None = None) -> tuple[Case, ...]:
    """Put each readable claim beside its article: anchor its quote, look for its figures.

    ``desks`` of the same articles may be handed in, so that what was read once is not read again.
    """
    desks = desks or Desks(project.articles)
    return tuple(
        case_of(file, file.claim, desks[file.claim.article], project.scale)
        for file in project.claims
        if file.claim is not None and file.claim.article in project.articles
    )


def case_of(file: ClaimFile, claim: Claim, desk: Desk, scale: Scale) -> Case:
    """Return the claim beside the article of ``desk``."""
    found = anchor(desk.prepared, claim.quote, prefix=claim.prefix, suffix=claim.suffix)
    touched = _touched(desk.article.sentences, found.parts)
    quoted = [f for s in touched for f in desk.figures(s) if any(p.contains(f.number) for p in found.parts)]
    checks = tuple(desk.look_for(f, quoted) if found.found else NOT_LOOKED_FOR for f in claim.figures)
    step = scale.step(claim.verdict)
    return Case(file, claim, desk.article, found, touched, checks, step, tuple(quoted))


def _touched(sentences: Sequence[Sentence], parts: Sequence[Span]) -> tuple[Sentence, ...]:
    if not parts:
        return ()
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    near = [s for s in sentences if s.span.start < end and start < s.span.end]
    return tuple(s for s in near if any(s.span.overlaps(part) for part in parts))
