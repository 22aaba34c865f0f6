"""YAML as editors write it."""

from __future__ import annotations

import pytest

from site_builder.model.source import Source
from site_builder.reading.documents import MAX_CHARACTERS, parse


def document(text: str):
    return parse(Source("claims/a.yaml", text))


def test_every_scalar_is_text_until_the_model_decides():
    read = document("language: no\nfigures: [600, 2.5, 0o7]\ndate: 2026-11-23\nflag: yes\n")
    assert read.data == {
        "language": "no",
        "figures": ["600", "2.5", "0o7"],
        "date": "2026-11-23",
        "flag": "yes",
    }


def test_an_empty_value_is_none_but_a_quoted_one_is_text():
    assert document('a:\nb: ~\nc: null\nd: "null"\n').data == {"a": None, "b": None, "c": None, "d": "null"}


REFUSED = {
    "a key that stands twice": ("quote: a\nverdict: b\nquote: c\n", 3, 1, "`quote` stands twice"),
    "an alias": ("a: &x [1]\nb: *x\n", 1, 4, "alias"),
    "a tag": ("a: !!python/object:os.system x\n", 1, 4, "tag"),
    "an unclosed quotation mark": ('quote: "Meta\n', 2, 1, "never closed"),
    "a second colon": ("claim: Meta: 600\n", 1, 12, "second colon"),
    "words after a quotation": (
        'quote: "Kami" kata\nverdict: x\n',
        1,
        15,
        "a line stands where a key should be",
    ),
    "a tab for an indent": ("a:\n\tb: 1\n", 2, 1, "tab"),
    "a key that is a list": ("? [a, b]\n: c\n", 1, 3, "plain word"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refusals_name_line_and_column(case: str):
    text, line, column, words = REFUSED[case]
    problem = document(text).problems[0]
    assert problem.kind == "unreadable"
    assert words in problem.message
    assert problem.help
    assert (problem.line, problem.column) == (line, column)


def test_aliases_cannot_explode():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{n}: &{n} [{','.join(['*' + p] * 9)}]\n" for p, n in zip("abcdefghi", "bcdefghij", strict=True)
    )
    assert any("alias" in problem.message for problem in document(bomb).problems)


def test_an_endless_file_is_refused_before_it_is_parsed():
    problem = document("a: " + "x" * MAX_CHARACTERS).problems[0]
    assert "longer than" in problem.message


def test_deep_nesting_is_refused():
    assert any("nested" in problem.message for problem in document("a: " + "[" * 60 + "]" * 60).problems)
