"""Comparing a sentence with its translation: what must be told, and what must not."""

from __future__ import annotations

import json
import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.chains import Passage, Subject, compare, names, negations
from site_builder.chains.spelling import has_stem, script

SAME = [
    ("en", "80 to 100 hours a week", "id", "80 hingga 100 jam seminggu"),
    ("en", "80 to 100 hours a week", "vi", "80 đến 100 giờ mỗi tuần"),
    ("en", "between 80 and 100 hours a week", "de", "80 bis 100 Stunden pro Woche"),
    ("en", "Ninety percent of companies", "id", "Sembilan puluh persen perusahaan"),
    ("en", "90% of companies", "fr", "quatre-vingt-dix pour cent des entreprises"),
    ("en", "an 80-hour-plus workweek", "id", "pekan kerja 80 jam lebih"),
    ("en", "20 years of progress in two years", "es", "20 años de progreso en dos años"),
    ("en", "1.5 million people", "de", "1,5 Millionen Menschen"),
    ("en", "1,600 euros", "de", "1.600 Euro"),
    ("en", "One executive said in 2024", "id", "Seorang eksekutif mengatakan pada 2024"),
    ("en", "$5,000 per person", "hi", "$5,000 प्रति व्यक्ति"),
    ("en", "they haven’t had time", "vi", "không có thời gian"),
    ("en", "more than 80 hours", "id", "lebih dari 80 jam"),
    ("en", "about 80 hours", "de", "80 Stunden"),
    ("en", "not only today", "de", "nicht nur heute"),
    ("en", "people in Germany work on Saturday", "ru", "люди в Германии работают в субботу"),
    ("en", "people in Germany work on Saturday", "zh-Hans", "德国人周六工作"),
    ("en", "people in Germany work on Saturdays", "id", "orang di Jerman bekerja pada hari Sabtu"),
    ("en", "the idea of Anthropic’s Josh Batson", "id", "gagasan Batson dari Antropik"),
    ("id", "Ketika Anda punya ide dan AI-nya", "en", "when you have an idea and its AI"),
    ("de", "Die Leute in der Abteilung arbeiten", "en", "the people in the department work"),
    ("fr", "Il dit que l’Europe et Renault", "en", "he says that Renault and Europe"),
]

DIFFERENT = [
    ("en", "the time between Thursday and Friday", "id", "lima hingga enam hari",
     {("figures", "", "lima hingga enam hari"), ("names", "Thursday", ""), ("names", "Friday", "")}),
    ("en", "600 employees", "id", "1.600 karyawan", {("figures", "600", "1.600")}),
    ("en", "80 to 100 hours a week", "id", "80 hingga 110 jam seminggu",
     {("figures", "80 to 100 hours a week", "80 hingga 110 jam seminggu")}),
    ("en", "Ninety percent", "vi", "95%", {("figures", "Ninety percent", "95%")}),
    ("en", "it was not affected", "fr", "elle a été touchée", {("negations", "not", "")}),
    ("de", "die Gruppe war betroffen", "en", "the group was never affected", {("negations", "", "never")}),
    ("en", "at Microsoft, Google and Apple", "pt", "na Google e na Apple", {("names", "Microsoft", "")}),
    ("en", "more than 80 hours a week", "id", "80 jam seminggu",
     {("bounds", "more than 80 hours a week", "80 jam seminggu")}),
    ("en", "an 80-hour-plus workweek", "id", "80 jam seminggu",
     {("bounds", "80-hour-plus", "80 jam seminggu")}),
    ("en", "people in Japan work", "ja", "人々が働く", {("names", "Japan", "")}),
]  # fmt: skip


def passage(language: str, words: str) -> Passage:
    return Passage("text", words, language, None)


def differences(one: Passage, other: Passage) -> set[tuple[str, str, str]]:
    return {
        (
            str(d.subject),
            d.before.of(one.words) if d.before else "",
            d.after.of(other.words) if d.after else "",
        )
        for d in compare([one], [other]).differences
    }


@pytest.mark.parametrize(("one", "words", "other", "translation"), SAME)
def test_translations_raise_no_alarm(one: str, words: str, other: str, translation: str) -> None:
    assert differences(passage(one, words), passage(other, translation)) == set()
    assert differences(passage(other, translation), passage(one, words)) == set()


@pytest.mark.parametrize(("one", "words", "other", "translation", "expected"), DIFFERENT)
def test_differences_are_told(
    one: str, words: str, other: str, translation: str, expected: set[tuple[str, str, str]]
) -> None:
    assert differences(passage(one, words), passage(other, translation)) == expected


@pytest.mark.parametrize("language", ["en", "id", "vi", "de", "zh", "ar", "tlh"])
@given(words=st.text(max_size=60))
def test_a_text_is_like_itself(language: str, words: str) -> None:
    same = passage(language, words)
    assert compare([same], [same]).differences == ()


def test_what_cannot_be_compared_is_said() -> None:
    english, chinese, turkish = (
        passage("en", "at Google"),
        passage("zh-Hant", "在谷歌"),
        passage("tr", "Google'da"),
    )
    assert compare([english], [chinese]).not_compared == (Subject.NAMES, Subject.NEGATIONS)
    assert compare([english], [turkish]).not_compared == (Subject.NEGATIONS,)
    assert compare([english], [passage("nb", "hos Google")]).not_compared == ()
    assert Subject.NAMES in compare([chinese], [passage("ja", "谷歌で")]).not_compared
    assert Subject.NAMES in compare([passage("de", "bei Google")], [english]).not_compared


def test_what_a_later_text_has_is_not_lost() -> None:
    first, second, third = (
        passage("en", "among the 600 employees Batson was not"),
        passage("vi", "nhiều nhân viên"),
        passage("id", "Batson tidak di antara 600 karyawan"),
    )
    assert compare([first], [second, third]).differences == ()
    assert compare([first, second], [third]).differences == ()
    assert {d.subject for d in compare([first], [second]).differences} == {
        Subject.FIGURES,
        Subject.NAMES,
        Subject.NEGATIONS,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Apple Inc. and Dr. Mary Ann Smith arrived", ["Apple Inc", "Dr. Mary Ann Smith"]),
        ("he said. “Extraordinary advances” (Then) […] More: Nothing", []),
        ("an AI lab of the UN, in May, in English", []),
        ("OpenAI and DeepMind lead", ["OpenAI", "DeepMind"]),
        ("Why Every Big Newsroom Fails Today", []),
        ("I think I’ve seen O’Brien’s Nvidia chips", ["Nvidia"]),
    ],
)
def test_names_are_read_by_their_capitals(text: str, expected: list[str]) -> None:
    assert [name.span.of(text) for name in names.names(text, "en")] == expected


def test_negations_stand_where_they_were_found() -> None:
    text = "It isn’t here, nor there; not only that. No. 5 has no end."
    assert [span.of(text) for span in negations.negations(text, "en")] == ["isn’t", "nor", "no"]


def test_every_exception_holds_a_negation() -> None:
    """An exception that no word of the list would match is dead."""
    table = json.loads(resources.files("site_builder.chains").joinpath("negations.json").read_text("utf-8"))
    for language, entry in table.items():
        for exception in entry["except"]:
            written = re.sub(r"\\w\+", "word", re.sub(r"\[(\w)\w*\]", r"\1", exception))
            assert not negations.negations(written, language), exception
            assert any(negations.negations(word, language) for word in written.split()), exception


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("the Spanish word", "Spain", True),
        ("the span", "Germany", False),
        ("محاذية للحدود الكندية", "كندا", True),
        ("في السويد", "السويد", True),
        ("आस्ट्रेलिया की स्थिति", "ऑस्ट्रेलिया", True),
        ("德国人", "德国", True),
        ("法国人", "德国", False),
    ],
)
def test_names_made_from_places_count(text: str, name: str, expected: bool) -> None:
    assert has_stem(text, name) is expected


def test_script_of_a_text() -> None:
    assert [script(text) for text in ("Google", "謝謝 AI", "12", "привет")] == [
        "LATIN",
        "CJK",
        "",
        "CYRILLIC",
    ]
