"""The normal form: what falls together, what stays apart, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.model.span import Span
from site_builder.text import families
from site_builder.text.case import same_letters
from site_builder.text.families import steps
from site_builder.text.normal import differing, normal_text, normalise

TOGETHER = [
    ("“a” „a“ «a»", '"a" "a" "a"', ("quote marks",)),
    ("‘a’ it`s", "'a' it's", ("quote marks",)),
    ("« a »", '"a"', ("quote marks",)),
    ("«\u202fa\u202f»", "“a”", ("quote marks", "spaces")),
    ("a–b—c‑d", "a-b-c-d", ("dashes",)),
    ("−6", "-6", ("dashes",)),
    ("a -- b", "a — b", ("dashes",)),
    ("a——b", "a—b", ("dashes",)),
    ("wait...", "wait…", ("ellipsis",)),
    ("wait. . .", "wait…", ("ellipsis",)),
    ("……", "…", ("ellipsis",)),
    ("a\u00a0b\u2009c  d\te", "a b c d e", ("spaces",)),
    ("a \r\n \r\nb", "a\nb", ("spaces",)),
    ("ab\u00adc\u200bd\ufeff", "abcd", ("invisible characters",)),
    ("e\u0301", "é", ("unicode form",)),
    ("\u212b", "Å", ("unicode form",)),
    ("ＡＢ１２，ﾊﾟ", "AB12,パ", ("width", "unicode form")),
    ("ﬁ ﬀ ĳ", "fi ff ij", ("ligatures",)),
    ("ﻻ", "لا", ("ligatures",)),
    ("ABC", "abc", ("case",)),
    ("ΜΆΪΟΣ", "μάϊος", ("case",)),
    ("ΐ".upper(), "ΐ", ("case",)),
    ("“É…”", '"e\u0301..."', ("unicode form", "quote marks", "ellipsis", "case")),
]
APART = [
    *(("10²", "102"), ("10²", "10^2"), ("3.5", "3-5"), ("3.5", "3,5"), ("1,600", "1600"), ("1 600", "1600")),
    *(
        ("1\u00a0600", "1600"),
        ("½", "1/2"),
        ("①", "1"),
        ("H₂O", "H2O"),
        ("５", "6"),
        ("٥", "5"),
        ("5–-3", "5-3"),
    ),
    *(
        ("90%", "90"),
        ("cote", "côte"),
        ("ı", "i"),
        ("œuf", "oeuf"),
        ("Nguyễn", "Nguyen"),
        ("А", "A"),
        ("㎡", "m2"),
    ),
    *(("un believable", "unbelievable"), ("a\nb", "a b"), ("2'", '2"'), ("a.b", "a…b"), ("don't", "dont")),
]


@pytest.mark.parametrize(("one", "other", "families"), TOGETHER)
def test_typography_falls_together_and_is_named(one: str, other: str, families: tuple[str, ...]) -> None:
    assert normalise(one, case=False).text == normalise(other, case=False).text
    assert set(differing(one, other, "en")) == set(families)


@pytest.mark.parametrize(("one", "other"), APART)
def test_numbers_and_words_stay_apart(one: str, other: str) -> None:
    assert normalise(one, case=False).text != normalise(other, case=False).text


@pytest.mark.parametrize("language", ["tr", "tr-TR", "az"])
def test_the_four_letters_i_of_turkish(language: str) -> None:
    assert normalise("İIiı", language, case=False).text == "iiii"
    assert normalise("I\u0307STANBUL", language, case=False).text == "istanbul"
    assert normalise("İIiı", "en", case=False).text == "i\u0307iiı"


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        *(("ILIK", "ılık", "tr", True), ("İLK", "ilk", "tr", True), ("ILK", "ilk", "tr", True)),
        *(("ılık", "ilik", "tr", False), ("İLIK", "ılık", "tr", False), ("ILIK", "ilik", "id", True)),
        *(("Maße", "MASSE", "de", True), ("Maße", "Masse", "de", False), ("MAẞE", "maße", "de", True)),
        *(("Maße Masse", "MASSE Masse", "de", True), ("Maße Masse", "Masse Maße", "de", False)),
    ],
)
def test_letters_that_are_the_same_but_for_case(one: str, other: str, language: str, same: bool) -> None:
    assert same_letters(one, other, language) is same


def test_the_way_back_leads_to_the_very_stretch() -> None:
    text = "Er\u00adste “ﬁnale”  Wo\u0308rter… \n\n Ende"
    form = normalise(text)
    assert form.text == 'Erste"finale"Wörter…\nEnde'
    for words, original in [
        ("Erste", "Er\u00adste"),
        ("finale", "ﬁnale"),
        ("Wörter", "Wo\u0308rter"),
        ("Ende", "Ende"),
    ]:
        at = form.text.index(words)
        assert form.original(Span(at, at + len(words))).of(text) == original


def test_an_offset_inside_a_ligature_is_told() -> None:
    form = normalise("a ﬁn")
    assert [form.splits(offset) for offset in range(6)] == [False, False, False, True, False, False]


ALPHABET = st.sampled_from(
    "aeI ıİß1９٣.,-–—−…“”\"'’«»« ﬁ\u00ad\u200b\u0301\u0308\u0327ﾊﾟ　\u00a0\n\r\tΐ가각\u09c7\u09be²½א\u05b7"
)
TEXT = st.text(ALPHABET, max_size=40) | st.text(max_size=40)


@given(TEXT)
@example("a\u200b\u0301")
@example('" "')
@example(". ..")
@settings(max_examples=600)
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    for case in (True, False):
        form = normalise(text, "tr", case=case).text
        assert normalise(form, "tr", case=case).text == form


@given(TEXT)
@settings(max_examples=600)
def test_the_normal_form_is_composed_and_holds_nothing_invisible(text: str) -> None:
    form = normalise(text).text
    assert unicodedata.is_normalized("NFC", form)
    assert not set(form) & set(
        "\u00ad\u200b\ufeff\u00a0\r“”–—…\u2011" if "…" not in form else "\u00ad\u200b“”–"
    )
    assert "  " not in form


@given(TEXT, st.data())
@settings(max_examples=600)
def test_the_way_back_is_in_order_and_inside(text: str, data: st.DataObject) -> None:
    form = normalise(text, "de", case=False)
    start = data.draw(st.integers(0, len(form.text)))
    end = data.draw(st.integers(start, len(form.text)))
    later = data.draw(st.integers(end, len(form.text)))
    first, second = form.original(Span(start, end)), form.original(Span(end, later))
    assert 0 <= first.start <= first.end <= len(text)
    assert first.start <= second.start
    assert first.end <= second.end


@given(TEXT)
@settings(max_examples=400)
def test_one_pass_does_what_the_families_do_one_by_one(text: str) -> None:
    expected = unicodedata.normalize("NFC", steps()[0].apply(text)[0])
    for step in steps()[1:]:
        expected = step.apply(expected)[0]
    assert normalise(text).text == unicodedata.normalize("NFC", expected)


@settings(max_examples=300)
@given(st.text(), st.booleans(), st.sampled_from(("", "tr", "de")))
@example("a  '' \n b . . . ……— -- e\u0301 ﬁ", False, "")
def test_the_text_alone_is_that_of_the_normal_form(text: str, case: bool, language: str) -> None:
    assert normal_text(text, language, case=case) == normalise(text, language, case=case).text


def test_what_is_replaced_first_is_all_that_is_printed_in_ascii() -> None:
    tables = {sign: plain for table in families._tables().values() for sign, plain in table.items()}
    assert {sign for sign in tables if sign.isascii() and sign.isprintable()} <= families.COMMON.keys()
    assert all(tables[sign] == plain for sign, plain in families.COMMON.items())
