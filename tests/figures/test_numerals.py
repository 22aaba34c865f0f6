"""What numbers are read in running text, where they stand, and what is left alone."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.figures.numerals import scan
from site_builder.figures.words import lexicon

MARKS = {"o": "ordinal", "i": "indefinite", "f": "fraction"}
CASES = [
    pytest.param(language, text, expected, id=f"{group}-{place}")
    for group, cases in yaml.safe_load(Path(__file__).with_name("numerals.yaml").read_text("utf-8")).items()
    for place, (language, text, *expected) in enumerate(cases)
]
LANGUAGES = ("en", "id", "vi", "de", "fr", "tr", "ar", "hi", "zh", "ja", "ko", "th", "xx")


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_what_is_written(language, text, expected):
    found = [
        (n.span.of(text), n.readings, {mark for mark, name in MARKS.items() if getattr(n, name)})
        for n in scan(text, language)
    ]
    assert found == [as_read(*entry) for entry in expected]


def as_read(words, *rest):
    values = tuple(Fraction(str(part)) for part in rest if part not in MARKS)
    return words, values, {part for part in rest if part in MARKS}


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_spans_are_in_order_apart_and_inside(text, language):
    end = 0
    for numeral in scan(text, language):
        assert end <= numeral.span.start < numeral.span.end <= len(text)
        assert numeral.readings
        end = numeral.span.end


WORDS = [
    "one",
    "two",
    "hundred",
    "million",
    "and",
    "a",
    "half",
    "third",
    "point",
    "minus",
    "3",
    "1.200",
    "½",
    ",",
    "-",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_words_in_any_order_are_read_without_a_fault(words):
    text = " ".join(words)
    assert all(numeral.span.of(text).strip() for numeral in scan(text, "en"))


@given(st.integers(-(10**15), 10**15), st.sampled_from(LANGUAGES))
def test_reads_plain_digits_whole(number, language):
    text = f"({number})"
    (numeral,) = scan(text, language)
    assert numeral.span.of(text) == str(number)
    assert numeral.readings == (number,)


@given(st.integers(0, 10**12), st.sampled_from([",", ".", " ", "'", "\u00a0", "\u202f", "’"]))
def test_reads_every_grouping(number, mark):
    text = f"{number:,}".replace(",", mark)
    (numeral,) = scan(text, "en")
    assert number in numeral.readings


@given(st.integers(1, 999), st.sampled_from(LANGUAGES))
def test_one_separator_before_three_digits_gives_both_readings(number, language):
    (numeral,) = scan(f"{number}.250", language)
    assert set(numeral.readings) == {number * 1000 + 250, number + Fraction(1, 4)}
    decimal_first = lexicon(language).decimal == "."
    assert numeral.readings[0] == (number + Fraction(1, 4) if decimal_first else number * 1000 + 250)


def test_spans_count_code_points_of_the_text_as_it_stands():
    decomposed = "tre\u0302s euros, cafe\u0301 e vinte e tre\u0302s"
    first, second = scan(decomposed, "pt")
    assert first.span.of(decomposed) == "tre\u0302s"
    assert second.span.of(decomposed) == "vinte e tre\u0302s"
    assert second.readings == (23,)


def test_marks_that_are_left_out_do_not_hide_a_number():
    assert [n.readings for n in scan("ثَلَاثَة", "ar")] == [(3,)]
    assert [n.readings for n in scan("zwan\u00adzig", "de")] == [(20,)]


@pytest.mark.parametrize(
    "text", ["7" * 9000, "1/" + "7" * 9000, "2e" + "9" * 9000, "三" * 9000, "1/2" * 3000, "万" * 900]
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_endless_runs_are_borne(text, language):
    assert all(numeral.readings for numeral in scan(text, language))


def test_a_language_without_words_is_read_in_digits():
    assert [n.readings for n in scan("seven 12 %", "xx")] == [(12,)]


@pytest.mark.parametrize(
    ("code", "value"), [("es", 1200), ("es-MX", Fraction(6, 5)), ("de-CH", Fraction(6, 5))]
)
def test_a_region_may_have_its_own_decimal_mark(code, value):
    assert scan("1.200", code)[0].readings[0] == value


@pytest.mark.parametrize(
    ("code", "text", "value"), [("pt-BR", "vinte", 20), ("nb", "tjue", 20), ("iw", "עשרים", 20)]
)
def test_regional_and_old_codes_find_their_table(code, text, value):
    assert [n.readings for n in scan(text, code)] == [(value,)]
