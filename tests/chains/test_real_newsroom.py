"""The chains of this repository's own claims: what the machine must find there by itself, and what it must not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from site_builder import pipeline, rules
from site_builder.model.finding import Finding

ROOT = Path(__file__).parents[2]
FIGURES = {"T004", "T005", "T006", "T010"}


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    project = pipeline.load(ROOT, datetime.date.today())
    return list(rules.run(project, pipeline.make_cases(project)))


def codes(found: list[Finding], claim: str) -> set[str]:
    return {finding.code for finding in found if finding.claim == f"100-jam/{claim}"}


def test_weekdays_that_became_numbers_are_found(found: list[Finding]) -> None:
    assert {"T006", "T007"} <= codes(found, "five-to-six-days")
    messages = [f.message for f in found if f.claim == "100-jam/five-to-six-days" and f.code == "T006"]
    assert len(messages) == 1 and "“lima hingga enam hari”" in messages[0] and "“wsj”" in messages[0]


@pytest.mark.parametrize("claim", ["80-to-100-hours", "ninety-percent-of-fortune-500", "20-years-in-two"])
def test_figures_that_were_kept_raise_no_alarm(found: list[Finding], claim: str) -> None:
    assert not codes(found, claim) & FIGURES


def test_our_own_figures_are_supported(found: list[Finding]) -> None:
    assert [f.message for f in found if f.code in {"F006", "F007", "F008"}] == []
