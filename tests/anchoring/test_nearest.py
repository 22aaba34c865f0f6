"""What is said of a quote that is not there."""

from __future__ import annotations

import time

import pytest

from site_builder.anchoring import anchor, prepare
from site_builder.model.anchor import Nearest

TEXT = (
    "Zuckerberg recruits experts with packages of millions.\n\n"
    "Meskipun Meta baru saja memberhentikan 600 karyawan di divisi AI-nya, intensitas kerja tim tetap tinggi.\n\n"
    "Sembilan puluh persen perusahaan Fortune 500 menggunakan AI."
)


def nearest(quote: str, text: str = TEXT, language: str = "id", near: int | None = None) -> Nearest | None:
    return anchor(prepare(text, language), quote, near=near).nearest


def test_the_passage_and_its_differences_are_told() -> None:
    quote = " Meta baru saja memecat 600 karyawan di divisi AI-nya"
    found = nearest(quote)
    assert found is not None
    assert found.span.of(TEXT) == "Meta baru saja memberhentikan 600 karyawan di divisi AI-nya"
    assert [(d.quote.of(quote), d.text.of(TEXT)) for d in found.differences] == [
        ("memecat", "memberhentikan")
    ]
    assert not found.figures_differ


@pytest.mark.parametrize(
    ("quote", "differ"),
    [
        ("memberhentikan 700 karyawan di divisi AI-nya", True),
        ("memberhentikan 1.600 karyawan di divisi AI-nya", True),
        ("Delapan puluh persen perusahaan Fortune 500", True),
        ("memecat 600 karyawan di divisi AI-nya", False),
    ],
)
def test_figures_that_differ_are_the_loudest_message(quote: str, differ: bool) -> None:
    found = nearest(quote)
    assert found is not None
    assert found.figures_differ is differ


@pytest.mark.parametrize("quote", ["Harga minyak dunia turun tajam pada hari Senin.", "banjir"])
def test_another_sentence_is_not_proposed(quote: str) -> None:
    assert nearest(quote) is None


def test_a_misspelt_word_is_proposed() -> None:
    found = nearest("memberhentikam")
    assert found is not None
    assert found.span.of(TEXT) == "memberhentikan"


def test_of_equals_the_one_near_the_hint_is_proposed() -> None:
    text = "it was before us, then it was before us"
    first, second = nearest("befor us", text, "en"), nearest("befor us", text, "en", near=len(text))
    assert first is not None
    assert second is not None
    assert (first.span.start, second.span.start) == (7, 30)


def test_words_that_stand_elsewhere_than_the_context_says_are_shown() -> None:
    found = anchor(prepare("lorem ipsum dolor", "en"), "dolor", prefix="amet")
    assert found.nearest is not None
    assert found.nearest.span == (12, 17)
    assert 50 <= found.nearest.score < 100


@pytest.mark.parametrize("prefix", [["ipsum", "isum", "opsom", "amet"]])
def test_the_less_the_context_agrees_the_lower_the_score(prefix: list[str]) -> None:
    prepared = prepare("lorem ipsum dolor", "en")
    found = [anchor(prepared, "dolor", prefix=words) for words in prefix]
    scores = [100.0 if one.found else one.nearest.score for one in found if one.found or one.nearest]
    assert scores == sorted(set(scores), reverse=True)
    assert len(scores) == len(prefix)


def test_a_huge_line_and_a_huge_quote_do_not_hang() -> None:
    line = "kata demi kata tanpa akhir " * 100_000
    start = time.process_time()
    anchor(prepare(line, "id"), "kata yang tidak ada di sini sama sekali")
    anchor(prepare(TEXT, "id"), line)
    assert time.process_time() - start < 30
