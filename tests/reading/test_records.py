"""What pydantic refuses, in an editor's words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from site_builder.model.source import Source
from site_builder.reading.claims import parse_claim

GOOD = """\
article: 100-jam
quote: Sembilan puluh persen perusahaan Fortune 500 menggunakan AI.
claim: Ninety percent of Fortune 500 companies use AI.
verdict: misleading
"""


def read(text: str):
    return parse_claim(Source("claims/a.yaml", text), "a")


def test_a_short_claim_is_a_draft():
    file = read(GOOD)
    assert file.problems == ()
    assert file.claim is not None
    assert file.claim.status == "draft"


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("600", 600, 600),
        ("1,600", 1600, 1600),
        ("2.5", Fraction(5, 2), Fraction(5, 2)),
        ("80 to 100", 80, 100),
        ("80–100", 80, 100),
        ("-6", -6, -6),
    ],
)
def test_values_of_figures(written: str, low: Fraction, high: Fraction):
    file = read(GOOD + f"figures:\n  - value: {written}\n")
    assert file.problems == ()
    assert file.claim is not None
    value = file.claim.figures[0].value
    assert (value.low, value.high) == (low, high)
    assert str(value) == written


PROBLEMS = {
    "a misspelt key": ("verdikt: x\n", "unknown-key", ("verdikt",), "did you mean `verdict`?"),
    "a key with a hyphen": ("checked-on: 2026-01-01\n", "unknown-key", ("checked-on",), "`checked_on`"),
    "a key of another depth": (
        "evidence:\n  - stanse: supports\n    stance: supports\n",
        "unknown-key",
        ("evidence", 0, "stanse"),
        "`stance`",
    ),
    "a missing key": (
        "evidence:\n  - title: x\n",
        "missing-field",
        ("evidence", 0, "stance"),
        "add `stance:`",
    ),
    "an unknown stance": (
        "evidence:\n  - stance: suports\n",
        "wrong-value",
        ("evidence", 0, "stance"),
        "did you mean `supports`?",
    ),
    "a date in words": ("checked_on: yesterday\n", "wrong-value", ("checked_on",), "2026-11-23"),
    "one topic, not a list": ("topics: Layoffs\n", "wrong-value", ("topics",), "after `- `"),
    "a script for an address": (
        "evidence:\n  - stance: supports\n    url: javascript:alert(1)\n",
        "wrong-value",
        ("evidence", 0, "url"),
        "https://",
    ),
    "a number in words": (
        "figures:\n  - value: ninety\n",
        "wrong-value",
        ("figures", 0, "value"),
        "80 to 100",
    ),
    "a range that runs downwards": (
        "figures:\n  - value: 100 to 80\n",
        "wrong-value",
        ("figures", 0, "value"),
        "smaller number first",
    ),
    "a list for words": ("claimant: [a, b]\n", "wrong-value", ("claimant",), "words"),
}


@pytest.mark.parametrize("case", PROBLEMS)
def test_problems_say_what_to_do(case: str):
    more, kind, route, help_words = PROBLEMS[case]
    problem = read(GOOD + more).problems[0]
    assert (problem.kind, problem.route) == (kind, route)
    assert help_words in problem.help
    assert problem.message


def test_an_empty_key_counts_as_left_out():
    assert read(GOOD + "checked_by:\nevidence:\n").problems == ()
    assert read(GOOD.replace("misleading", "")).problems[0].kind == "missing-field"


def test_a_file_of_nothing():
    assert read("").problems[0].kind == "unreadable"
    assert read("just words\n").problems[0].kind == "unreadable"
