"""What a claim's page says that the machine checked, and what it did not."""

from __future__ import annotations

import dataclasses

import pytest

from site_builder.model.anchor import Anchor, AnchorStatus
from site_builder.model.claim import Evidence, Snapshot
from site_builder.model.figure import FigureCheck, Outcome
from site_builder.model.project import Case
from site_builder.rendering.machine import machine_checks
from site_builder.rendering.site import Site
from site_builder.rendering.wording import Wording
from tests.rendering.desk import article, on

WORDING = Wording(Site("Desk"))
PIECE = article("They cut 600 jobs.\n")


def told(case: Case) -> list[tuple[str, str]]:
    return [(c.outcome, WORDING.filled(c.message, c.values)) for c in machine_checks(case, "en")]


@pytest.mark.parametrize(
    ("anchor", "outcome", "words"),
    [
        (Anchor(AnchorStatus.EXACT), "yes", "character for character"),
        (Anchor(AnchorStatus.NORMALISED, normalised=("dashes", "case")), "yes", "differently: dashes, case."),
        (Anchor(AnchorStatus.AMBIGUOUS), "no", "more than one place"),
        (Anchor(AnchorStatus.ORPHAN), "no", "do not stand"),
    ],
)
def test_how_the_quote_was_found_is_told(anchor: Anchor, outcome: str, words: str):
    ((found, message),) = told(dataclasses.replace(on(PIECE, "x", "600"), anchor=anchor))
    assert found == outcome
    assert words in message


@pytest.mark.parametrize(
    ("check", "outcome", "words"),
    [
        (FigureCheck(Outcome.FOUND), "yes", "600 jobs: read in the quoted words"),
        (FigureCheck(Outcome.FOUND, units_differ=True), "unknown", "under another unit"),
        (FigureCheck(Outcome.ELSEWHERE), "no", "but not in the quoted words"),
        (FigureCheck(Outcome.ABSENT), "no", "does not stand in the article"),
        (FigureCheck(Outcome.UNREADABLE), "unknown", "not checked"),
    ],
)
def test_what_became_of_a_figure_is_told(check: FigureCheck, outcome: str, words: str):
    case = on(PIECE, "x", "600", figures=[{"value": 600, "unit": "jobs"}])
    _, (found, message) = told(dataclasses.replace(case, figures=(check,)))
    assert found == outcome
    assert words in message


def test_quotations_without_a_kept_copy_are_never_called_checked():
    kept = Snapshot(file="town.txt", sha256="0" * 64)
    evidence = [
        Evidence(stance="supports", publisher="The Town", quote="600", snapshot=kept),
        Evidence(stance="context", publisher="The Echo", quote="a lot"),
        Evidence(stance="context", publisher="The Mail", shows="Much."),
    ]
    assert told(on(PIECE, "x", "600", evidence=evidence))[1:] == [
        ("yes", "Quotations of evidence compared with a kept copy of their source: 1."),
        ("unknown", "Quotations of evidence not compared, because no copy is kept: 1."),
    ]


def test_figures_of_sources_are_counted():
    figures = [{"value": 600, "unit": "jobs"}, {"value": 60, "unit": "jobs"}]
    evidence = [{"stance": "supports", "publisher": "The Town", "quote": "600 jobs", "figures": figures}]
    case = on(PIECE, "x", "600", figures=[{"value": 600, "unit": "jobs"}], evidence=evidence)
    assert told(case)[-2:] == [
        ("yes", "Figures of sources read in their quoted words: 1."),
        ("no", "Figures of sources that were not found in their quoted words: 1."),
    ]
