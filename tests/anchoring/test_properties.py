"""What holds for every text and quote."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.anchoring import anchor, prepare
from site_builder.anchoring.omission import windows
from site_builder.model.span import Span
from site_builder.text.sentences import split

WORDS = st.sampled_from(
    [
        *(
            "kerja",
            "600",
            "1.600",
            "3,5",
            "%",
            "persen",
            "“masa",
            "perang”",
            '"kata"',
            "—",
            "80–100",
            "jam",
            "AI-nya",
        ),
        *(
            "İstanbul",
            "ılık",
            "ﬁrst",
            "９０",
            "小時",
            "１，６００",
            "10²",
            "−6",
            "dan/atau",
            "24/7",
            "U.S.",
            "l’homme",
        ),
        *("…", "e\u0301t\u0065\u0301", "สามพัน", "90\u00a0%"),
    ]
)
LANGUAGES = st.sampled_from(["id", "en", "tr", "fr", "zh", "th", "de"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    sentences = draw(st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=6))
    ends = draw(st.lists(st.sampled_from([". ", "? ", ".\n\n", "… ", '." ']), min_size=6, max_size=6))
    return "".join(" ".join(words).capitalize() + end for words, end in zip(sentences, ends, strict=False))


@given(texts(), LANGUAGES)
@settings(max_examples=150)
def test_a_sentence_is_found_where_it_stands(text: str, language: str) -> None:
    prepared = prepare(text, language)
    for span in split(text, language):
        if any(char.isalnum() for char in span.of(text)):
            found = anchor(prepared, span.of(text))
            assert (span,) in found.places or any(cut.place == span for cut in found.cuts)


@given(texts(), LANGUAGES, st.integers(0, 200), st.integers(1, 60))
@settings(max_examples=300)
def test_what_is_found_reads_like_the_quote_and_cuts_no_digits(
    text: str, language: str, start: int, length: int
) -> None:
    quote = text[start : start + length]
    found = anchor(prepare(text, language), quote)
    for place in found.places:
        for part in place:
            assert not re.search(r"\d$", text[: part.start]) or not re.match(r"[\d.,]*\d", part.of(text))
            assert not re.match(r"[.,]?\d", text[part.end :]) or not re.search(r"\d$", part.of(text))


@given(texts(), LANGUAGES)
@settings(max_examples=100)
def test_retyping_changes_no_place(text: str, language: str) -> None:
    prepared = prepare(text, language)
    for span in split(text, language):
        quote = span.of(text)
        typed = unicodedata.normalize("NFD", quote).replace(" ", "\u00a0").replace("“", '"').replace("”", '"')
        before, after = anchor(prepared, quote), anchor(prepared, typed)
        if before.found:
            assert set(before.places) <= set(after.places)


SPANS = st.lists(st.integers(0, 40), unique=True).map(lambda starts: [Span(s, s + 2) for s in sorted(starts)])


@given(st.lists(SPANS, min_size=1, max_size=3))
def test_parts_are_in_order_and_no_window_holds_another(found: list[list[Span]]) -> None:
    tight = windows(found)
    for parts in tight:
        assert all(one.end <= other.start for one, other in pairwise(parts))
    for one, other in pairwise(tight):
        assert one[0].start < other[0].start
        assert one[-1].end < other[-1].end
