"""Where words stand, so that others find them again."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.span import Span
from site_builder.rendering.selectors import quote_selector, surroundings, text_fragment

PAGE = "https://koran.example/a"
LONG = " ".join(f"kata{n}" for n in range(60))


def fragment(text: str, *quotes: str, url: str = PAGE) -> str:
    return text_fragment(url, text, tuple(Span(text.index(q), text.index(q) + len(q)) for q in quotes))


def test_the_surroundings_grow_until_there_is_one_such_place():
    once = "the same words again and again, " * 4
    text = f"first {once}middle {once}last"
    start = text.index("words", text.index("words") + 1)
    prefix, suffix = surroundings(text, Span(start, start + 5))
    assert len(prefix) > 32
    assert text.count(prefix + "words" + suffix) == 1
    assert text.index(prefix + "words" + suffix) + len(prefix) == start


@given(st.text(alphabet="ab \n", min_size=1, max_size=200), st.data())
def test_any_place_in_any_text_is_found_again(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = quote_selector(text, Span(start, end))
    around = selector["prefix"] + selector["exact"] + selector["suffix"]
    places = [m.start() for m in re.finditer(f"(?={re.escape(around)})", text)]
    assert places == [start - len(selector["prefix"])]
    assert selector["exact"] == text[start:end]


@pytest.mark.parametrize(
    ("text", "quote", "directive"),
    [
        ("it cost 80-100 euros", "80-100 euros", "80%2D100%20euros"),
        ("this, that & more", "this, that & more", "this%2C%20that%20%26%20more"),
        ("“wartime” – café", "“wartime” – café", "%E2%80%9Cwartime%E2%80%9D%20%E2%80%93%20caf%C3%A9"),
        ("a_b~c.d (e)", "a_b~c.d (e)", "a_b~c.d%20%28e%29"),
    ],
)
def test_the_syntax_of_a_directive_is_escaped_in_its_words(text: str, quote: str, directive: str):
    assert fragment(text, quote) == f"{PAGE}#:~:text={directive}"


def test_each_part_has_its_directive_and_an_anchor_of_the_page_stays():
    assert fragment("one two three", "one", "three", url=f"{PAGE}#top") == f"{PAGE}#top:~:text=one&text=three"


def test_no_part_no_fragment():
    assert text_fragment(PAGE, "one", ()) == PAGE


def test_a_long_quote_is_given_by_its_ends():
    directive = fragment(f"Before. {LONG}. After.", LONG).partition("text=")[2]
    assert [unquote(part) for part in directive.split(",")] == [
        "kata0 kata1 kata2 kata3 kata4 kata5",
        "kata54 kata55 kata56 kata57 kata58 kata59",
    ]


def test_a_quote_over_lines_is_given_by_its_ends():
    text = "a b c d e f g.\nh i j k l m n o."
    assert fragment(text, text).endswith("text=a%20b%20c%20d%20e%20f,j%20k%20l%20m%20n%20o.")


def test_a_long_quote_in_a_script_without_spaces_is_given_whole():
    words = "".join(chr(0x4E00 + n) for n in range(400))
    assert unquote(fragment(words, words)).endswith(f"text={words}")


def test_of_two_places_the_context_tells_the_right_one():
    text = "He said it on Monday. Then, on Tuesday, he said it on the radio - again."
    second = text.rindex("said it on")
    directive = text_fragment(PAGE, text, (Span(second, second + 10),)).partition("text=")[2]
    prefix, words, suffix = directive.split(",")
    assert prefix.endswith("-") and suffix.startswith("-")
    assert "-" not in prefix[:-1] + words + suffix[1:]
    assert text.endswith(f"{unquote(prefix[:-1])} {unquote(words)} {unquote(suffix[1:])} again.")
