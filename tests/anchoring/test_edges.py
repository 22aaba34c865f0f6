"""Where most quotes begin and end, nobody looks for a word or a number that is cut: there is none."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.anchoring import boundary, prepare
from site_builder.model.span import Span

PIECES = (
    "a",
    "X",
    "e",
    "5",
    "1,600",
    "½",
    "%",
    "三",
    "two",
    "third",
    "-",
    "–",
    ".",
    "...",
    "!",
    "?",
    '"',
    "”",
    "\u200b",
)
PIECES += (" ", " ", " ", "\n")


@pytest.mark.parametrize("language", ("en", "fr", "zh", "id"))
@settings(max_examples=200)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=2, max_size=12))
def test_nothing_is_cut_between_sentences(language, pieces):
    prepared = prepare("".join(pieces), language)
    for offset in range(1, len(prepared.text)):
        if boundary._is_between_sentences(prepared.text, offset):
            with patch.object(boundary, "_is_between_sentences", lambda *_: False):
                assert boundary.cut_at(prepared, offset, Span(offset, offset + 1)) is None
