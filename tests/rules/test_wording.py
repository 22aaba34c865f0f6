"""How findings say things."""

from __future__ import annotations

import datetime
from fractions import Fraction
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.figure import Figure, Kind, Reading
from site_builder.model.finding import Finding
from site_builder.model.span import Span
from site_builder.rules import amounts, wording
from site_builder.rules.dates import after, in_future
from site_builder.rules.rule import make_rule
from site_builder.rules.words import widened

TODAY = datetime.date(2025, 11, 30)


@pytest.mark.parametrize(
    ("text", "touched", "whole"),
    [
        ("It cost 1,600 euros.", "6", "1,600"),
        ("memberhentikan 1.600 karyawan", "1", "1.600"),
        ("He works 24/7.", "4", "24/7"),
        ("She opened, then left.", "pen", "opened"),
        ("“Open” it says", "pe", "Open"),
        ("Apple’s share", "ppl", "Apple"),
        ("大桥花费了1600欧元", "6", "1600"),
        ("大桥花费了1600欧元", "花", "花"),
        ("ราคา 12 บาท", "1", "12"),
        ("कीमतें १२ प्रतिशत", "ीम", "कीमतें"),
        ("café au lait", "caf", "café"),
        ("the B2B market", "2", "B2B"),
        ("end", "end", "end"),
    ],
)
def test_differences_are_shown_as_whole_words(text: str, touched: str, whole: str) -> None:
    start = text.index(touched)
    assert widened(Span(start, start + len(touched)), text).of(text) == whole


@given(st.text(max_size=80), st.data())
def test_widened_covers_what_it_was_given(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wide = widened(Span(start, end), text)
    assert 0 <= wide.start <= start <= end <= wide.end <= len(text)
    assert not any(c.isspace() for c in text[wide.start : start] + text[end : wide.end])


def test_long_quotations_are_shortened_in_the_middle() -> None:
    shown = wording.quoted("begin " + "x" * 200 + " end")
    assert shown.startswith("“begin") and shown.endswith("end”") and " … " in shown
    assert len(shown) < 80


def test_quotations_stand_on_one_line() -> None:
    assert wording.quoted("two\n  lines") == "“two lines”"


@pytest.mark.parametrize(
    ("words", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listing(words: list[str], said: str) -> None:
    assert wording.listing(words) == said


@pytest.mark.parametrize(
    ("word", "near"),
    [("Acurate", "accurate"), ("ACCURATE", "accurate"), ("misleeding", "misleading"), ("zzz", "")],
)
def test_closest(word: str, near: str) -> None:
    assert wording.closest(word, ["accurate", "misleading"]) == near


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2025-11-02", "2025-11-01", True),
        ("2025-11-01", "2025-11-01", False),
        ("2025-11", "2025-11-01", False),
        ("2025-12", "2025-11-30", True),
        ("2026", "2025-12-31", True),
        ("2025", "2025-01", False),
    ],
)
def test_partial_dates_are_compared_as_far_as_they_go(one: str, other: str, later: bool) -> None:
    assert after(one, other) is later


def test_tomorrow_is_not_the_future_everywhere() -> None:
    assert not in_future(datetime.date(2025, 12, 1), TODAY)
    assert in_future(datetime.date(2025, 12, 2), TODAY)


@pytest.mark.parametrize(
    ("readings", "unit", "said"),
    [
        ([(90, 90)], "percent", "90 percent"),
        ([(80, 100)], "hour-per-week", "80 to 100 hours per week"),
        ([(1200, 1200), (Fraction(6, 5), Fraction(6, 5))], None, "1200 or 1.2"),
        ([(100, None)], None, "100"),
        ([(Fraction(1, 3), Fraction(1, 3))], None, "0.3333333333"),
    ],
)
def test_meaning_of_figures(readings: list[tuple[int, int]], unit: str | None, said: str) -> None:
    read = tuple(Reading(*(end if end is None else Fraction(end) for end in ends)) for ends in readings)
    figure = Figure(Span(0, 1), Span(0, 1), "x", Kind.NUMBER, read, unit=unit)
    assert amounts.meaning(figure) == said


def test_manual_must_begin_with_the_name() -> None:
    def check(article: "Article", project: "Project") -> list[Finding]:  # type: ignore[name-defined]  # noqa: F821, UP037
        return []

    module = ModuleType("x001_some_name", "other-name: what is wrong\n\n## What it checks")
    module.CODE, module.NAME, module.check = "X001", "some-name", check  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="must begin with “some-name: …”"):
        make_rule(module)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("hour-per-week", "hours per week"),
        ("percent", "percent"),
        ("percentage-point", "percentage points"),
        ("square-kilometer", "square kilometers"),
        ("USD", "USD"),
        ("foot", "feet"),
        ("kilometer-per-hour", "kilometers per hour"),
    ],
)
def test_units_are_said_in_words(unit: str, words: str) -> None:
    assert amounts.unit_words(unit) == words


def test_one_is_singular() -> None:
    figure = Figure(
        Span(0, 1), Span(0, 1), "x", Kind.DURATION, (Reading(Fraction(1), Fraction(1)),), unit="year"
    )
    assert amounts.meaning(figure) == "1 year"
