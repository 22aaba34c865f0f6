"""Where sentences end."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.text.sentences import split

CASES = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_sentences(case: dict) -> None:
    text = "".join(case["pieces"])
    language = case.get("language", "en")
    assert [span.of(text) for span in split(text, language)] == [
        piece.strip() for piece in case["pieces"] if piece.strip()
    ]


ALPHABET = st.sampled_from(
    [*"aB1 .!?…,:;\"“”«»'’()[]-–•\n\r\u2028", "Dr. ", "U.S. ", "''", "``", "。", "」", "「", "...", " 1. "]
)


@given(
    st.lists(ALPHABET, max_size=40).map("".join) | st.text(max_size=60),
    st.sampled_from(["en", "id", "de", "zh", "xx"]),
)
@settings(max_examples=600)
def test_sentences_are_in_order_and_lose_nothing_but_white_space(text: str, language: str) -> None:
    spans = split(text, language)
    last, lost = 0, ""
    for span in spans:
        assert last <= span.start < span.end
        assert span.of(text).strip() == span.of(text)
        assert len(span.of(text).splitlines()) == 1
        lost += text[last : span.start]
        last = span.end
    assert not (lost + text[last:]).strip()
