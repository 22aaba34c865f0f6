"""ClaimReview: by a schema of what search engines ask, by a JSON-LD processor, and beside its page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from pyld import jsonld
from selectolax.lexbor import LexborHTMLParser

from site_builder.model.article import EarlierText
from site_builder.model.claim import Link
from site_builder.rendering.claimreview import claim_review
from site_builder.rendering.site import Site
from tests.printing import reviewed
from tests.rendering import desk, town

SCHEMAS = Path(__file__).parent / "schemas"
SCHEMA = json.loads((SCHEMAS / "claim_review.json").read_text())
CONTEXT = json.loads((SCHEMAS / "schema_org_context.json").read_text())
CLAIMS = ("cost", "opened", "undated")
ORG = "https://schema.org/"


def page(slug: str) -> LexborHTMLParser:
    return LexborHTMLParser(town.site()[f"claims/jembatan/{slug}/index.html"])


def review(slug: str) -> dict[str, Any]:
    (script,) = page(slug).css('script[type="application/ld+json"]')
    return dict(json.loads(script.text()))


def feed() -> dict[str, Any]:
    return dict(json.loads(town.site()["claimreview.json"]))


def without_network(url: str, options: Any) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org", f"{url} is not ours to load"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT, "contentType": "application/ld+json"}


def expanded(node: dict[str, Any]) -> dict[str, Any]:
    (whole,) = jsonld.expand(node, {"documentLoader": without_network})
    return dict(whole)


def keys(node: Any) -> set[str]:
    """Return the names of the properties of a node and of all within it."""
    if isinstance(node, list):
        return set().union(*map(keys, node))
    if not isinstance(node, dict):
        return set()
    own = {key for key in node if key != "@context"}
    return own.union(*(keys(value) for key, value in node.items() if key != "@context"))


@pytest.mark.parametrize("slug", CLAIMS)
def test_search_engines_find_what_they_ask(slug: str):
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(review(slug))] == []


@pytest.mark.parametrize("missing", ["url", "claimReviewed", "reviewRating", "itemReviewed", "author"])
def test_the_schema_misses_what_is_not_there(missing: str):
    node = review("cost")
    del node[missing]
    assert not Draft202012Validator(SCHEMA).is_valid(node)


@pytest.mark.parametrize("slug", CLAIMS)
def test_linked_data_keeps_every_property(slug: str):
    """A name that the context does not know would be dropped without a word."""
    node = review(slug)
    names = {name for name in keys(node) if not name.startswith("@")}
    assert {f"{ORG}{name}" for name in names} == {
        name for name in keys(expanded(node)) if name.startswith(ORG)
    }


def test_linked_data_says_who_what_and_where():
    node = expanded(review("cost"))
    assert node["@type"] == [f"{ORG}ClaimReview"]
    assert node["@id"] == f"{town.URL}claims/jembatan/cost/#review"
    (item,) = node[f"{ORG}itemReviewed"]
    assert item["@id"] == f"{town.URL}articles/jembatan/#cost"
    assert item[f"{ORG}author"][0]["@type"] == [f"{ORG}Organization"]
    assert item[f"{ORG}appearance"][0][f"{ORG}url"] == [{"@id": "https://koran.example/a#top"}]


@pytest.mark.parametrize("slug", CLAIMS)
def test_it_agrees_with_its_page(slug: str):
    node, shown = review(slug), page(slug)
    assert node["url"] == shown.css_first('link[rel="canonical"]').attributes["href"]
    assert node["claimReviewed"] == shown.css_first("h1").text()
    assert node["reviewRating"]["alternateName"] == shown.css_first(".verdict .chip").text(strip=True).lower()
    main = shown.css_first("main").text()
    assert node["reviewRating"].get("ratingExplanation", "") in main
    assert node["itemReviewed"].get("author", {"name": "nobody is named"})["name"] in main
    for correction in node.get("correction", []):
        assert correction["text"] in main


def test_a_rating_has_numbers_only_on_the_scale():
    assert {"ratingValue": 3, "bestRating": 3, "worstRating": 1}.items() <= review("cost")[
        "reviewRating"
    ].items()
    assert "ratingValue" not in review("opened")["reviewRating"]


def test_dates_are_those_of_the_claim():
    assert [review("cost")[name] for name in ("datePublished", "dateModified")] == [
        "2026-01-05",
        "2026-02-03",
    ]
    assert not {"datePublished", "dateModified"} & review("undated").keys()


def test_a_source_is_cited_once():
    citations = review("cost")["citation"]
    assert [citation["name"] for citation in citations] == ["-1", "A book"]
    assert citations[0]["publisher"] == {"@type": "Organization", "name": "Town"}
    assert "citation" not in review("opened")


def test_claimants_have_a_type_where_it_is_known():
    assert review("opened")["itemReviewed"]["author"] == {"@type": "Person", "name": "The mayor"}
    assert "author" not in review("undated")["itemReviewed"]
    case = desk.on(piece := desk.article("So it is."), "so", "So it is.", claimant="Somebody")
    assert made(piece, case)["itemReviewed"]["author"] == {"name": "Somebody"}


def made(piece: Any, case: Any) -> dict[str, Any]:
    project = desk.project(piece, cases=[case])
    (article,) = reviewed(project, [case])
    (entry,) = article.entries
    return claim_review(entry, Site("Desk", url=town.URL), desk.SCALE)


CHAIN = tuple(EarlierText(id=name, relation="retelling", language="en", title=name) for name in ("a", "b"))


@pytest.mark.parametrize(
    ("links", "first"),
    [
        ([("a", "Q", None), ("b", "Q", None), ("article", None, None)], "a"),
        ([("a", "Q", None), ("b", "Q", "Five became six."), ("article", None, None)], "b"),
        ([("a", "Q", None), ("b", "Q", None), ("article", None, "Five became six.")], None),
        ([("a", "Q", None), ("b", None, None), ("article", None, None)], "a"),
        ([("a", "Q", None), ("b", None, "Not known."), ("article", None, None)], None),
        ([("a", "Q", None), ("article", None, None)], None),
        ([("a", None, None), ("b", None, None), ("article", None, None)], None),
        ([("b", "Q", None), ("article", None, None)], "b"),
        ([("a", "Q", None), ("b", "Q", None)], None),
        ([], None),
    ],
)
def test_the_first_appearance_is_of_the_claim_as_it_stands(
    links: list[tuple[str, str, str]], first: str | None
):
    piece = desk.article("So it is.", chain=CHAIN)
    chain = [Link(text=text, quote=quote, change=change) for text, quote, change in links]
    item = made(piece, desk.on(piece, "so", "So it is.", chain=chain))["itemReviewed"]
    assert item.get("firstAppearance", {}).get("headline") == first


def test_nothing_ends_the_script_early():
    source = town.site()["claims/jembatan/cost/index.html"].decode()
    script = source.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(script)["claimReviewed"].endswith(town.MARKUP)
    assert not set("<>&") & set(script)


def test_the_feed_holds_every_review_as_it_stands_on_its_page():
    elements = [element for element in feed()["dataFeedElement"] if "dateDeleted" not in element]
    reviews = {item["url"]: item for element in elements for item in element["item"]}
    assert [url.rpartition("jembatan/")[2].strip("/") for url in reviews] == ["cost", "opened", "undated"]
    for slug in CLAIMS:
        on_page = review(slug)
        del on_page["@context"]
        assert reviews[on_page["url"]] == on_page
    assert (elements[0]["dateCreated"], elements[0]["dateModified"]) == ("2026-01-05", "2026-02-03")


def test_the_feed_tells_what_was_withdrawn():
    (element,) = (element for element in feed()["dataFeedElement"] if "dateDeleted" in element)
    assert element == {
        "@type": "DataFeedItem",
        "dateDeleted": "2026-03-01",
        "item": [{"@type": "ClaimReview", "@id": f"{town.URL}claims/jembatan/gone/#review"}],
    }
    assert feed()["dateModified"] == "2026-03-01"
    names = {f"{ORG}{name}" for name in keys(feed()) if not name.startswith("@")}
    assert names == {name for name in keys(expanded(feed())) if name.startswith(ORG)}


def test_without_an_address_there_is_none():
    assert not [path for path, content in town.homeless().items() if b'"ClaimReview"' in content]
    assert "claimreview.json" not in town.homeless()
