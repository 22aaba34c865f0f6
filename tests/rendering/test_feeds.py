"""What is new: both feeds, read by readers that are not ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from site_builder.rendering import feeds
from site_builder.rendering.site import Site
from tests.rendering import town

SCHEMA = json.loads((Path(__file__).parent / "schemas/json_feed.json").read_text())
CLAIMS = f"{town.URL}claims/jembatan/"
FEEDS = ["", "topics/cau-đuong/", "topics/money/"]


def atom(path: str = "") -> Any:
    parsed = feedparser.parse(
        town.site()[f"{path}feed.xml"], sanitize_html=False, resolve_relative_uris=False
    )
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def json_feed(path: str = "") -> dict[str, Any]:
    return dict(json.loads(town.site()[f"{path}feed.json"]))


@pytest.mark.parametrize("path", FEEDS)
def test_json_feed_is_as_the_specification_says(path: str):
    assert not list(Draft202012Validator(SCHEMA, format_checker=FormatChecker()).iter_errors(json_feed(path)))


def test_the_schema_refuses_what_is_no_feed():
    broken = {**json_feed(), "items": [{"id": 7}], "version": "2"}
    assert len(list(Draft202012Validator(SCHEMA).iter_errors(broken))) >= 3


def test_atom_tells_what_it_is():
    parsed = atom()
    feed = parsed.feed
    assert parsed.version == "atom10"
    assert parsed.encoding == "utf-8"
    assert feed.id == f"{town.URL}feed.xml"
    assert feed.title == "The Desk"
    assert feed.subtitle == "We check."
    assert feed.updated == "2026-03-01T00:00:00Z"
    assert feed.author_detail == {"name": "Town Desk", "href": town.URL}
    assert {(link.rel, link.type, link.href) for link in feed.links} == {
        ("self", "application/atom+xml", f"{town.URL}feed.xml"),
        ("alternate", "text/html", town.URL),
    }


def test_newest_comes_first_and_what_has_no_date_not_at_all():
    assert [(e.link, e.updated, e.get("published")) for e in atom().entries] == [
        (f"{CLAIMS}gone/", "2026-03-01T00:00:00Z", "2026-01-06T00:00:00Z"),
        (f"{CLAIMS}cost/", "2026-02-03T00:00:00Z", "2026-01-05T00:00:00Z"),
        (f"{CLAIMS}opened/", "2026-01-07T00:00:00Z", "2026-01-07T00:00:00Z"),
    ]


def test_entry_says_what_the_page_says():
    entry = atom().entries[1]
    assert entry.title == f"The bridge cost 80 to 100 million {town.MARKUP}"
    # a vertical tab cannot stand in XML at all
    assert entry.summary == "Right. It did \N{REPLACEMENT CHARACTER} so, “roughly”."
    assert [tag.term for tag in entry.tags] == ["right", "Cầu & đường", "Money"]
    (content,) = entry.content
    assert content.type == "text/html"
    assert content.value.index("Correction, 3 February 2026.") < content.value.index("20 January 2026")
    assert "&lt;/script&gt;&lt;b&gt;&amp;amp;" in content.value
    assert '<blockquote lang="id" dir="ltr"><p>Jembatan itu' in content.value
    assert f'href="{CLAIMS}cost/"' in content.value
    assert f'href="{town.URL}articles/jembatan/#cost"' in content.value


def test_a_renamed_claim_keeps_the_id_of_its_first_address():
    assert [entry.id for entry in atom().entries][1] == f"{CLAIMS}sum/"
    assert [item["id"] for item in json_feed()["items"]] == [entry.id for entry in atom().entries]


def test_a_withdrawal_is_told_without_the_verdict():
    entry = atom().entries[0]
    assert entry.title == "Withdrawn: The spokesman said so."
    assert entry.summary == "It was no claim."
    assert [tag.term for tag in entry.tags] == ["Money"]
    assert "1 March 2026" in entry.content[0].value
    assert "right" not in entry.content[0].value.lower()


@pytest.mark.parametrize("path", FEEDS)
def test_both_feeds_say_the_same(path: str):
    one = [(e.id, e.link, e.title, e.summary, e.updated, e.content[0].value) for e in atom(path).entries]
    other = [
        (i["id"], i["url"], i["title"], i["summary"], i["date_modified"], i["content_html"])
        for i in json_feed(path)["items"]
    ]
    assert one == [
        tuple(part.replace("\x0b", "\N{REPLACEMENT CHARACTER}") for part in item) for item in other
    ]


def test_a_topic_has_its_own():
    assert atom("topics/cau-đuong/").feed.title == "The Desk – Cầu & đường"
    assert [entry.link for entry in atom("topics/cau-đuong/").entries] == [f"{CLAIMS}cost/"]
    assert len(atom("topics/money/").entries) == 3


def test_pages_lead_to_the_feeds():
    for path, feed in {"index.html": "./feed", "topics/money/index.html": "../../topics/money/feed"}.items():
        page = town.site()[path].decode()
        assert f'type="application/atom+xml" href="{feed}.xml"' in page
        assert f'type="application/feed+json" href="{feed}.json"' in page


def test_a_feed_that_never_had_an_entry_is_still_one():
    site = Site("Desk", url=town.URL)
    feed = feeds.make_feed("", "Desk", (), ())
    form = feeds.atom(feed, site)
    parsed = feedparser.parse(form.head + form.tail)
    assert (parsed.bozo, parsed.entries, parsed.feed.updated) == (False, [], "1970-01-01T00:00:00Z")


def test_only_the_newest_are_sent(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(feeds, "_MOST", 2)
    parsed = feedparser.parse(town.build()["feed.xml"])
    assert [entry.link.rpartition("jembatan/")[2] for entry in parsed.entries] == ["gone/", "cost/"]


def test_without_an_address_there_is_no_feed():
    assert not [path for path in town.homeless() if path.endswith(("feed.xml", "feed.json"))]
    assert b"feed.xml" not in town.homeless()["index.html"]


@given(st.text())
def test_any_words_come_out_of_an_element_and_an_attribute_as_they_went_in(words: str):
    clean = feeds._xml(words)
    read = ElementTree.fromstring(f"<a>{feeds._element('b', words)}<c d={feeds._quoted(words)} /></a>")
    assert (read[0].text or "") == clean.replace("\r\n", "\n").replace("\r", "\n")
    assert read[1].get("d") == clean
