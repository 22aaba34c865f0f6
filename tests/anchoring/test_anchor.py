"""Quotes found and refused, case by case."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from site_builder.anchoring import anchor, prepare
from site_builder.model.anchor import AnchorStatus

FOLDER = Path(__file__).parent
QUOTES = yaml.safe_load((FOLDER / "quotes.yaml").read_text("utf-8"))
NUMBERS = yaml.safe_load((FOLDER / "numbers.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", QUOTES, ids=lambda case: case["name"])
def test_quote(case: dict) -> None:
    text = case["text"]
    found = anchor(
        prepare(text, case.get("language", "en")),
        case["quote"],
        prefix=case.get("prefix"),
        suffix=case.get("suffix"),
    )
    assert [span.of(text) for span in found.parts] == case.get("at", [])
    assert list(found.normalised) == case.get("normalised", [])
    assert len(found.places) == case.get("places", 1 if "at" in case else 0)
    assert [cut.span.of(text) for cut in found.cuts][:1] == ([case["cut"]] if "cut" in case else [])
    if found.found:
        assert (found.status is AnchorStatus.NORMALISED) == bool(found.normalised)


@pytest.mark.parametrize(
    ("case", "quote"),
    [(case, quote) for case in NUMBERS for quote in case["quotes"]],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_quote_cuts_a_number(case: dict, quote: str) -> None:
    text = case["text"]
    found = anchor(prepare(text, case.get("language", "en")), quote)
    assert found.status is AnchorStatus.ORPHAN
    for cut in found.cuts:
        assert (
            cut.span.start < cut.place.start < cut.span.end or cut.span.start < cut.place.end < cut.span.end
        )


@pytest.mark.parametrize("case", NUMBERS, ids=lambda case: case["text"])
def test_the_whole_text_around_a_number_is_found(case: dict) -> None:
    text = case["text"]
    assert anchor(prepare(text, case.get("language", "en")), text).status is AnchorStatus.EXACT


def test_the_place_with_the_prefix_is_the_right_one() -> None:
    text = "before us, all before us"
    assert anchor(prepare(text, "en"), "before us", prefix="all ").parts[0].start == 15
    assert anchor(prepare(text, "en"), "before us", suffix=", all").parts[0].start == 0


def test_the_policy_may_forbid_another_case() -> None:
    prepared = prepare("Masa Perang", "id")
    assert anchor(prepared, "masa perang").normalised == ("case",)
    assert anchor(prepared, "masa perang", allow_case=False).status is AnchorStatus.ORPHAN


def test_overlapping_places_are_all_told() -> None:
    found = anchor(prepare("ha ha ha", "en"), "ha ha")
    assert found.status is AnchorStatus.AMBIGUOUS
    assert [place[0].start for place in found.places] == [0, 3]


def test_a_region_in_the_language_changes_nothing() -> None:
    assert anchor(prepare("istanbul", "tr-TR"), "İSTANBUL").found
