"""Phrases at one place of a text."""

from __future__ import annotations

import json
from importlib import resources

from site_builder.figures.phrases import Phrases, expand, is_edge


def test_alternatives_at_the_top_and_in_groups() -> None:
    assert list(expand("(more|fewer) than|over")) == ["more than", "fewer than", "over"]
    assert list(expand("")) == []


def test_the_longest_phrase_wins_and_ends_at_a_border() -> None:
    phrases = Phrases({"ton": 1, "ton of": 2, "to": 3})
    assert phrases.at("ton of gold", 0) == (2, 6)
    assert phrases.at("tons", 0) is None
    assert phrases.at("to", 0) == (3, 2)


def test_an_inflection_may_follow_a_long_phrase() -> None:
    assert Phrases({"dollar": 1}, endings=3).at("dollarin arvo", 0) == (1, 8)
    assert Phrases({"dollar": 1}, endings=1).at("dollarin arvo", 0) is None
    assert Phrases({"ton": 1}, endings=3).at("tonin", 0) is None


def test_before_a_place() -> None:
    phrases = Phrases({"than": 1, "more than": 2})
    assert phrases.before("no more than 5", 12) == (2, 3)
    assert phrases.before("xmore than 5", 10) == (1, 6)


def test_a_phrase_longer_than_what_is_left_does_not_match() -> None:
    assert Phrases({"元": 1, "元人民币": 2}).at("5元", 1) == (1, 2)


def test_borders() -> None:
    assert is_edge("5km", 1)
    assert not is_edge("km", 1)
    assert is_edge("5元的", 2)
    assert not is_edge("डॉलर", 2)


def test_every_hand_written_table_has_only_documented_keys() -> None:
    folder = resources.files("site_builder.figures").joinpath("grammar")
    manual = folder.joinpath("README.md").read_text("utf-8")
    for path in folder.iterdir():
        if path.name.endswith(".json"):
            keys = set(json.loads(path.read_text("utf-8")))
            family = {key for key in keys if key.startswith("after_")}
            assert not {key for key in keys - family if f"`{key}`" not in manual}, path.name
