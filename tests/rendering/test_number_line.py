"""A claim's figures on one line with those of its sources: what may stand there, and where."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import pipeline
from site_builder.model.figure import Bound
from site_builder.rendering.messages import Messages
from site_builder.rendering.numberline import NumberLine, number_lines
from site_builder.rendering.scaling import _LETTER, _ROOM, Quantity, Scale
from tests.rules import newsroom

WEEK = "hours per week"


def lines(quote: str, figures: list[dict[str, Any]], language: str = "en", **more: Any) -> list[NumberLine]:
    claim = {"quote": quote, "figures": figures, **more.pop("claim", {})}
    data = {"article": f"{quote}.\n", "claim": claim, **more}
    (case,) = pipeline.make_cases(newsroom.project(data))
    return list(number_lines(case, Messages(language), "en"))


def source(quote: str, value: str, unit: str = WEEK, **more: Any) -> dict[str, Any]:
    figure = {"value": value, "unit": unit, **{k: more.pop(k) for k in ("beside", "note") if k in more}}
    return {"stance": "supports", "publisher": "The Town", "quote": quote, "figures": [figure], **more}


def said(line: NumberLine) -> list[str]:
    return [row.message.format(value=row.value) for row in line.rows]


WORK = "They work 80 to 100 hours a week"
CLAIMED = [{"value": "80 to 100", "unit": WEEK}]


def test_the_claim_stands_first_then_its_sources_by_stance():
    against = source(
        "they work 50 hours a week", "50", stance="refutes", publisher="A Diary", note="Measured"
    )
    backing = source("more than 80 hours a week", "80")
    (line,) = lines(WORK, CLAIMED, claim={"evidence": [against, backing]})
    assert line.unit == WEEK
    assert [(row.source, row.who, row.sign, row.note) for row in line.rows] == [
        ("claim", "", "", ""),
        ("evidence", "The Town", "+", ""),
        ("evidence", "A Diary", "−", "Measured"),
    ]
    assert said(line) == ["80–100", "more than 80", "50"]
    assert [row.at for row in line.rows] == [-1, 1, 0]


@pytest.mark.parametrize(
    ("quote", "value", "bound"),
    [
        ("more than 80 hours a week", "80", "up"),
        ("an 80-hour-plus workweek", "80", "up"),
        ("less than 80 hours a week", "80", "down"),
        ("about 80 hours a week", "80", "loose"),
        ("80 hours a week", "80", ""),
    ],
)
def test_a_bound_is_drawn_as_one(quote: str, value: str, bound: str):
    (line,) = lines(WORK, CLAIMED, claim={"evidence": [source(quote, value)]})
    mark = line.rows[1].mark
    assert {name for name in ("up", "down", "loose") if getattr(mark, name)} == ({bound} if bound else set())


def test_the_claims_own_bound_is_drawn_too():
    (line,) = lines(
        "They work more than 80 hours a week",
        [{"value": "80", "unit": WEEK}],
        claim={"evidence": [source("80 hours a week", "80")]},
    )
    assert line.rows[0].mark.up
    assert said(line) == ["more than 80", "80"]


@pytest.mark.parametrize(
    "evidence",
    [
        [],
        [{"stance": "supports", "publisher": "The Town", "quote": "they work 50 hours a week"}],
        [source("they work six days", "6", "days")],
    ],
    ids=["no evidence", "a figure that no editor listed", "another unit"],
)
def test_nothing_is_drawn_that_nobody_compared(evidence: list[dict[str, Any]]):
    assert lines(WORK, CLAIMED, claim={"evidence": evidence}) == []


def test_what_is_counted_under_another_name_keeps_it():
    (line,) = lines(
        "They laid off 600 employees",
        [{"value": "600", "unit": "employees"}],
        claim={"evidence": [source("roughly 600 positions", "600", "positions", beside="600")]},
    )
    assert [row.unit for row in line.rows] == ["", "positions"]


def chained(words: str, claim: str = WORK, figures: Any = CLAIMED) -> list[NumberLine]:
    record = {"chain": [{"id": "agency", "relation": "original", "publisher": "Agency", "language": "en"}]}
    links = [{"text": "agency", "quote": words}, {"text": "article", "change": "The hours."}]
    return lines(claim, figures, record=record, claim={"chain": links})


def test_a_text_of_the_chain_with_another_figure_is_drawn():
    (line,) = chained("they work 60 hours a week, six days a week")
    assert said(line) == ["80–100", "60"]
    assert (line.rows[1].relation, line.rows[1].who) == ("original", "Agency")


@pytest.mark.parametrize(
    "words",
    ["they work 80 to 100 hours a week", "once 60 hours a week, now 100 hours a week", "they work a lot"],
    ids=["the same", "two that could be meant", "none"],
)
def test_a_chain_alone_is_not_drawn_where_it_shows_nothing(words: str):
    assert chained(words) == []


def test_two_figures_of_one_unit_leave_the_chain_out():
    figures = [{"value": "20", "unit": "years"}, {"value": "2", "unit": "years"}]
    assert chained("30 years of progress", "Put 20 years into 2 years", figures) == []


def test_numbers_are_written_as_the_language_writes_them():
    (line,) = lines(
        "The bridge cost 1,600 euros",
        [{"value": "1600", "unit": "EUR"}],
        language="id",
        claim={"evidence": [source("it cost 1,250.5 euros", "1250.5", "EUR")]},
    )
    assert said(line) == ["1.600", "1.250,5"]


def scale_of(*ends: float, percent: bool = False, bound: Bound = Bound.EXACT) -> Scale:
    quantities = [Quantity(Fraction(end), Fraction(end), bound) for end in ends]
    return Scale.of(quantities, percent=percent)


@pytest.mark.parametrize(
    ("ends", "percent", "stretch"),
    [
        ([80, 100], False, (0, 100)),
        ([600, 600], False, (0, 600)),
        ([9950, 10000], False, (9940, 10000)),
        ([90, 92, 70], True, (0, 100)),
        ([90, 92], True, (89.5, 92)),
        ([-5, 5], False, (-6, 6)),
        ([0, 0], False, (0, 1)),
    ],
)
def test_the_line_starts_where_readers_expect_it(
    ends: list[float], percent: bool, stretch: tuple[float, float]
):
    scale = scale_of(*ends, percent=percent)
    assert (float(scale.start), float(scale.end)) == stretch


def test_behind_an_open_end_there_is_room_for_its_arrow():
    assert scale_of(80, 100).end == 100
    assert scale_of(80, 100, bound=Bound.MORE_THAN).end == 120


@settings(max_examples=60)
@given(
    st.lists(st.fractions(-(10**12), 10**12, max_denominator=1000), min_size=1, max_size=8),
    st.sampled_from(Bound),
    st.booleans(),
    st.sampled_from(["en", "id", "vi", "ar"]),
)
def test_every_mark_is_on_the_line_and_no_labels_collide(
    ends: list[Fraction], bound: Bound, percent: bool, language: str
):
    quantities = [Quantity(end, end, bound) for end in ends]
    scale = Scale.of(quantities, percent=percent)
    for quantity in quantities:
        assert 2 <= float(scale.mark(quantity).low.rstrip("%")) <= 98
    ticks = list(scale.ticks(Messages(language)))
    assert 2 <= len(ticks) <= 12
    labelled = [(float(tick.at.rstrip("%")), tick) for tick in ticks if tick.label]
    assert labelled[0][1] is ticks[0]
    for (left, one), (right, other) in itertools.pairwise(labelled):
        # the outer labels stand beside their ticks, the others around them
        needed = len(one.label) * (1.0 if one is ticks[0] else 0.5)
        needed += len(other.label) * (1.0 if other is ticks[-1] else 0.5)
        assert needed * _LETTER <= (right - left) / 96 * _ROOM * 1.51, (one, other)
