"""The site map: every page once, with the day on which what it shows changed."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from site_builder.rendering.page import Page
from site_builder.rendering.site import site_of
from site_builder.rendering.sitemap import sitemap
from site_builder.rules import RULES
from tests.printing import listed
from tests.rendering import town

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def dates(content: str | bytes, root: str = "urlset") -> dict[str, str | None]:
    tree = ElementTree.fromstring(content)
    assert tree.tag == NS + root
    found = [(node.findtext(f"{NS}loc") or "", node.findtext(f"{NS}lastmod")) for node in tree]
    assert len(dict(found)) == len(found)
    return {url.removeprefix(town.URL): date for url, date in found}


def parts(most: int) -> list[Page]:
    project, cases = town.newsroom()
    return list(sitemap(listed(project, cases), RULES, site_of(project.settings, {}), most))


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("", "2026-03-01"),
        ("claims/", "2026-03-01"),
        ("claims/jembatan/cost/", "2026-02-03"),
        ("claims/jembatan/opened/", "2026-01-07"),
        ("claims/jembatan/gone/", "2026-03-01"),
        ("claims/jembatan/undated/", None),
        ("articles/jembatan/", "2026-03-01"),
        ("articles/quiet/", None),
        ("verdicts/right/", "2026-03-01"),
        ("verdicts/open/", "2026-01-07"),
        ("verdicts/half/", None),
        ("topics/money/", "2026-03-01"),
        ("topics/cau-%C4%91uong/", "2026-02-03"),
        ("corrections/", "2026-03-01"),
        ("rules/Q001/", None),
        ("methodology/", None),
    ],
)
def test_a_page_has_the_day_of_its_last_change(path: str, date: str | None):
    assert dates(town.site()["sitemap.xml"])[path] == date


def test_every_page_for_readers_is_there_and_no_other():
    from urllib.parse import quote

    elsewhere = {"methodology/", "glossary/", "handbook/"}
    pages = {path.removesuffix("index.html") for path in town.site() if path.endswith("index.html")}
    no_index = {p for p in pages if b'content="noindex"' in town.site()[f"{p}index.html"]}
    assert {quote(page) for page in pages - no_index} | elsewhere == set(dates(town.site()["sitemap.xml"]))
    assert {page for page in pages if page.endswith("embed/")} < no_index


def test_a_large_site_is_split():
    index, *files = parts(20)
    assert index.path == "sitemap.xml"
    assert list(dates(index.content, "sitemapindex")) == [file.path for file in files]
    whole = {url: date for file in files for url, date in dates(file.content).items()}
    (unsplit,) = parts(50_000)
    assert whole == dates(unsplit.content)
    assert max(len(dates(file.content)) for file in files) == 20
    assert dates(index.content, "sitemapindex")["sitemap-1.xml"] == "2026-03-01"


def test_crawlers_are_told_only_at_a_server_s_root():
    assert town.build(site_url="https://town.example")["robots.txt"].endswith(
        b"Sitemap: https://town.example/sitemap.xml\n"
    )
    assert "robots.txt" not in town.site()
    assert not {"robots.txt", "sitemap.xml"} & town.homeless().keys()
