"""What the machine checked of a claim, in readers' words; what it did not check is said too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.model.anchor import AnchorStatus
from site_builder.model.claim import ClaimFigure, Evidence
from site_builder.model.figure import FigureCheck, Outcome
from site_builder.model.project import Case


@dataclass(frozen=True, slots=True)
class Check:
    """One result. ``outcome`` is ``yes``, ``no`` or ``unknown``; ``words`` are the article's, if any."""

    outcome: str
    text: str
    words: str = ""


def machine_checks(case: Case) -> tuple[Check, ...]:
    """Return what became of the claim's quote, its figures, and the quotations of its evidence."""
    figures = (_figure(*pair) for pair in zip(case.claim.figures, case.figures, strict=True))
    return (*_quote(case), *figures, *_evidence(case.claim.evidence))


def _quote(case: Case) -> Iterator[Check]:
    anchor = case.anchor
    match anchor.status:
        case AnchorStatus.EXACT:
            yield Check("yes", "The quoted words stand in the article, character for character.")
        case AnchorStatus.NORMALISED:
            how = ", ".join(anchor.normalised)
            yield Check("yes", f"The quoted words stand in the article; what was written differently: {how}.")
        case AnchorStatus.AMBIGUOUS:
            yield Check("no", "The quoted words stand in more than one place of the article.")
        case AnchorStatus.ORPHAN:
            yield Check("no", "The quoted words do not stand in the article.")


def _figure(figure: ClaimFigure, check: FigureCheck) -> Check:
    name = " ".join(filter(None, (str(figure.value), figure.unit)))
    words = check.figure.text if check.figure else ""
    match check.outcome:
        case Outcome.FOUND if check.units_differ:
            return Check(
                "unknown", f"{name}: the number stands in the quoted words under another unit", words
            )
        case Outcome.FOUND:
            return Check("yes", f"{name}: read in the quoted words", words)
        case Outcome.ELSEWHERE:
            return Check("no", f"{name}: stands in the article, but not in the quoted words", words)
        case Outcome.ABSENT:
            return Check("no", f"{name}: does not stand in the article; the nearest is", words)
        case Outcome.UNCHECKED:
            return Check("unknown", f"{name}: not checked, because the quote was not found")
        case Outcome.UNREADABLE:
            return Check("unknown", f"{name}: not checked, because figures in this language cannot be read")


def _evidence(evidence: Sequence[Evidence]) -> Iterator[Check]:
    quoted = [item for item in evidence if item.quote]
    kept = sum(item.snapshot is not None for item in quoted)
    if kept:
        yield Check("yes", f"Quotations of evidence compared with a kept copy of their source: {kept}.")
    if len(quoted) > kept:
        loose = len(quoted) - kept
        yield Check("unknown", f"Quotations of evidence not compared, because no copy is kept: {loose}.")
