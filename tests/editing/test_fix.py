"""Safe mends: what they change, and everything that they leave alone."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.editing.edits import Change, Edit, applied, with_value
from site_builder.editing.fix import fixes
from site_builder.editing.order import ordered
from site_builder.model.claim import Claim
from site_builder.model.source import Source
from site_builder.model.span import Span
from site_builder.pipeline import make_cases
from site_builder.reading.documents import parse
from tests.conftest import ROOT
from tests.rules import newsroom

ARTICLE = "“We’re open – at last,” said the mayor. It cost 1,600 euros.\n"
FILE = """\
# yaml-language-server: $schema=../x.json

article: piece   # the only one
# copied by hand
quote: {quote}

claim: 'The mayor says so.'
verdict: right
checked_on: 2025-11-20   # a Thursday
"""


def fixed(quote: str, article: str = ARTICLE, file: str = FILE) -> list[Change]:
    text = file.replace("{quote}", quote)
    project = newsroom.project({"article": article, "claims": {"piece/x": text}})
    return list(fixes(project.claims, make_cases(project)))


@pytest.mark.parametrize(
    ("quote", "written"),
    [
        ('"We\'re open - at last," said the mayor', None),
        ('>-\n  "We\'re open - at last,"\n  said the mayor', ">-\n  “We’re open – at last,” said the mayor"),
        ("We're open - at last", "We’re open – at last"),
        ("'We''re open - at last'", "We’re open – at last"),
        ('"We\'re open\\u00a0- at last"', "We’re open – at last"),
    ],
)
def test_typography_becomes_that_of_the_article(quote: str, written: str | None) -> None:
    if written is None:
        assert fixed(quote) == []  # no YAML: a rule's business
        return
    (change,) = fixed(quote)
    assert change.after == FILE.replace("{quote}", written)
    assert change.why == ("the quote has the article's own typography",)


@pytest.mark.parametrize(
    "quote",
    [
        "We’re open – at last",
        "We're closed - at last",
        "It cost 1.600 euros",
        "It cost 1600 euros",
        "t cost 1,600 euros",
        "We're open […] 1,600 euros",
    ],
)
def test_everything_else_is_left_alone(quote: str) -> None:
    assert fixed(quote) == []


def test_line_ends_stay() -> None:
    file = FILE.replace("\n", "\r\n")
    (change,) = fixed("We're open - at last", file=file)
    assert change.after == file.replace("{quote}", "We’re open – at last")


def test_comment_behind_the_quote_is_not_lost() -> None:
    for change in fixed("We're open - at last   # as in print"):
        assert "# as in print" in change.after


def test_keys_get_the_order_of_the_handbook() -> None:
    file = """\
# about this file

# about the verdict
verdict: right
quote: It cost 1,600 euros

article: piece
# about the claim
# in two lines
claim: >-
  It cost
  1,600 euros.
# the end
"""
    expected = """\
# about this file

article: piece
quote: It cost 1,600 euros

# about the claim
# in two lines
claim: >-
  It cost
  1,600 euros.
# the end
# about the verdict
verdict: right
"""
    assert ordered(Source("x.yaml", file)) == expected
    assert ordered(Source("x.yaml", expected)) is None


@pytest.mark.parametrize(
    "text",
    [
        "{verdict: right, article: piece}\n",
        "verdict: right\narticle: piece\nunknown: x\n",
        "verdict: right\nverdict: wrong\narticle: piece\n",
        "verdict: [\n",
        "- a\n",
        "",
    ],
)
def test_what_cannot_be_ordered_by_lines_is_left_alone(text: str) -> None:
    assert ordered(Source("x.yaml", text)) is None


def test_key_inside_a_text_is_no_key() -> None:
    text = "verdict: right\nexplanation: |\n  One:\n\n  article: no\narticle: piece\n"
    after = ordered(Source("x.yaml", text))
    assert after == "article: piece\nverdict: right\nexplanation: |\n  One:\n\n  article: no\n"


@given(st.permutations(list(Claim.model_fields)[:8]), st.data())
def test_no_line_is_lost(keys: list[str], data: st.DataObject) -> None:
    values = {
        key: data.draw(st.sampled_from(["plain", ">-\n  two\n  lines", "# c", "[a, b]"])) for key in keys
    }
    text = "# top\n\n" + "".join(f"# on {key}\n{key}: {value}\n" for key, value in values.items())
    after = ordered(Source("x.yaml", text))
    if after is not None:
        assert sorted(after.splitlines()) == sorted(text.splitlines())
        assert parse(Source("x.yaml", after)).data == parse(Source("x.yaml", text)).data
        assert list(parse(Source("x.yaml", after)).data) == [k for k in Claim.model_fields if k in values]


def test_real_claims_need_no_mend() -> None:
    for path in sorted(ROOT.glob("claims/*/*.yaml")):
        assert ordered(Source(path.name, path.read_text(encoding="utf-8"))) is None, path.name


@pytest.mark.parametrize("value", ["plain", "with: colon", "“x” # y", "long " * 40])
def test_value_is_replaced_and_nothing_else(value: str) -> None:
    text = "a: 1 # one\nquote: |\n  old\n\n  words\n# after\nz: [1,\n  2]\n"
    after = with_value(Source("x.yaml", text), "quote", value.strip())
    assert after is not None
    data: dict[str, Any] = yaml.safe_load(after)
    assert data["quote"] == value.strip()
    assert after.startswith("a: 1 # one\nquote:") and after.endswith("\n# after\nz: [1,\n  2]\n")


def test_edits_are_made_by_place() -> None:
    assert applied("abcdef", [Edit(Span(0, 1), "X"), Edit(Span(3, 5), "")]) == "Xbcf"


def test_keys_with_texts_in_several_languages_are_put_in_order() -> None:
    text = "article: a\nverdict: v\nclaim:\n  id: Klaim.\n  # as the article has it\n  en: Claim.\nquote: q\n"
    after = ordered(Source("c.yaml", text))
    assert (
        after
        == "article: a\nquote: q\nclaim:\n  id: Klaim.\n  # as the article has it\n  en: Claim.\nverdict: v\n"
    )
