"""Most files are read without the parser. What is read so must be what the parser gives, in every detail."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.source import Source
from site_builder.reading import documents
from site_builder.reading.documents import parse
from site_builder.reading.plainly import parse_plainly

ROOT = Path(__file__).parents[2]
CLAIM = """\
# A claim, with every sort of value
article: 100-jam
quote: >-
  The memo names 600 positions
  at 12 sites.

  It names no date.
claim: "Memo: 600 positions # not 700"
claimant: 'A. Writer'
translation: “Dua belas” situs
figures:
- value: 600
  unit: positions

- value: 12
doubts:
explanation: |
  One paragraph.

    - an item
  # no comment

verdict: mostly accurate: see below
evidence:
  - stance: supports
    title:
      en: One
      id: Satu
    url: https://example.org/#memo
    figures:
      - value: null
    shows: >
      In short:
      yes.
  - stance: context
topics: [work, long hours, null]
calc:
  - 12 × 50 = 600
status: draft
"""
SIGNS = (*":#-\"'|>[]{}\\ \n\t&*!%@`,?~=", "\xa0", "\x85", "\u2028", "\ufeff", "é")
SIGNS += ("null", "- ", ": ", "\n  ", " #", ">-", *CLAIM.splitlines(keepends=True))


def parsed(text):
    document = parse(Source("claims/a.yaml", text))
    return document.data, document.problems


def parsed_at_length(text):
    with patch.object(documents, "parse_plainly", lambda _: None):
        return parsed(text)


def test_reads_what_the_parser_reads():
    assert parse_plainly(CLAIM) == parsed_at_length(CLAIM)[0]


def test_reads_nearly_all_of_our_own_claims():
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "claims").rglob("*.yaml"))]
    assert sum(parse_plainly(text) is not None for text in texts) > 0.9 * len(texts)
    for text in texts:
        assert parsed(text) == parsed_at_length(text)


@pytest.mark.parametrize(
    "text",
    (
        "",
        "\n",
        "# nothing\n",
        "a\n",
        "a: b",
        "a: b\na: c\n",
        "a: b # why\n",
        "a: b\n  c\n",
        "a:\n  b\n",
        'a: "b\\n"\n',
        "a: 'it''s'\n",
        "a: &b c\nd: *b\n",
        "a: !!int 5\n",
        "a: {b: c}\n",
        "a: |2\n   b\n",
        "a: |+\n  b\n\n",
        "a: >\n  b\n   c\n  d\n",
        "a: >\n  b \n  c\n",
        "a: |\n\n  b\n",
        "a: |\n    b\n  c\n",
        "a: |\nb: c\n",
        "a:\n- b\nc: d\n- e\n",
        "- a: b\n",
        "---\na: b\n",
        "a: b\n...\n",
        "a : b\n",
        "a: [b, c\n",
        "a: [b: c]\n",
        "a:\tb\n",
        "A: b\n",
        "a: b\r\n",
        "a: b: c\n",
        "a: b:\n",
        "a: ~\n",
        "a: null\nb: NULL\nc: 'null'\n",
        "a: '  '\nb:   c   \n",
        " a: b\n",
        "a:\n  - b: c\n   d: e\n",
        "a:\n  - - b\n",
        "a:\n  -\n",
        "a:\n  - b\n - c\n",
    ),
)
def test_what_is_not_that_plain_is_read_as_it_always_was(text):
    assert parsed(text) == parsed_at_length(text)


def test_a_long_file_is_left_to_the_parser():
    assert parse_plainly("a: |\n" + "  words\n" * 10_000) is None
    assert parse_plainly("a:\n" + "- b\n" * 600) is None


@settings(max_examples=300)
@given(data=st.data())
def test_reads_what_the_parser_reads_whatever_is_changed(data):
    text = CLAIM
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 3))
        put = data.draw(st.sampled_from(("", *SIGNS)))
        text = text[:at] + put + text[at + gone :]
    assert parsed(text) == parsed_at_length(text)
