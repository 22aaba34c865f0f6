"""Shared by the rules on figures of evidence, and by the pages: which figure of the claim each is set beside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from site_builder.chains import same_unit
from site_builder.figures import canonical_unit, check, read, readable
from site_builder.model.claim import ClaimFigure, Evidence, EvidenceFigure
from site_builder.model.figure import Figure, FigureCheck, Outcome

_read = lru_cache(maxsize=1024)(read)


def look_for(figure: EvidenceFigure, evidence: Evidence, language: str) -> FigureCheck:
    """Look for a figure of evidence in its quote; ``language`` is the site's.

    A unit per something is the same as the unit alone: *an 80-hour workweek* has 80 hours per week.
    """
    written_in = evidence.language or language
    quoted = _read(evidence.quote or "", written_in)
    found = check(figure.value, figure.unit, quoted, _nothing, language=language)
    differ = found.units_differ and not _may_be(figure, found.figure, language)
    unread = found.outcome is not Outcome.FOUND and not readable(written_in)
    return FigureCheck(Outcome.UNREADABLE if unread else found.outcome, found.figure, differ)


def _nothing() -> Sequence[Figure]:
    return ()


def _may_be(figure: EvidenceFigure, found: Figure | None, language: str) -> bool:
    return found is not None and same_unit(_unit(figure, language), found.unit)


def candidates(figure: EvidenceFigure, claimed: Sequence[ClaimFigure], language: str) -> list[int]:
    """Return the places, among the claim's figures, of those that ``figure`` can be set beside.

    Measures must be the same. What is counted has many names: it must be the same word, or ``beside`` says that it
    is the same thing. ``language`` is the site's.
    """
    wanted = figure.beside
    return [
        at
        for at, other in enumerate(claimed)
        if _same(figure, other, language, told=wanted is not None)
        and (wanted is None or (wanted.low, wanted.high) == (other.value.low, other.value.high))
    ]


def _same(figure: EvidenceFigure, other: ClaimFigure, language: str, *, told: bool) -> bool:
    mine, theirs = _unit(figure, language), _unit(other, language)
    if mine or theirs:
        return mine == theirs
    return told or (figure.unit or "").casefold() == (other.unit or "").casefold()


def _unit(figure: EvidenceFigure | ClaimFigure, language: str) -> str | None:
    return canonical_unit(figure.unit, language) if figure.unit else None
