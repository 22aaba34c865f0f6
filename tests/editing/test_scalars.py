from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.editing.scalars import entry
from site_builder.model.source import Source
from site_builder.reading.documents import parse


def back(written: str) -> object:
    document = parse(Source("x.yaml", written))
    assert not document.problems, (written, document.problems)
    return document.data["quote"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Plain words.", "quote: Plain words.\n"),
        ("1,600 people, at 3:30", "quote: 1,600 people, at 3:30\n"),
        ("“Every week”: twelve", "quote: >-\n  “Every week”: twelve\n"),
        ('"I said so," he said', 'quote: >-\n  "I said so," he said\n'),
        ("- a dash", "quote: >-\n  - a dash\n"),
        ("A # sign", "quote: >-\n  A # sign\n"),
        ("ends with a colon:", "quote: >-\n  ends with a colon:\n"),
        ("null", "quote: >-\n  null\n"),
        ("two\nlines", 'quote: "two\\nlines"\n'),
        ("a\u2028b", 'quote: "a\\u2028b"\n'),
        ("", 'quote: ""\n'),
    ],
)
def test_values_are_written_as_an_editor_would(value: str, written: str) -> None:
    assert entry("quote", value) == written
    assert back(written) == value


def test_long_values_are_folded() -> None:
    value = "word " * 60 + "two  spaces"
    written = entry("quote", value, indent=0)
    assert all(len(line) <= 100 for line in written.splitlines())
    assert back(written) == value


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_every_value_comes_back(value: str) -> None:
    assert back(entry("quote", value)) == value.strip()


@given(st.text("ab :#-'\"“\u3000\u00a0é,", max_size=300))
def test_every_layout_comes_back(value: str) -> None:
    assert back(entry("quote", value)) == value.strip()
