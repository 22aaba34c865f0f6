"""From routes and spans to lines and columns, in every style that editors write."""

from __future__ import annotations

import datetime

import pytest

from site_builder.model.project import ClaimFile, Project
from site_builder.model.scale import Scale
from site_builder.model.settings import Settings
from site_builder.model.source import Location, Source, Spot
from site_builder.model.span import Span
from site_builder.reading.articles import parse_article
from site_builder.reading.documents import parse
from site_builder.reading.places import locator

PATH = "claims/a.yaml"
STYLES = {
    "plain": ("quote: Meta cut 600 jobs\n", 1),
    "double quotes": ('quote: "Meta cut 600 jobs"\n', 1),
    "double quotes with escapes": ('quote: "\\u201cMeta\\u201d cut 600 jobs"\n', 1),
    "single quotes": ("quote: 'Meta''s cut: 600 jobs'\n", 1),
    "folded": ("claim: x\nquote: >-\n  Meta cut\n  some 600 jobs\n", 4),
    "literal": ("quote: |\n  Meta cut\n  some 600 jobs\n", 3),
    "plain over two lines": ("quote: Meta cut\n  some 600 jobs\n", 2),
    "after wide letters": ("quote: 梅塔 🎈 裁员 600 人\n", 1),
}


def locate(text: str, location: Location) -> Spot:
    file = ClaimFile("a", Source(PATH, text), None)
    return locator(
        Project(Settings(), Scale.model_construct(steps=()), {}, (file,), datetime.date(2026, 1, 1))
    )(location)


@pytest.mark.parametrize("style", STYLES)
def test_a_part_of_a_value_is_pointed_at_where_it_stands(style: str):
    text, line = STYLES[style]
    value = parse(Source(PATH, text)).data["quote"]
    start = value.index("600")
    spot = locate(text, Location(PATH, ("quote",), Span(start, start + 3)))
    assert (spot.line, spot.marked.of(spot.excerpt)) == (line, "600")
    assert spot.column == spot.marked.start + 1


def test_a_whole_value_and_its_key():
    text = "claim: x\nfigures:\n  - value: 600\n    unit: jobs\n"
    spot = locate(text, Location(PATH, ("figures", 0, "value")))
    assert (spot.line, spot.column, spot.marked.of(spot.excerpt)) == (3, 12, "600")
    spot = locate(text, Location(PATH, ("figures", 0, "unit"), key=True))
    assert (spot.line, spot.column, spot.marked.of(spot.excerpt)) == (4, 5, "unit")


def test_a_block_value_is_pointed_at_by_its_first_line_of_words():
    spot = locate("quote: >-\n  Meta cut\n  600 jobs\n", Location(PATH, ("quote",)))
    assert (spot.line, spot.marked.of(spot.excerpt)) == (2, "Meta cut")


def test_what_is_missing_is_pointed_at_by_what_should_hold_it():
    spot = locate("claim: x\nevidence:\n  - title: T\n", Location(PATH, ("evidence", 0, "stance")))
    assert (spot.line, spot.marked.of(spot.excerpt)) == (3, "title: T")


def test_a_file_that_is_no_yaml_still_has_a_place():
    assert locate('quote: "x\n', Location(PATH, ("quote",))).line == 1


def test_a_markdown_article_gives_the_line_of_its_file():
    article = parse_article("m", "seeds/m.md", "# Title\n\nFirst *words*\nand 600 more.\n\nSecond.\n", None)
    project = Project(
        Settings(), Scale.model_construct(steps=()), {"m": article}, (), datetime.date(2026, 1, 1)
    )
    start = article.text.index("Second")
    spot = locator(project)(Location("seeds/m.md", span=Span(start, start + 6)))
    assert (spot.line, spot.marked.of(spot.excerpt)) == (6, "Second")


def test_a_part_of_a_text_told_in_several_languages():
    text = "conclusion:\n  id: Meta memangkas 600 pekerjaan\n  en: Meta cut 600 jobs\n"
    start = "Meta memangkas 600".index("600")
    spot = locate(text, Location(PATH, ("conclusion", "id"), Span(start, start + 3)))
    assert (spot.line, spot.column, spot.marked.of(spot.excerpt)) == (2, 22, "600")
    spot = locate(text, Location(PATH, ("conclusion",), Span(9, 12)))
    assert (spot.line, spot.column, spot.marked.of(spot.excerpt)) == (3, 16, "600")
    assert locate(text, Location(PATH, ("conclusion",))).line == 2
