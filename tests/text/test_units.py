"""The sentences of an article's blocks, and their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.model.article import Block, BlockKind
from site_builder.model.span import Span
from site_builder.text.lines import line_column, lines, trim
from site_builder.text.sentences import split
from site_builder.text.units import segment, sentence_id

ARTICLE = (Path(__file__).parents[2] / "seeds" / "100-jam.txt").read_text("utf-8")
KINDS = {
    'Budaya kerja "0-0-2"': BlockKind.HEADING,
    "Ketika teknisi menjadi bintang": BlockKind.HEADING,
    "super ai wsj": BlockKind.CAPTION,
    "Para insinyur dan pakar AI": BlockKind.CAPTION,
    "‘Mereka Ingin Saya": BlockKind.FURNITURE,
    "(Menurut WSJ)": BlockKind.CREDIT,
    "Sumber: ": BlockKind.CREDIT,
}


def blocks(text: str) -> list[Block]:
    found = []
    for line in lines(text):
        words = line.of(text)
        kind = next((kind for start, kind in KINDS.items() if words.startswith(start)), BlockKind.PARAGRAPH)
        if words:
            found.append(Block(kind, line))
    return found


def test_the_real_article_has_42_units() -> None:
    sentences = segment(ARTICLE, "id", blocks(ARTICLE))
    assert len(sentences) == 42
    assert [s.span for s in sentences] == list(split(ARTICLE, "id"))
    assert [s.span.of(ARTICLE) for s in sentences if s.kind is BlockKind.CAPTION] == [
        "super ai wsj",
        "Para insinyur dan pakar AI berpacu dengan waktu untuk menemukan kecerdasan buatan super.",
        "Foto: WSJ",
    ]
    assert sum(s.kind is BlockKind.CREDIT for s in sentences) == 2
    assert len({s.id for s in sentences}) == 42


def test_a_heading_is_one_unit_and_a_paragraph_is_not() -> None:
    text = "Why? Because.\nWhy? Because."
    found = segment(
        text, "en", [Block(BlockKind.HEADING, Span(0, 13)), Block(BlockKind.PARAGRAPH, Span(14, 27))]
    )
    assert [s.span.of(text) for s in found] == ["Why? Because.", "Why?", "Because."]


def test_sentences_with_the_same_words_are_told_apart() -> None:
    text = "Yes. No. Yes. YES."
    names = [s.id for s in segment(text, "en", [])]
    assert names == [names[0], names[1], f"{names[0]}-2", f"{names[0]}-3"]


def test_a_name_survives_edits_elsewhere_and_typography() -> None:
    assert segment("New words. Old words.", "en", [])[1].id == segment("Old words.", "en", [])[0].id
    assert sentence_id(" “Old”  words… ") == sentence_id('"old" words...')
    assert sentence_id("600 people") != sentence_id("700 people")
    assert sentence_id("600 people").startswith("s-")
    assert len(sentence_id("600 people")) == 10


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (3, 1)), (6, (4, 1)), (7, (4, 2)), (8, (4, 3))],
)
def test_lines_and_columns_count_from_one(offset: int, place: tuple[int, int]) -> None:
    assert line_column("ab\n\r\n\u2028𝒳y", offset) == place


def test_lines_are_those_of_the_standard_library() -> None:
    text = "a\r\nb\n\nc\u2028d\x0be\x85f"
    assert [line.of(text) for line in lines(text)] == text.splitlines()


def test_trimming_white_space_leaves_an_empty_span_where_nothing_is_left() -> None:
    assert trim("  a b ", Span(0, 6)) == Span(2, 5)
    assert trim("   ", Span(0, 3)) == Span(3, 3)
