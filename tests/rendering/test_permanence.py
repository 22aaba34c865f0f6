"""What was published once stays: withdrawn claims tell their end, old addresses lead on."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.rendering import town


def page(path: str) -> LexborHTMLParser:
    return LexborHTMLParser(town.site()[f"{path}index.html"])


def words(path: str) -> str:
    return " ".join(page(path).css_first("main").text().split())


def test_a_withdrawn_claim_tells_when_and_why_and_no_verdict():
    shown = words("claims/jembatan/gone/")
    assert "The spokesman said so." in shown
    assert "Withdrawn, 1 March 2026. It was no claim." in shown
    assert "Correction, 25 January 2026. His name." in shown
    assert not page("claims/jembatan/gone/").css(".verdict, .chip, .scale, script")


@pytest.mark.parametrize("path", ["", "claims/", "topics/money/", "verdicts/right/", "articles/jembatan/"])
def test_lists_leave_it_out(path: str):
    assert b"jembatan/gone" not in town.site()[f"{path}index.html"]
    assert b"jembatan/cost" in town.site()[f"{path}index.html"] or path == "articles/jembatan/"


def test_data_leave_it_out():
    for name in ("claims.json", "claims.csv", "evidence.csv", "articles/jembatan/annotations.json"):
        assert b"gone" not in town.site()[name]


def test_the_corrections_page_tells_it_in_its_place():
    log = [" ".join(node.text(separator=" ").split()) for node in page("corrections/").css(".log li")]
    assert [entry.partition(" 2026 ")[0] for entry in log] == [
        "1 March",
        "3 February",
        "25 January",
        "20 January",
    ]
    assert "Withdrawn: The spokesman said so. It was no claim." in log[0]
    assert "Withdrawn" not in log[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("claims/jembatan/price/", "claims/jembatan/cost/"),
        ("claims/jembatan/sum/", "claims/jembatan/cost/"),
        ("claims/jembatan/sum/embed/", "claims/jembatan/cost/embed/"),
        ("claims/jembatan/spokesman/", "claims/jembatan/gone/"),
        ("claims/jembatan/spokesman/embed/", "claims/jembatan/gone/embed/"),
    ],
)
def test_an_old_address_leads_on(old: str, new: str):
    tree = page(old)
    refresh = tree.css_first('meta[http-equiv="refresh"]').attributes["content"] or ""
    delay, _, target = refresh.partition("; url=")
    assert delay == "0"
    assert urljoin(town.URL + old, target) == town.URL + new
    assert urljoin(town.URL + old, tree.css_first("main a").attributes["href"]) == town.URL + new
    assert tree.css_first('link[rel="canonical"]').attributes["href"] == town.URL + new
    assert tree.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    assert f"{new}index.html" in town.site()


def test_nobody_is_led_to_a_draft():
    assert not [path for path in town.site() if "never" in path or "draft" in path]


def test_an_old_id_in_use_again_is_left_to_its_new_owner():
    from dataclasses import replace

    from site_builder.model.outline import outline_of
    from site_builder.rendering.withdrawn import moved

    project, cases = town.newsroom()
    taken = replace(cases[1].file, id="jembatan/price")
    assert [old for old, _ in moved(outline_of(replace(project, claims=(cases[0].file, taken))))] == [
        "claims/jembatan/sum/",
        "claims/jembatan/sum/embed/",
    ]


def test_an_old_link_into_the_article_still_lands_on_the_sentence():
    tree = page("articles/jembatan/")
    for slug in ("price", "sum"):
        place = tree.css_first(f'mark[id="cost"] > [id="{slug}"]')
        assert place is not None and place.text() == ""
    prose = tree.css_first(".prose")
    for ours in prose.css(".note, .pin"):
        ours.decompose()
    assert prose.text(deep=True) == town.TEXT


def test_an_old_name_that_is_another_place_by_now_stays_there():
    from site_builder.rendering.former import former_slugs
    from site_builder.rendering.reviewed import Entry
    from tests.rendering import desk

    piece = desk.article("One. Two. Three.")
    former = {
        "one": ("piece/two", "old/first"),
        "two": ("piece/first", "piece/second", "x/second"),
        "three": (),
    }
    cases = [desk.on(piece, slug, f"{slug.title()}.", formerly=ids) for slug, ids in former.items()]
    entries = [Entry(case, case.step, n) for n, case in enumerate(cases, 1) if case.step]
    assert former_slugs(entries) == {"one": ("first",), "two": ("second",), "three": ()}
