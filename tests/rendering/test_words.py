"""Dates, languages, Markdown and slugs as readers see them."""

from __future__ import annotations

import datetime

import pytest

from site_builder.rendering.languages import direction
from site_builder.rendering.markdown import markdown
from site_builder.rendering.messages import Messages
from site_builder.rendering.reviewed import slug


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime.date(2025, 10, 4), "4 October 2025"),
        ("2025-10-24", "24 October 2025"),
        ("2025-10", "October 2025"),
        ("2025", "2025"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(value: datetime.date | str, shown: str):
    assert Messages().date(value) == shown


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("az-Arab", "rtl"),
        ("ur-Latn", "ltr"),
        ("zh-Hant-TW", "ltr"),
    ],
)
def test_which_way_a_language_is_written(language: str, way: str):
    assert direction(language) == way


def test_a_language_without_a_name_shows_its_code():
    assert Messages().language_name("vi") == "Vietnamese"
    assert Messages().language_name("qaa") == "qaa"


@pytest.mark.parametrize(
    ("given", "held", "missing"),
    [
        ("**yes** <b>no</b>", "<strong>yes</strong> &lt;b&gt;", "<b>"),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))", "href"),
        ("[a](JaVaScRiPt:alert(1))", "[a]", "href"),
        ("[a](data:text/html,x)", "[a]", "href"),
        ("<javascript:alert(1)>", "&lt;javascript", "href"),
        ("[a](https://example.org/)", 'href="https://example.org/"', "javascript"),
        ("[a](../rules/)", 'href="../rules/"', "javascript"),
        ("![picture](https://example.org/p.png)", "!", "<img"),
    ],
)
def test_markdown_is_safe(given: str, held: str, missing: str):
    html = markdown(given)
    assert held in html
    assert missing not in html


def test_headings_are_moved_below_those_of_the_page():
    html = markdown("## One\n\n### Two\n", 2)
    assert "<h2>One</h2>" in html
    assert "<h3>Two</h3>" in html


def test_nothing_is_rendered_from_nothing():
    assert markdown(None) == ""


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("AI adoption", "ai-adoption"),
        ("Coûts & co.", "couts-co"),
        ("Lương", "luong"),
        ("工作 时间", "工作-时间"),
    ],
)
def test_a_slug_keeps_letters_of_any_script(words: str, made: str):
    assert slug(words) == made
