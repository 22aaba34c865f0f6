"""What the machine checked of a claim, in readers' words; what it did not check is said too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from site_builder.frozen import frozen
from site_builder.model.amount import Range
from site_builder.model.anchor import AnchorStatus
from site_builder.model.claim import ClaimFigure, Evidence
from site_builder.model.figure import FigureCheck, Outcome
from site_builder.model.project import Case
from site_builder.rendering.messages import message
from site_builder.rules.beside import look_for
from site_builder.rules.drift import stood_before


class Quantity(NamedTuple):
    """A figure as a claim file has it, its unit empty where it has none."""

    amount: Range
    unit: str


@frozen
class Check:
    """One result. ``outcome`` is ``yes``, ``no`` or ``unknown``; ``words`` are the article's, if any.

    ``message`` is what to say, with ``values`` for its gaps: kept apart so that it can be translated. A value that
    is a tuple holds messages, too.
    """

    outcome: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    words: str = ""


_QUOTE = {
    AnchorStatus.EXACT: Check(
        "yes", message("The quoted words stand in the article, character for character.")
    ),
    AnchorStatus.AMBIGUOUS: Check(
        "no", message("The quoted words stand in more than one place of the article.")
    ),
    AnchorStatus.ORPHAN: Check("no", message("The quoted words do not stand in the article.")),
}
_GONE = Check(
    "unknown",
    message("The quoted words stand in the article no more: its record tells when they were taken out."),
)
_NORMALISED = message("The quoted words stand in the article; what was written differently: {how}.")
_FIGURE = {
    Outcome.FOUND: ("yes", message("{figure}: read in the quoted words")),
    Outcome.ELSEWHERE: ("no", message("{figure}: stands in the article, but not in the quoted words")),
    Outcome.ABSENT: ("no", message("{figure}: does not stand in the article; the nearest is")),
    Outcome.UNCHECKED: ("unknown", message("{figure}: not checked, because the quoted words were not found")),
    Outcome.UNREADABLE: (
        "unknown",
        message("{figure}: not checked, because figures in this language cannot be read"),
    ),
}
_OTHER_UNIT = ("unknown", message("{figure}: the number stands in the quoted words under another unit"))
# What may be written differently, by the names of anchoring.
_FAMILIES = (
    message("unicode form"),
    message("case"),
    message("width"),
    message("ligatures"),
    message("quote marks"),
    message("dashes"),
    message("spaces"),
    message("ellipsis"),
    message("invisible characters"),
)
_COMPARED = message("Quotations of evidence compared with a kept copy of their source: {count}.")
_READ = message("Figures of sources read in their quoted words: {count}.")
_UNREAD = message("Figures of sources that were not found in their quoted words: {count}.")
_NOT_COMPARED = message("Quotations of evidence not compared, because no copy is kept: {count}.")


def machine_checks(case: Case, language: str) -> tuple[Check, ...]:
    """Return what became of the claim's quote, its figures, and its evidence; units are written in ``language``."""
    figures = (_figure(*pair) for pair in zip(case.claim.figures, case.figures, strict=True))
    return (_quote(case), *figures, *_evidence(case.claim.evidence), *_beside(case.claim.evidence, language))


def _quote(case: Case) -> Check:
    anchor = case.anchor
    if anchor.status is AnchorStatus.NORMALISED:
        return Check("yes", _NORMALISED, {"how": anchor.normalised})
    return _GONE if stood_before(case) else _QUOTE[anchor.status]


def _figure(figure: ClaimFigure, check: FigureCheck) -> Check:
    found_otherwise = check.outcome is Outcome.FOUND and check.units_differ
    outcome, said = _OTHER_UNIT if found_otherwise else _FIGURE[check.outcome]
    words = check.figure.text if check.figure and check.outcome is not Outcome.UNREADABLE else ""
    return Check(outcome, said, {"figure": Quantity(figure.value, figure.unit or "")}, words)


def _evidence(evidence: Sequence[Evidence]) -> Iterator[Check]:
    quoted = [item for item in evidence if item.quote]
    kept = sum(item.snapshot is not None for item in quoted)
    if kept:
        yield Check("yes", _COMPARED, {"count": kept})
    if len(quoted) > kept:
        yield Check("unknown", _NOT_COMPARED, {"count": len(quoted) - kept})


def _beside(evidence: Sequence[Evidence], language: str) -> Iterator[Check]:
    """Yield what became of the figures that are set beside the claim's."""
    outcomes = [look_for(figure, item, language).outcome for item in evidence for figure in item.figures]
    read = outcomes.count(Outcome.FOUND)
    if read:
        yield Check("yes", _READ, {"count": read})
    if len(outcomes) > read:
        yield Check("no", _UNREAD, {"count": len(outcomes) - read})
