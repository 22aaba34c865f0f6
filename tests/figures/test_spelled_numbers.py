"""Round trip: what CLDR's spell-out rules write is read back to the same value, whole and alone."""

from __future__ import annotations

import functools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unicode_rbnf import RbnfEngine

from site_builder.figures.numerals import scan

WHOLE = [
    *(
        "af",
        "am",
        "ar",
        "az",
        "be",
        "bg",
        "bs",
        "ca",
        "chr",
        "cs",
        "cy",
        "da",
        "de",
        "el",
        "en",
        "eo",
        "es",
        "et",
    ),
    *(
        "fa",
        "fi",
        "fil",
        "fo",
        "fr",
        "he",
        "hi",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ja",
        "ka",
        "km",
        "ko",
        "lb",
    ),
    *(
        "lo",
        "lv",
        "mk",
        "ms",
        "my",
        "ne",
        "nl",
        "nn",
        "no",
        "pl",
        "pt",
        "qu",
        "ro",
        "ru",
        "se",
        "sk",
        "sq",
        "sr",
    ),
    *("su", "sv", "ta", "th", "tr", "uk", "vi", "yue", "zh"),
]
"""Languages in which every whole number that the rules spell is read."""
NUMBERS = st.one_of(
    st.integers(0, 999),
    st.integers(1000, 999_999),
    st.sampled_from([10**6, 2 * 10**6, 10**9, 3 * 10**9]),
    st.builds(lambda whole, more: whole * 10**6 + more, st.integers(1, 999), st.integers(0, 999_999)),
)
ORDINALS = [
    *(
        "ar",
        "bg",
        "da",
        "de",
        "el",
        "en",
        "es",
        "fi",
        "fr",
        "hi",
        "hr",
        "id",
        "it",
        "ja",
        "ko",
        "ms",
        "nl",
        "no",
    ),
    *("pt", "ru", "sv", "th", "tr", "vi", "zh"),
]


@functools.cache
def engine(language):
    return RbnfEngine.for_language(language)


def spellings(language, number, ordinal=False):
    for name, rules in engine(language).rulesets.items():
        wanted = "spellout" in name and "year" not in name and ("ordinal" in name) == ordinal
        if wanted and not rules.is_private:
            text = engine(language).format_number(number, ruleset_names=[name]).text
            if not re.search(r"[\d#=]", text):
                yield text.replace(",", "")


@pytest.mark.parametrize("language", WHOLE)
@settings(max_examples=15)
@given(number=NUMBERS)
def test_reads_back_every_spelling_of_a_number(language, number):
    for text in spellings(language, number):
        found = scan(text, language)
        assert [n.span.of(text) for n in found] == [text]
        assert found[0].readings == (number,)


@pytest.mark.parametrize("language", ORDINALS)
@settings(max_examples=15)
@given(number=st.integers(1, 99))
def test_reads_back_ordinals_and_calls_them_so(language, number):
    for text in spellings(language, number, ordinal=True):
        (found,) = scan(text, language)
        assert found.span.of(text) == text
        assert found.readings == (number,)
        assert found.ordinal
