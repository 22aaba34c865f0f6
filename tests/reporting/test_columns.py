"""Columns of a terminal: widths, escapes, and lines cut to their room."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.span import Span
from site_builder.reporting.columns import escaped, fit, width, wrapped

WIDTHS = {
    "abc": 3,
    "é": 1,
    "e\u0301": 1,
    "Việt": 4,
    "大桥": 4,
    "ｶﾀ": 2,
    "カタ": 4,
    "한국": 4,
    "\u1112\u1161\u11ab": 2,
    "ไทยนี้": 4,
    "مرحبا": 5,
    "مُ": 1,
    "हिन्दी": 5,
    "👩\u200d💻": 2,
    "👍🏽": 2,
    "a\tb": 4,
    "\u202e": 8,
    "\u00ad": 6,
    "\u0600": 1,
    "": 0,
}


@pytest.mark.parametrize(("text", "columns"), WIDTHS.items(), ids=[ascii(text) for text in WIDTHS])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a\\tb"),
        ("\x1b[31m", "\\u{1b}[31m"),
        ("\u202e123", "\\u{202e}123"),
        ("a\u200bb", "a\\u{200b}b"),
        ("line\nbreak", "line\\nbreak"),
        ("می\u200cروم", "می\u200cروم"),
        ("“plain” – ẞ", "“plain” – ẞ"),
    ],
)
def test_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


@given(st.text())
def test_nothing_escaped_acts_on_a_terminal(text: str) -> None:
    harmless = {"\u200c", "\u200d"}
    for character in escaped(text):
        if character not in harmless:
            assert unicodedata.category(character) not in ("Cc", "Zl", "Zp")
            assert unicodedata.bidirectional(character) not in (
                "LRE",
                "RLE",
                "LRO",
                "RLO",
                "PDF",
                "LRI",
                "RLI",
                "FSI",
                "PDI",
            )


def marked(fitted: object) -> str:
    """Return what the carets stand under, for text of one column a character."""
    shown, start, length = fitted.shown, fitted.start, fitted.length  # type: ignore[attr-defined]
    return str(shown[start : start + length])


def test_short_line_stays_whole() -> None:
    fitted = fit("quote: 600 karyawan", Span(7, 10), 80)
    assert fitted.shown == "quote: 600 karyawan"
    assert marked(fitted) == "600"


def test_long_line_is_cut_at_words_on_both_sides() -> None:
    line = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    fitted = fit(line, Span(line.index("seven"), line.index("seven") + 5), 40)
    assert fitted.shown.startswith("… ")
    assert fitted.shown.endswith(" …")
    assert marked(fitted) == "seven"
    assert set(fitted.shown.split()) - {"…"} <= set(line.split())


def test_context_is_bounded() -> None:
    line = "word " * 20 + "PLACE" + " word" * 20
    fitted = fit(line, Span(100, 105), 1000, context=12)
    assert fitted.shown == "… word word PLACE word word …"


def test_wide_characters_keep_the_marker_in_place() -> None:
    fitted = fit("大桥花费了1600欧元", Span(5, 9), 80)
    assert (fitted.start, fitted.length) == (10, 4)


def test_combining_marks_keep_the_marker_in_place() -> None:
    fitted = fit("cafe\u0301 1600", Span(6, 10), 80)
    assert (fitted.start, fitted.length) == (5, 4)


def test_escapes_keep_the_marker_in_place() -> None:
    fitted = fit("\ta 1600", Span(3, 7), 80)
    assert fitted.shown == "\\ta 1600"
    assert marked(fitted) == "1600"


def test_empty_place_is_still_pointed_at() -> None:
    assert fit("quote:", Span(6, 6), 80).length == 1


def test_long_place_loses_its_end() -> None:
    line = "quote: " + "word " * 60
    fitted = fit(line, Span(7, len(line)), 60)
    assert fitted.shown.endswith("…")
    assert width(fitted.shown) <= 60


LINES = st.text(st.sampled_from("ab 1,大桥é\u0301\tไ"), max_size=200)


@given(LINES, st.data(), st.integers(40, 120))
def test_cut_lines_keep_to_their_room(line: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    fitted = fit(line, Span(start, end), room)
    assert width(fitted.shown) <= room
    assert fitted.start + fitted.length <= room + 1
    assert fitted.start <= width(fitted.shown)


@given(LINES, st.data())
def test_marker_stands_under_the_place(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    fitted = fit(line, Span(start, end), 10_000)
    assert fitted.start == width(line[:start])
    assert fitted.length == max(1, width(line[start:end]))


@given(st.text(st.sampled_from("ab 大桥é\u0301\u202e"), max_size=200), st.integers(20, 60))
def test_wrapping_loses_no_word_and_keeps_to_its_room(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert max(map(width, lines), default=0) <= room
    assert "".join("".join(lines).split()) == escaped("".join(text.split()))
