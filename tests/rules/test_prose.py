"""The plain words of Markdown, and the way back to what was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.span import Span
from site_builder.rules.prose import plain

PLAIN = [
    ("**600** people", "600 people"),
    ("about 600\npeople", "about 600 people"),
    ("one\n\ntwo", "one\n\ntwo"),
    ("- one\n- two", "one\ntwo"),
    ("1. one\n2. two", "one\ntwo"),
    ("## Head\ntext", "Head text"),
    ("> quoted\n> on", "quoted\non"),
    ('[600 people](https://x.example/7_(8) "9") left', "600 people left"),
    ("see [this][7] and that[^8] and that[9].", "see this and that and that."),
    ("snake_case_5 and _five_", "snake_case_5 and five"),
    ("5*6 and *five*", "5*6 and five"),
    ("`700` and <https://x.example/8>", "700 and "),
    ("−5 and 3-4", "−5 and 3-4"),
]


@pytest.mark.parametrize(("markdown", "words"), PLAIN)
def test_plain_words(markdown: str, words: str) -> None:
    assert plain(markdown).text == words


@given(st.text(alphabet="ab 1.\n*_`[]()#>-!\\~^", max_size=80))
def test_every_word_leads_back(markdown: str) -> None:
    prose = plain(markdown)
    sources = [prose.source(at) for at in range(len(prose.text))]
    assert sources == sorted(set(sources))
    for i, character in enumerate(prose.text):
        written = prose.written(Span(i, i + 1)).of(markdown)
        assert written == character or (written.isspace() and character == " ")


_MARKER = r"(?:\#{1,6}|>|[-+*]|\d{1,3}[.)]|\|)[ \t]"
_BREAK = re.compile(rf"(?<!\n)[ \t]*\n(?!\s*\n)(?![ \t]*{_MARKER})[ \t]*")
_MARKS = re.compile(
    r"\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])|\[\^?\d{1,3}\](?!\()|\[(?=[^\[\]]*\][(\[])"
    r"|(?<!\d)[*`]+|[*`]+(?!\d)|~~|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])"
    rf"|^[ \t]*{_MARKER}[ \t]*|<https?://[^>\s]*>",
    re.MULTILINE,
)
_PIECES = (
    *("*", "**", "`", "_", "__", "~~", "[", "](http://x.y/z)", "][1]", "[^1]", "[12]", '](a "t")', "(", ")"),
    *(
        "\n",
        "\n\n",
        "  ",
        "- ",
        "* ",
        "1. ",
        "> ",
        "# ",
        "| ",
        "<https://a.b>",
        "word",
        "5",
        "x",
        ".",
        " ",
        "\t",
    ),
)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_takes_out_what_one_plain_pattern_takes_out(markdown: str) -> None:
    lines = _BREAK.sub(lambda found: " " * len(found[0]), markdown)
    assert plain(markdown).text == _MARKS.sub("", lines)
