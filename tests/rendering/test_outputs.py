"""The data page and the files it lists."""

from __future__ import annotations

import hashlib
import json
import re
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from tests.rendering import town


def data(site: dict[str, bytes]) -> LexborHTMLParser:
    return LexborHTMLParser(site["data/index.html"])


def links(site: dict[str, bytes]) -> set[str]:
    found = {unquote(node.attributes["href"] or "") for node in data(site).css("main a")}
    return {link.removeprefix("../") for link in found}


def files(site: dict[str, bytes]) -> set[str]:
    """Return what is there to download: everything that is no page, no asset, and not for one claim alone."""
    ours = {
        path for path in site if not path.endswith(".html") and not path.startswith(("assets/", "claims/"))
    }
    return ours - {"robots.txt", "_headers"}


def test_everything_there_is_to_download_is_listed():
    assert links(town.site()) == files(town.site())
    assert links(town.homeless()) == files(town.homeless())


def test_sizes_are_true():
    shown = dict(
        re.findall(
            r'href="\.\./([^"]+)" download>.*?<span class="by">(.*?)</span>',
            town.site()["data/index.html"].decode(),
        )
    )
    assert shown["claims.csv"] == f"{len(town.site()['claims.csv']) / 1000:.1f} kB"
    assert len(shown) == 12


def test_a_site_without_an_address_says_what_is_missing():
    assert "Set site_url" in data(town.homeless()).css_first("main").text()
    assert "Set site_url" not in data(town.site()).css_first("main").text()
    assert "iframe" in data(town.site()).css_first("main").text()


def test_the_index_tells_of_each_year_which_claims_it_has_and_how_to_see_a_change():
    site = town.site()
    index = json.loads(site["claims-by-year.json"])
    assert [(each["year"], each["claims"], each["updated"]) for each in index] == [
        (2026, 2, "2026-02-03"),
        (None, 1, None),
    ]
    names = [each["url"].removeprefix(town.URL) for each in index]
    assert names == ["claims-2026.json", "claims-undated.json"]
    for each, name in zip(index, names, strict=True):
        assert (each["bytes"], each["sha256"]) == (len(site[name]), hashlib.sha256(site[name]).hexdigest())


def test_the_years_have_the_claims_of_the_whole_in_their_order():
    whole = json.loads(town.site()["claims.json"])
    assert json.loads(town.site()["claims-2026.json"]) == [each for each in whole if each["checked_on"]]
    assert json.loads(town.site()["claims-undated.json"]) == [
        each for each in whole if not each["checked_on"]
    ]


def test_claims_come_with_all_that_is_known():
    first, undated, opened = json.loads(town.site()["claims.json"])
    assert (
        first["article"].items()
        >= {
            "name": "jembatan",
            "title": "A piece",
            "publisher": "Koran",
            "url": "https://koran.example/a#top",
            "language": "id",
        }.items()
    )
    assert first["claimant"] == town.FORMULA
    assert [evidence["stance"] for evidence in first["evidence"]] == ["supports", "refutes", "context"]
    assert first["evidence"][2] == {
        "stance": "context",
        "title": "A book",
        "published": "2025",
        "read": "2026-01-04",
    }
    assert first["corrections"][0] == {"date": "2026-02-03", "text": town.MARKUP}
    assert first["formerly"] == ["jembatan/price", "jembatan/sum"]
    assert (undated["checked_on"], undated["rating"]) == (None, 3)
    assert [town.TEXT[start:end] for start, end in opened["quote"]["positions"]] == [
        "Wali kota 👍🏽 membukanya sendiri",
        "bertepuk tangan.",
    ]


def test_programs_that_read_are_told_where_things_are():
    text = town.site()["llms.txt"].decode()
    assert text.startswith("# The Desk\n\n> We check.\n")
    addresses = re.findall(r"\]\((.+?)\)", text)
    assert all(address.startswith(town.URL) for address in addresses)
    for address in addresses:
        path = address.removeprefix(town.URL)
        assert (f"{path}index.html" if path.endswith("/") else path) in town.site()
    assert "(claims.json)" in town.homeless()["llms.txt"].decode()


def test_names_cannot_break_the_markdown():
    made = town.build(site_name="A [link](https://evil.example/) *desk*")["llms.txt"].decode()
    assert made.startswith("# A \\[link\\](https://evil.example/) \\*desk\\*\n")


def test_everything_is_utf_8_and_the_same_twice():
    assert town.build() == town.site()
    for path, content in town.site().items():
        if path.endswith((".json", ".xml", ".csv", ".txt", ".html")):
            content.decode()
