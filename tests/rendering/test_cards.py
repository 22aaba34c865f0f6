"""The card of a claim for other sites, and what other sites are told about a page."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.rendering.cards import WIDTH, card_height
from site_builder.rendering.reviewed import Entry
from tests.rendering import desk, town

CLAIM = "claims/jembatan/cost/"


def page(path: str) -> LexborHTMLParser:
    return LexborHTMLParser(town.site()[f"{path}index.html"])


def meta(path: str) -> dict[str, str]:
    nodes = page(path).css("meta[property]")
    found = [(node.attributes["property"] or "", node.attributes["content"] or "") for node in nodes]
    assert len(dict(found)) == len(found)
    return dict(found)


def oembed() -> dict[str, Any]:
    (link,) = page(CLAIM).css('link[type="application/json+oembed"]')
    address = link.attributes["href"] or ""
    return dict(json.loads(town.site()[address.removeprefix(town.URL)]))


def test_the_card_is_found_and_has_its_size():
    found = oembed()
    (frame,) = LexborHTMLParser(found["html"]).css("iframe")
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert (found["provider_name"], found["provider_url"]) == ("The Desk", town.URL)
    assert found["title"].startswith(f"The bridge cost 80 to 100 million {town.MARKUP}")
    assert frame.attributes["src"] == f"{town.URL}{CLAIM}embed/"
    assert frame.attributes["title"] == found["title"]
    assert (frame.attributes["width"], frame.attributes["height"]) == (str(WIDTH), str(found["height"]))


def test_the_card_says_what_the_page_says():
    card = page(f"{CLAIM}embed/")
    assert card.css_first("h1").text() == page(CLAIM).css_first("h1").text()
    assert card.css_first(".chip").text(strip=True) == "Right"
    shown = " ".join(card.css_first("main").text().split())
    assert "“roughly”" in shown
    assert "Corrected on 3 February 2026" in shown
    assert "checked by Town Desk" in shown


def test_links_leave_the_frame_for_the_claim():
    for node in page(f"{CLAIM}embed/").css("a"):
        assert (node.attributes["target"], node.attributes["rel"]) == ("_blank", "noopener")
        assert urljoin(f"{town.URL}{CLAIM}embed/", node.attributes["href"]) == town.URL + CLAIM


def test_the_card_runs_nothing_and_is_not_listed():
    card = page(f"{CLAIM}embed/")
    assert not card.css("script, style, [style], iframe, form")
    assert "default-src 'none'" in (card.css_first("meta[http-equiv]").attributes["content"] or "")
    assert card.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    assert card.css_first('link[rel="canonical"]').attributes["href"] == town.URL + CLAIM


def test_a_card_of_a_withdrawn_claim_tells_its_end():
    card = page("claims/jembatan/gone/embed/")
    shown = " ".join(card.css_first("main").text().split())
    assert "Withdrawn, 1 March 2026 It was no claim." in shown
    assert not card.css(".chip")
    assert "claims/jembatan/gone/oembed.json" not in town.site()


def test_more_words_need_a_higher_card():
    def height(**fields: Any) -> int:
        case = desk.on(desk.article("So it is."), "so", "So it is.", **fields)
        assert case.step
        return card_height(Entry(case, case.step, 1))

    short = height(conclusion="No.")
    assert short < height(conclusion="No. " * 60) < height(conclusion="不。" * 120)
    assert short < height(conclusion="No.", claim="So " * 60)
    assert short < height(conclusion="No.", corrections=[{"date": "2026-01-31", "text": "Yes."}])
    assert height(conclusion=None) < short


@pytest.mark.parametrize(
    ("path", "kind"),
    [("", "website"), ("data/", "website"), ("articles/jembatan/", "article"), (CLAIM, "article")],
)
def test_open_graph_tells_facts(path: str, kind: str):
    told = meta(path)
    assert told["og:type"] == kind
    assert told["og:site_name"] == "The Desk"
    assert told["og:url"] == town.URL + path
    assert told["og:title"] == page(path).css_first("title").text()
    assert told["og:description"] == page(path).css_first('meta[name="description"]').attributes["content"]


def test_a_claim_tells_its_dates():
    told = meta(CLAIM)
    assert (told["article:published_time"], told["article:modified_time"]) == ("2026-01-05", "2026-02-03")
    assert "article:published_time" not in meta("claims/jembatan/undated/")


def test_a_claim_leads_to_its_words_where_they_were_published():
    links = [node.attributes["href"] or "" for node in page(CLAIM).css(".said .go a")]
    assert links[1].startswith(
        "https://koran.example/a#top:~:text=Jembatan%20itu%20menelan%20biaya%2080%2D100"
    )


def test_without_an_address_the_card_stands_and_nothing_points_elsewhere():
    assert f"{CLAIM}embed/index.html" in town.homeless()
    claim = town.homeless()[f"{CLAIM}index.html"]
    assert b"oembed" not in claim and b"iframe" not in claim and b"og:url" not in claim
