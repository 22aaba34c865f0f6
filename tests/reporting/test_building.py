"""What a build and a preview tell of a report: what stops them whole, of the rest a handful and a number."""

from __future__ import annotations

import re

import pytest

from site_builder.model.finding import Judged, Report
from site_builder.model.settings import Gravity
from site_builder.reporting import building, text
from tests.reporting.samples import judged, report, spot

SUMMARY = "Checked 1 claim"


def findings(number: int, gravity: Gravity, name: str = "a") -> list[Judged]:
    return [
        judged(spot(f"claims/{name}-{gravity}-{n:04}.yaml", 1, "quote: 6", "6"), gravity=gravity)
        for n in range(number)
    ]


ERRORS, WARNINGS, NOTES = (
    findings(number, gravity)
    for number, gravity in ((2, Gravity.ERROR), (211, Gravity.WARNING), (2325, Gravity.NOTE))
)
MANY = report(*WARNINGS, ERRORS[0], *NOTES, ERRORS[1])


def told(words: str) -> list[str]:
    """Return the files of the findings that are told in full."""
    return re.findall(r"^claims/(\S+)\.yaml:\d+:\d+  ", words, re.MULTILINE)


def test_a_build_that_is_stopped_tells_the_errors_and_counts_the_others_at_its_end():
    words = building.stopped(MANY)
    assert told(words) == ["a-error-0000", "a-error-0001"]
    assert words.index("a-error-0001") < words.index(SUMMARY)
    assert words.splitlines()[-3:] == [
        "  findings  2 errors, 211 warnings, 2,325 notes",
        "",
        "211 warnings and 2,325 notes are not shown: `site-builder check` tells them.",
    ]


def test_nothing_is_counted_where_nothing_is_left_out():
    assert building.stopped(report(*ERRORS)) == text.render(report(*ERRORS))


def test_a_single_one_that_is_left_out():
    words = building.stopped(report(ERRORS[0], NOTES[0]))
    assert words.endswith("\n1 note is not shown: `site-builder check` tells it.\n")


def test_what_is_excused_is_not_counted_as_left_out():
    excused = judged(spot("claims/b.yaml", 1, "quote: 6", "6"), gravity=Gravity.NOTE, excused="known")
    assert "not shown" not in building.stopped(report(ERRORS[0], excused))


def test_a_preview_tells_what_is_new_too_and_the_errors_first():
    before = report(*WARNINGS, *NOTES)
    new = findings(1, Gravity.NOTE, "new")
    words = building.stopped(report(*new, *WARNINGS, *NOTES, *ERRORS), before)
    assert told(words) == ["a-error-0000", "a-error-0001", "new-note-0000"]
    assert "211 warnings and 2,325 notes are not shown" in words


def test_of_many_new_ones_a_preview_tells_the_gravest():
    words = building.stopped(MANY, report())
    assert told(words)[:2] == ["a-error-0000", "a-error-0001"]
    assert told(words)[2:] == [f"a-warning-{n:04}" for n in range(20)]
    assert "191 warnings and 2,325 notes are not shown" in words


@pytest.mark.parametrize("few", [report(), report(*NOTES[:5], *WARNINGS[:3], *NOTES[5:9])])
def test_a_build_that_passes_tells_a_few_findings_as_a_check_does(few: Report):
    assert building.passed(few) == text.render(few)


def test_of_many_a_build_that_passes_tells_the_gravest_in_their_order():
    words = building.passed(report(*NOTES[:30], *WARNINGS[:5]))
    assert told(words) == [*(f"a-note-{n:04}" for n in range(15)), *(f"a-warning-{n:04}" for n in range(5))]
    assert words.endswith("\n15 notes are not shown: `site-builder check` tells them.\n")


def test_a_preview_that_goes_on_tells_what_is_new_and_what_is_gone():
    before = report(*NOTES[1:])
    assert "The same findings as before." in building.passed(before, before)
    words = building.passed(report(*NOTES[:1], *WARNINGS[:1], *NOTES[3:]), before)
    assert told(words) == ["a-note-0000", "a-warning-0000"]
    assert words.count("gone: ") == 2
    assert "not shown" not in words
    words = building.passed(report(*WARNINGS), before)
    assert len(told(words)) == 20
    assert "gone: 2,304 more" in words
    assert "191 warnings are not shown" in words
