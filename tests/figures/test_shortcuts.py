"""Most numbers are read by a short way. It must find what the long way finds, in every language."""

import re
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.figures import folding, literals, numerals, piece, pieces, reading
from site_builder.figures.habits import habits
from site_builder.figures.numerals import Scan
from site_builder.figures.phrases import Longest, Phrases
from site_builder.figures.piece import View
from site_builder.figures.reading import read
from site_builder.figures.voices import Voices
from site_builder.figures.words import lexicon

LANGUAGES = (
    "ar",
    "de",
    "en",
    "es",
    "fil",
    "fr",
    "hi",
    "hu",
    "id",
    "ja",
    "ko",
    "pl",
    "pt",
    "ru",
    "th",
    "tr",
    "vi",
)
LANGUAGES += ("zh", "und")
TABLES = ("units", "symbols", "before", "codes", "bounds", "bounds_after", "of", "counters", "labels", "aged")
TABLES += ("months", "date_links", "month_words", "day_words", "year_words", "year_before", "year_after")
TABLES += ("times", "times_before", "old", "per", "rates")
DIGITS = (
    "5",
    "12",
    "24",
    "31",
    "600",
    "1,600",
    "1.600",
    "1 600",
    "12,34,567",
    "2.5",
    "2,5",
    "0.75",
    "1999",
    "2024",
)
DIGITS += (
    "1st",
    "3D",
    "5k",
    "1/2",
    "24/7",
    "9-9-6",
    "10:30",
    "12.05",
    "12.05.2018",
    "−6",
    "-6",
    "+62 21 5550123",
)
DIGITS += (
    "½",
    "2½",
    "10²",
    "1e5",
    "50%",
    "$5",
    "€ 3.5",
    "USD115",
    "B2B",
    "Covid-19",
    "５００",
    "١٦٠٠",
    "१२",
    "百",
    "三",
)
SEAMS = (
    " ",
    " ",
    " ",
    "  ",
    "\u00a0",
    "\n",
    "",
    "-",
    "–",
    "/",
    ", ",
    ". ",
    ".",
    ": ",
    " (",
    ") ",
    "“",
    "” ",
    "’",
    "%",
)
PLAIN = (
    "people",
    "jobs",
    "in",
    "the",
    "orang",
    "karyawan",
    "Häuser",
    "σπίτια",
    "дома",
    "घर",
    "บ้าน",
    "家",
    "집",
    "h",
)


def words_of(language):
    """Return words that numbers stand beside: from every table, and others that are in none."""
    tables = [getattr(habits(language), name) for name in TABLES]
    named = [sorted(table)[:: max(1, len(list(table)) // 12)] for table in tables]
    numbers = sorted(lexicon(language).atoms)
    return sorted(
        {*PLAIN, *(word for words in named for word in words), *numbers[:: max(1, len(numbers) // 40)]}
    )


def texts(language):
    token = st.one_of(
        st.sampled_from(DIGITS), st.sampled_from(words_of(language)), st.integers(0, 10**7).map(str)
    )
    pair = st.tuples(token, st.sampled_from(SEAMS), st.booleans())
    return st.lists(pair, max_size=9).map(
        lambda pairs: "".join((word.capitalize() if big else word) + seam for word, seam, big in pairs)
    )


PLAIN_DIGITS = re.compile(r"\d(?:(?<![^\s(]\d)\d{0,5}(?=[\s),;!?]|\.(?!\d)|$)(?! ?[hH] ?\d)())?")


def all_beginnings(text, words):
    """Return wherever the pattern of number words finds one."""
    return [at for at in range(len(text)) if text[at].isalpha() and words.starts.match(text, at)]


def read_the_long_way(text, language):
    """Read with every shortcut closed."""
    with (
        patch.object(pieces, "_is_plain", lambda *_: False),
        patch.object(reading, "all_apart", lambda *_: None),
        patch.object(folding, "fold_plainly", lambda *_: None),
        patch.object(piece, "fold_plainly", lambda *_: None),
        patch.object(Longest, "at", Longest.look_at),
        patch.object(numerals, "bare", lambda *_: None),
        patch.object(numerals, "beginnings", all_beginnings),
        patch.object(Scan, "_said", lambda *_: None),
        patch.object(literals, "_PLAIN", PLAIN_DIGITS),
        patch.object(literals, "_DECIMAL", re.compile("(?!)")),
        patch.object(View, "behind", lambda *_: -1),
        patch.object(View, "before", lambda *_: -1),
        patch.object(Phrases, "at", Phrases.look_at),
        patch.object(Phrases, "before", Phrases.look_before),
    ):
        return read(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=30)
@given(data=st.data())
def test_finds_what_the_long_way_finds(language, data):
    text = data.draw(texts(language))
    assert read(text, language) == read_the_long_way(text, language)


@pytest.mark.parametrize(
    "text",
    (
        "1,600.AED/x",
        "50%!-abc.com/x",
        "1,600,5 x",
        "12,345 h 30",
        "(12,345.6)",
        "2.5, 3.5; 4.5",
        "12.5%–20%",
        "1,600s",
    ),
)
def test_no_token_is_cut_short(text):
    assert read(text, "en") == read_the_long_way(text, "en")


def test_finds_what_the_long_way_finds_in_our_article():
    for path in ("seeds/100-jam.txt", "README.md", "docs/methodology.md", "docs/handbook.md"):
        text = (Path(__file__).parents[2] / path).read_text("utf-8")
        for language in ("id", "en"):
            assert read(text, language) == read_the_long_way(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=10)
@given(data=st.data())
def test_only_those_tables_speak_that_are_told(language, data):
    tables = {1 << at: getattr(habits(language), name) for at, name in enumerate(TABLES)}
    voices = Voices(tables)
    text = data.draw(texts(language)).casefold().replace("\u00a0", " ")
    for at in range(len(text) + 1):
        behind, before = voices.behind(text, text, at), voices.before(text, text, at)
        for flag, table in tables.items():
            assert behind & flag or not table.look_at(text, at)
            assert before & flag or not table.look_before(text, at)
            assert table.at(text, at) == table.look_at(text, at)
            assert table.before(text, at) == table.look_before(text, at)


def test_a_phrase_of_two_words_may_be_where_its_first_or_last_word_is():
    voices = Voices({1: Phrases({"per week": True}), 2: Phrases({"a": True})}, signs=("-",))
    for text, flags in (("5 per cent", 1), ("5 person", 0), ("5 -x", 3)):
        assert voices.behind(text, text, 2) == flags
    for text, flags in (("a per week 5", 1), ("a week. 5", 1), ("a weeks 5", 0)):
        assert voices.before(text, text, len(text) - 2) == flags


def test_signs_are_looked_for_as_they_are_written():
    voices = Voices({1: Phrases({"m": True})}, written={2: Phrases({"M": True})})
    assert voices.behind("5 m", "5 M", 2) == 3
    assert voices.behind("5 m", "5 m", 2) == 1


@pytest.mark.parametrize(
    "text",
    (
        "in 2019",
        "in August 2023, and May 2024.",
        "may 2024",
        "Aug. 2023",
        "in  2019",
        "as early as 1999 people",
        "since 2008 jobs",
        "2019",
        "early 2019\u00a0and",
        "5 kilometres per hour",
        "5 kilometres for each",
        "2,000,000 pounds of gold",
        "48.000 milhões de dólares",
        "more than 20 years",
        "a boy aged 9, about 40\u202f000\u00a0jobs",
    ),
)
@pytest.mark.parametrize("language", ("en", "de", "id", "pt", "fr"))
def test_words_beside_numbers_are_known_for_all_their_places(text, language):
    for _ in range(2):  # found out, and known
        assert read(text, language) == read_the_long_way(text, language)


@pytest.mark.parametrize(
    "beside",
    (
        "up to # people",
        "at # million euros in",
        "in #, the",
        "of #% of",
        "the # km/h",
        "for # years in",
        "a boy of # years",
        "aged # years",
    ),
)
@pytest.mark.parametrize(
    "number", ("5", "24", "600", "1,600", "2.5", "1 600", "1066", "1789", "1900", "2019", "01234")
)
def test_what_two_words_make_of_one_number_they_make_of_others(beside, number):
    """Each is read in the place of numbers of every sort, whose words are known from them."""
    for seen in ("7", "31", "888", "1,234", "7.5", "12 345", "1492", "1815", "2000", "2021", "09999"):
        for space in (" ", "\u00a0"):
            text = beside.replace(" ", space)
            read(f"{text} of it.".replace("#", seen), "en")
            for end in (" of it.", " of it. And more than 7", " or so", " old", "-old", ""):
                told = f"{text}{end}".replace("#", number)
                assert read(told, "en") == read_the_long_way(told, "en")


def test_the_class_of_what_is_folded_has_all_of_it():
    folded = {char for char in map(chr, range(0x110000)) if folding._FOLDED.match(char)}
    assert folded == set(folding._BASE)
