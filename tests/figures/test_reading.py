"""What is read in running text, and what must hold for every text."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.figures import read
from site_builder.model.figure import Bound, Figure, Kind, Reading

CASES = yaml.safe_load((Path(__file__).parent / "reading.yaml").read_text("utf-8"))
LANGUAGES = ["en", "id", "vi", "de", "fr", "es", "ja", "zh-Hant", "ko", "ar", "hi", "tr", "th", "nb", "xx"]
WORDS = [
    *(
        "five",
        "80",
        "1.200",
        "-5",
        "½",
        "24/7",
        "9-9-6",
        "Covid-19",
        "percent",
        "%",
        "$",
        "€",
        "USD",
        "km/h",
        "hours",
    ),
    *(
        "a week",
        "to",
        "hingga",
        "between",
        "and",
        "more than",
        "or less",
        "October",
        "2025",
        "百分之",
        "二十",
        "以上",
    ),
    *(
        "年",
        "月",
        "日",
        "phần trăm",
        "năm",
        "setengah",
        "e\u0301",
        "\u200b",
        "\n",
        "“",
        "(",
        ")",
        ".",
        ",",
        "–",
        "https://x.y/5",
    ),
]


def amount(reading: Reading) -> str:
    low, high = ("" if end is None else f"{float(end):.10g}" for end in (reading.low, reading.high))
    return low if low == high else f"{low}..{high}"


def described(figure: Figure) -> str:
    bound = "" if figure.bound is Bound.EXACT else f"({figure.bound.value})"
    words = [
        f"{figure.text} =",
        " or ".join(map(amount, figure.readings)),
        figure.kind.value,
        figure.unit or "",
        bound,
    ]
    return " ".join(word for word in words if word)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:40]}")
def test_reads_the_figures_of_a_text(case: dict[str, Any]) -> None:
    found = [described(figure) for figure in read(case["text"], case["language"])]
    assert found == (case["figures"] or [])


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=12), st.sampled_from(LANGUAGES))
@settings(max_examples=300)
def test_spans_are_in_order_inside_the_text_and_hold_their_number(words: list[str], language: str) -> None:
    text = " ".join(words)
    end = 0
    for figure in read(text, language):
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert figure.span.contains(figure.number)
        assert figure.number.start < figure.number.end
        assert figure.text == figure.span.of(text)
        end = figure.span.end


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(LANGUAGES))
@settings(max_examples=100)
def test_a_range_never_runs_downwards(words: list[str], language: str) -> None:
    readings = [r for figure in read("".join(words), language) for r in figure.readings]
    assert all(r.low is None or r.high is None or r.low <= r.high for r in readings)


@pytest.mark.parametrize(
    ("language", "text"), [("vi", "chín mươi phần trăm, 80 giờ mỗi tuần"), ("fr", "cinq millions d'années")]
)
def test_decomposed_letters_read_the_same_with_spans_into_the_decomposed_text(
    language: str, text: str
) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    composed = read(text, language)
    found = read(decomposed, language)
    assert composed
    assert [f.readings for f in found] == [f.readings for f in composed]
    assert [unicodedata.normalize("NFC", f.text) for f in found] == [f.text for f in composed]


def test_invisible_characters_do_not_hide_a_figure() -> None:
    text = "bekerja 1\u00ad00 jam se\u200bminggu"
    (figure,) = read(text, "id")
    assert figure.unit == "hour-per-week"
    assert figure.span.of(text) == text[8:]


def test_spaces_between_the_signs_of_chinese_are_no_borders() -> None:
    text = "百 分 之 2.4 的公司"
    (figure,) = read(text, "zh")
    assert (figure.text, figure.kind) == ("百 分 之 2.4", Kind.PERCENT)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("naik 12,5 persen lagi", "12,5 persen"),
        ("mereka bekerja 80 hingga 100 jam", "80 hingga 100"),
        ("biaya Rp1,2 triliun", "Rp1,2 triliun"),
        ("suhu -6 derajat", "-6"),
        ("lebih dari 20 negara", "20"),
        ("2 jam", "2"),
        ("budaya 9-9-6 itu", "9-9-6"),
        ("daftar Fortune 500 itu", "500"),
        ("pada 24 Oktober 2025", "24"),
    ],
)
def test_number_covers_what_no_quote_may_cut(text: str, number: str) -> None:
    (figure,) = read(text, "id")
    assert figure.number.of(text) == number


def test_an_unknown_language_still_reads_digits_and_signs() -> None:
    assert [described(figure) for figure in read("xyz 90 %, $5, 3 km", "xx")] == [
        "90 % = 90 percent percent",
        "$5 = 5 currency USD",
        "3 km = 3 measure kilometer",
    ]


def test_importing_is_cheap() -> None:
    code = "import sys, site_builder.figures; sys.exit('pydantic' in sys.modules or 'yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
