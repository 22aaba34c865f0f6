"""The whole site of a small newsroom: each page stands, links lead somewhere, nothing unsafe is written."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from jinja2 import UndefinedError
from selectolax.lexbor import LexborHTMLParser

from site_builder import rendering
from site_builder.model.article import EarlierText, SetAside
from site_builder.model.claim import Correction, Evidence, Link
from site_builder.model.finding import Report
from site_builder.model.project import Project
from site_builder.rendering.page import page_at, root_of
from tests.printing import printed
from tests.rendering.desk import TODAY, article, on, project

DOCS = {"methodology/index.html", "glossary/index.html", "handbook/index.html"}
EVIL = "</script><script>alert(1)</script> & \"quoted\" 'so'"
TEXT = "The bridge cost 1,600 euros. It opened in May. A tunnel cost 20 euros. It is nice.\n"


def newsroom(**settings: Any) -> Project:
    chain = EarlierText(
        id="first", relation="original", language="fr", publisher="Le Pont", note="Read whole."
    )
    piece = article(
        TEXT,
        chain=[chain],
        set_aside=[SetAside(quote="It is nice.", reason="An opinion.")],
        publisher="The Paper",
        url="https://paper.example/bridge",
        published="2025-05",
    )
    bridge = on(
        piece,
        "bridge",
        "The bridge cost 1,600 euros.",
        claim=f"The bridge cost 1,600 euros {EVIL}",
        conclusion=EVIL,
        explanation=f"Because.\n\n{EVIL}\n\n[a](javascript:alert(1)) [b](https://town.example/)",
        translation="Translated.",
        claimant="The mayor",
        figures=[{"value": "1,600", "unit": "euros"}],
        evidence=[
            Evidence(stance="supports", publisher="The Town", url="https://town.example/", quote="1,600"),
            Evidence(stance="refutes", title="A book", shows="Another sum.", doubt="Old."),
        ],
        chain=[Link(text="first", quote="Le pont a coûté 1 600 euros.", change="None.")],
        corrections=[Correction(date=TODAY, text="The sum was wrong here.")],
        topics=["Bridges", "Coûts"],
    )
    opened = on(piece, "opened", "It opened in May.", verdict="open", checked_on=None, conclusion=None)
    hidden = on(piece, "hidden", "A tunnel cost 20 euros.", status="draft")
    cases = (bridge, opened, hidden)
    made = project(piece, cases=cases, **settings)
    NEWSROOMS[id(made)] = cases
    return made


NEWSROOMS: dict[int, Any] = {}


def build(made: Project, *, preview: bool = False) -> dict[str, str]:
    folders = rendering.template_folders()
    site = rendering.make_site(made.settings, preview=preview)
    found = printed(made, NEWSROOMS[id(made)], Report(), site, folders)
    contents = ((page.path, page.content) for page in found)
    return {
        path: text if isinstance(text, str) else text.decode("utf-8", "replace") for path, text in contents
    }


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return build(newsroom(site_url="https://desk.example/checks/"))


def test_each_kind_of_page_is_there(site: dict[str, str]):
    assert {
        "index.html",
        "articles/index.html",
        "articles/piece/index.html",
        "claims/index.html",
        "claims/piece/bridge/index.html",
        "claims/piece/opened/index.html",
        "verdicts/index.html",
        "verdicts/right/index.html",
        "topics/index.html",
        "topics/bridges/index.html",
        "topics/couts/index.html",
        "rules/index.html",
        "corrections/index.html",
        "404.html",
        "sitemap.xml",
        "claims.json",
        "assets/site.css",
        "assets/icons.svg",
    } <= set(site)


def test_a_draft_is_shown_nowhere(site: dict[str, str]):
    assert not [path for path, content in site.items() if "hidden" in path or "The claim hidden" in content]


def test_every_internal_link_leads_somewhere(site: dict[str, str]):
    dead = []
    for path in (p for p in site if p.endswith(".html")):
        here = "https://desk.example/checks/" + path.removesuffix("index.html")
        for node in LexborHTMLParser(site[path]).css("[href], [src]"):
            whole = urlsplit(urljoin(here, node.attributes.get("href") or node.attributes.get("src") or ""))
            if whole.netloc != "desk.example":
                continue
            target = unquote(whole.path).removeprefix("/checks/")
            target = page_at(target) if whole.path.endswith("/") else target
            if target not in site and target not in DOCS:
                dead.append((path, target))
            elif not _has(site, target, unquote(whole.fragment)):
                dead.append((path, f"{target}#{whole.fragment}"))
    assert dead == []


def _has(site: dict[str, str], path: str, fragment: str) -> bool:
    """Tell whether a page has the place; only pages are looked into, not the icons' sprite."""
    return not fragment or not path.endswith(".html") or f'id="{fragment}"' in site.get(path, "")


def test_ids_are_given_once(site: dict[str, str]):
    for path, content in site.items():
        ids = re.findall(r'\bid="([^"]+)"', content)
        assert len(ids) == len(set(ids)), path


def test_words_are_escaped_wherever_they_stand(site: dict[str, str]):
    for path, content in site.items():
        if path.endswith(".html"):
            tree = LexborHTMLParser(content)
            assert "alert(1)" not in "".join(
                node.text() for node in tree.css('script:not([type="application/ld+json"])')
            ), path
            assert not tree.css('a[href^="javascript"]'), path
            assert not tree.css("[style], style, [onclick]"), path


def test_the_policy_stands_in_builds_and_not_in_previews(site: dict[str, str]):
    assert all("default-src 'none'" in c for p, c in site.items() if p.endswith(".html"))
    preview = build(newsroom(), preview=True)
    assert not any("Content-Security-Policy" in content for content in preview.values())


def test_the_claim_s_page_says_everything_in_order(site: dict[str, str]):
    main = LexborHTMLParser(site["claims/piece/bridge/index.html"]).css_first("main").text()
    order = [
        "The bridge cost 1,600 euros",
        "Correction, 31 January 2026",
        "Right",
        "The sentence in the article",
        "Translated.",
        "How the sentence came here",
        "Le pont a coûté",
        "Evidence",
        "Supports the claim",
        "Speaks against the claim",
        "Reasons for the verdict",
        "What the machine checked",
        "site-builder check claims/piece/bridge.yaml",
    ]
    places = [main.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_the_article_says_what_was_not_checked(site: dict[str, str]):
    main = LexborHTMLParser(site["articles/piece/index.html"]).css_first("main")
    assert "2 of 4 sentences checked" in main.text()
    assert "1 sentence with figures not checked" in main.text()
    assert "1 set aside" in main.text()
    assert "An opinion." in main.text()
    assert [node.text() for node in main.css(".prose .open")] == ["A tunnel cost 20 euros."]


def test_claim_review_agrees_with_the_page_and_is_safe(site: dict[str, str]):
    page = LexborHTMLParser(site["claims/piece/bridge/index.html"])
    (script,) = page.css('script[type="application/ld+json"]')
    review = json.loads(script.text())
    assert review["url"] == "https://desk.example/checks/claims/piece/bridge/"
    assert review["claimReviewed"] == page.css_first("h1").text()
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "right",
        "ratingValue": 3,
        "bestRating": 3,
        "worstRating": 1,
        "ratingExplanation": EVIL,
    }
    assert review["itemReviewed"]["author"] == {"name": "The mayor"}
    assert review["itemReviewed"]["appearance"]["datePublished"] == "2025-05"
    assert review["correction"][0]["datePublished"] == "2026-01-31"
    assert review["author"]["name"] == "The Desk"


def test_claim_review_leaves_out_what_is_not_known(site: dict[str, str]):
    page = LexborHTMLParser(site["claims/piece/opened/index.html"])
    review = json.loads(page.css_first('script[type="application/ld+json"]').text())
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "open"}
    assert not {"datePublished", "dateModified", "correction", "citation"} & set(review)
    assert "author" not in review["itemReviewed"]


def test_only_claims_have_a_claim_review(site: dict[str, str]):
    with_review = {p for p, content in site.items() if p.endswith(".html") and '"ClaimReview"' in content}
    assert with_review == {"claims/piece/bridge/index.html", "claims/piece/opened/index.html"}


def test_the_page_for_unknown_addresses_links_from_the_server_s_root(site: dict[str, str]):
    tree = LexborHTMLParser(site["404.html"])
    assert tree.css_first('link[rel="stylesheet"]').attributes["href"].startswith("/checks/assets/")
    assert LexborHTMLParser(build(newsroom())["404.html"]).css_first(".brand").attributes["href"] == "/"


def test_the_site_map_has_true_dates_and_needs_an_address(site: dict[str, str]):
    assert (
        "<loc>https://desk.example/checks/claims/piece/bridge/</loc><lastmod>2026-01-31</lastmod>"
        in site["sitemap.xml"]
    )
    assert "<loc>https://desk.example/checks/claims/piece/opened/</loc></url>" in site["sitemap.xml"]
    assert "sitemap.xml" not in build(newsroom())


def test_the_data_say_where_each_quote_stands(site: dict[str, str]):
    first, second = json.loads(site["claims.json"])
    assert first["quote"] == {
        "exact": "The bridge cost 1,600 euros.",
        "translation": "Translated.",
        "positions": [[0, 28]],
        "mark": "https://desk.example/checks/articles/piece/#bridge",
    }
    assert second["id"] == "piece/opened"


def test_two_builds_are_the_same(site: dict[str, str]):
    assert build(newsroom(site_url="https://desk.example/checks/")) == site


def test_a_newsroom_with_nothing_in_it_has_a_site():
    made = project()
    NEWSROOMS[id(made)] = ()
    empty = build(made)
    assert "No article has been checked yet." in empty["index.html"]
    assert "No claim has been published yet." in empty["claims/index.html"]


def test_a_template_of_the_newsroom_s_own_goes_first(tmp_path):
    (tmp_path / "home.html").write_text("{{ site.name }} is ours", encoding="utf-8")
    made = newsroom()
    site = rendering.make_site(made.settings)
    folders = rendering.template_folders(tmp_path)
    found = {page.path: page for page in printed(made, NEWSROOMS[id(made)], Report(), site, folders)}
    assert found["index.html"].content == "The Desk is ours"


def test_an_unknown_name_in_a_template_is_an_error(tmp_path):
    (tmp_path / "home.html").write_text("{{ nobody }}", encoding="utf-8")
    made = newsroom()
    site = rendering.make_site(made.settings)
    with pytest.raises(UndefinedError):
        list(printed(made, NEWSROOMS[id(made)], Report(), site, rendering.template_folders(tmp_path)))


@pytest.mark.parametrize(
    ("path", "root"),
    [("index.html", "."), ("claims/index.html", ".."), ("claims/a/b/index.html", "../../..")],
)
def test_the_way_to_the_root(path: str, root: str):
    assert root_of(path) == root
