"""Web Annotations against the model's MUSTs (https://www.w3.org/TR/annotation-model/), and back to the words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.rendering import town

PATH = "articles/jembatan/annotations.json"
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def collection(path: str = PATH) -> dict[str, Any]:
    return dict(json.loads(town.site()[path]))


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def offences(node: dict[str, Any]) -> Iterator[str]:
    """Yield each MUST of a collection (section 5.1), its page (5.2) and its annotations that does not hold."""
    if "http://www.w3.org/ns/anno.jsonld" not in as_list(node.get("@context")):
        yield "collection: @context"
    yield from identified(node, "AnnotationCollection")
    if not isinstance(node.get("label"), str):
        yield "collection: label"
    total = node.get("total")
    if not isinstance(total, int) or total < 0 or (total > 0) != ("first" in node):
        yield "collection: total and first"
    page = node.get("first")
    if page is None:
        return
    yield from identified(page, "AnnotationPage")
    if page.get("partOf") != node["id"] or page.get("startIndex") != 0 or node.get("last") != page["id"]:
        yield "page: partOf, startIndex, last"
    if len(page["items"]) != total or len({item.get("id") for item in page["items"]}) != total:
        yield "page: items"
    for item in page["items"]:
        yield from annotation_offences(item)


def identified(node: dict[str, Any], kind: str) -> Iterator[str]:
    if not isinstance(node.get("id"), str) or not urlsplit(node["id"]).scheme:
        yield f"{kind}: exactly one id, an IRI"
    if kind not in as_list(node.get("type")):
        yield f"{kind}: type"


def annotation_offences(node: dict[str, Any]) -> Iterator[str]:
    yield from identified(node, "Annotation")
    if not set(as_list(node.get("motivation"))) <= MOTIVATIONS:
        yield "annotation: motivation"
    for name in ("created", "modified"):
        if name in node and not MOMENT.fullmatch(node[name]):
            yield f"annotation: {name} in UTC"
    if not as_list(node.get("target", [])):
        yield "annotation: one target or more"
    for body in as_list(node.get("body", [])):
        if body["type"] == "TextualBody" and not isinstance(body.get("value"), str):
            yield "body: exactly one value"
        if body["type"] == "SpecificResource" and not is_resource(body.get("source")):
            yield "body: exactly one source"
        if body.get("purpose") not in MOTIVATIONS:
            yield "body: purpose"
    for target in as_list(node["target"]):
        if target.get("type") != "SpecificResource" or not is_resource(target.get("source")):
            yield "target: exactly one source"
        for selector in as_list(target["selector"]):
            yield from selector_offences(selector)


def is_resource(source: Any) -> bool:
    address = source.get("id") if isinstance(source, dict) else source
    return isinstance(address, str) and urlsplit(address).scheme in ("http", "https")


def selector_offences(node: dict[str, Any]) -> Iterator[str]:
    if node["type"] == "TextQuoteSelector":
        if not all(isinstance(node.get(name), str) for name in ("exact", "prefix", "suffix")):
            yield "quote selector: one exact, one prefix, one suffix"
    elif node["type"] == "TextPositionSelector":
        numbers = [node.get("start"), node.get("end")]
        if not all(type(number) is int and number >= 0 for number in numbers) or numbers != sorted(numbers):
            yield "position selector: one start, one end"
    else:
        yield f"selector: {node['type']}"


def items() -> dict[str, dict[str, Any]]:
    return {
        item["id"].rpartition("jembatan/")[2].partition("/")[0]: item
        for item in collection()["first"]["items"]
    }


@pytest.mark.parametrize("path", [PATH, "articles/quiet/annotations.json"])
def test_every_must_holds(path: str):
    assert list(offences(collection(path))) == []


def test_the_checker_sees_what_is_wrong():
    node = collection()
    node["@context"] = "https://schema.org"
    node["total"] = 0
    item = node["first"]["items"][0]
    item["id"] = None
    item["created"] = "2026-01-05"
    item["target"]["selector"][0]["suffix"] = ["two", "of them"]
    item["target"]["selector"][1]["end"] = -1
    item["body"][0]["value"] = None
    assert len(list(offences(node))) == 8


def test_only_what_is_published_is_there():
    assert list(items()) == ["cost", "undated", "opened"]
    assert collection("articles/quiet/annotations.json")["total"] == 0


def test_selectors_lead_back_to_the_quoted_words():
    source = collection()["first"]["items"][0]["target"]["source"]
    text = town.site()[source["id"].removeprefix(town.URL)].decode()
    assert text == town.TEXT
    assert (source["format"], source["language"]) == ("text/plain", "id")
    claims = {case.file.slug: case for case in town.cases()}
    for slug, item in items().items():
        found = []
        for target in as_list(item["target"]):
            quote, position = target["selector"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text.count(around) == 1
            assert text.index(around) + len(quote["prefix"]) == position["start"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            found.append((position["start"], position["end"]))
        assert found == [tuple(part) for part in claims[slug].anchor.parts]


def test_each_part_of_an_elided_quote_is_a_target():
    targets = items()["opened"]["target"]
    assert [target["selector"][0]["exact"] for target in targets] == [
        "Wali kota 👍🏽 membukanya sendiri",
        "bertepuk tangan.",
    ]


def test_the_bodies_say_verdict_conclusion_and_where_to_read_on():
    item = items()["cost"]
    assert item["motivation"] == "assessing"
    assert [(b["purpose"], b.get("value") or b["source"]["id"]) for b in item["body"]] == [
        ("classifying", "right"),
        ("assessing", "It did \x0b so, “roughly”."),
        ("linking", f"{town.URL}claims/jembatan/cost/"),
    ]
    assert (item["created"], item["modified"]) == ("2026-01-05T00:00:00Z", "2026-02-03T00:00:00Z")
    assert item["creator"] == {"type": "Organization", "name": "Town Desk", "homepage": town.URL}
    assert "created" not in items()["undated"]


def test_the_article_s_page_leads_to_them():
    assert (
        b'type="application/ld+json" href="annotations.json"' in town.site()["articles/jembatan/index.html"]
    )


def test_without_an_address_the_text_is_there_and_the_annotations_are_not():
    assert "articles/jembatan/text.txt" in town.homeless()
    assert not [path for path in town.homeless() if "annotations" in path]
