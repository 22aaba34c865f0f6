"""Findings made by hand, for trying how they look."""

from __future__ import annotations

import datetime

from site_builder.model.finding import Counts, Finding, Judged, Report
from site_builder.model.settings import Gravity
from site_builder.model.source import Location, Spot
from site_builder.model.span import Span

CLAIM_PATH = "claims/100-jam/meta-600.yaml"
ARTICLE_PATH = "seeds/100-jam.txt"


def spot(path: str, line: int, excerpt: str, words: str, note: str = "") -> Spot:
    """Return the place of ``words`` in ``excerpt``, a whole line of ``path``."""
    start = excerpt.index(words)
    end = start + len(words)
    return Spot(path, line, start + 1, line, end + 1, excerpt, Span(start, end), note)


def judged(
    own: Spot,
    *related: Spot,
    gravity: Gravity = Gravity.ERROR,
    message: str = "the quote cuts a number in two",
    help: str = "quote the whole number",
    excused: str = "",
) -> Judged:
    """Return a finding of Q003 at ``own``."""
    finding = Finding("Q003", message, Location(own.path, ("quote",)), help=help, claim="100-jam/meta-600")
    return Judged(finding, "cut-figure", gravity, own, related, excused)


def cut_figure() -> Judged:
    """Return the finding that the design shows."""
    line = "Di kantornya Meta baru saja memberhentikan 1.600 karyawan di divisi AI-nya, kata seorang juru bicara."
    return judged(
        spot(CLAIM_PATH, 4, 'quote: "600 karyawan"', "600", "the article says 1.600 here"),
        spot(ARTICLE_PATH, 23, line, "1.600"),
    )


def report(*findings: Judged, **counts: int) -> Report:
    """Return a report of ``findings`` on one claim, unless ``counts`` says otherwise."""
    numbers = {"articles": 1, "claims": 1, "quotes_not_found": 1, **counts}
    return Report(findings, Counts(**numbers), datetime.date(2025, 11, 30))
