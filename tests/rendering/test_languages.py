"""A site in several languages: each is whole, says what it has not told, and knows the others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree import ElementTree as Tree

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.model.amount import parse_amount
from site_builder.model.settings import Settings
from site_builder.rendering.messages import Messages
from site_builder.rendering.site import site_of
from site_builder.rendering.wording import Wording
from tests.rendering import abroad
from tests.rendering.abroad import ONLY, URL

OTHERS = ("id", "vi")
SHARED = re.compile(r"(rules|schemas|assets)/|robots\.txt|llms\.txt|_headers|sitemap")
"""What stands at the root alone, or (rules) is told in English everywhere."""
HTML = "{http://www.w3.org/1999/xhtml}"


def tree(path: str) -> LexborHTMLParser:
    return LexborHTMLParser(abroad.site()[path])


def pages() -> list[str]:
    return [path for path in abroad.site() if path.endswith(".html")]


def language_of(node: LexborNode | None) -> str | None:
    while node is not None:
        if node.tag != "-text" and "lang" in node.attributes:
            return node.attributes["lang"]
        node = node.parent
    return None


def texts(root: LexborHTMLParser) -> Iterator[LexborNode]:
    """Yield what is to be read. A citation is one text, whatever it cites."""
    body = root.css_first("body")
    assert body
    for citation in body.css(".reuse"):
        citation.decompose()
    yield from (node for node in body.traverse(include_text=True) if node.tag == "-text")


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_is_a_whole_site(language: str) -> None:
    own = {path for path in abroad.site() if not path.startswith(OTHERS) and not SHARED.match(path)}
    there = {path.removeprefix(f"{language}/") for path in abroad.site() if path.startswith(f"{language}/")}
    assert own <= there


@pytest.mark.parametrize("path", [path for path in pages() if "/moved" not in path])
def test_words_of_another_language_say_so(path: str) -> None:
    """Each text that is told in English alone stands in an element that says so, and beside a remark."""
    root = tree(path)
    for node in texts(root):
        if ONLY in node.text(deep=False) and node.parent.tag not in ("code", "template"):
            assert language_of(node) == "en", node.text(deep=False)


def test_what_is_not_told_is_remarked() -> None:
    claim = tree("id/claims/bridge/opened/index.html")
    assert claim.html and claim.html.count("belum diterjemahkan") >= 2
    told = tree("id/claims/bridge/cost/index.html")
    assert told.css_first("h1").text() == "Jembatan itu berbiaya 1.600 juta."
    assert "lang" not in told.css_first("h1").attributes
    assert "belum diterjemahkan" not in abroad.site()["claims/bridge/opened/index.html"]
    assert 'class="un"' not in "".join(v for k, v in abroad.site().items() if not k.startswith(OTHERS))


def test_a_page_names_its_language_and_the_others() -> None:
    root = tree("id/claims/bridge/cost/index.html")
    assert root.css_first("html").attributes["lang"] == "id"
    links = {link.attributes["hreflang"]: link.attributes["href"] for link in root.css("link[hreflang]")}
    path = "claims/bridge/cost/"
    assert links == {
        "en": URL + path,
        "id": f"{URL}id/{path}",
        "vi": f"{URL}vi/{path}",
        "x-default": URL + path,
    }
    assert root.css_first("link[rel=canonical]").attributes["href"] == f"{URL}id/{path}"


@pytest.mark.parametrize("path", pages())
def test_the_switch_keeps_the_page(path: str) -> None:
    root = tree(path)
    if root.css_first(".top") is None:
        return  # cards and pages that have moved
    ways = {a.attributes["hreflang"]: a.attributes["href"] for a in root.css(".in a")}
    here = next((code for code in OTHERS if path.startswith(f"{code}/")), "en")
    assert set(ways) == {"en", "id", "vi"} - {here}
    bare = path.removeprefix(f"{here}/").removesuffix("index.html")
    for code, way in ways.items():
        folder = "" if code == "en" else f"{code}/"
        assert urljoin(URL + path, way) == f"{URL}{folder}{bare}"


def test_interface_is_in_the_language() -> None:
    pages = {code: tree(f"{code}/claims/bridge/cost/index.html") for code in OTHERS}
    assert "Alasan putusan" in pages["id"].html and "Lý do của kết luận" in pages["vi"].html
    assert "5 Januari 2026" in pages["id"].html and "5 tháng 1, 2026" in pages["vi"].html
    assert "bahasa Inggris" in pages["id"].html and "Tiếng Anh" in pages["vi"].html
    assert pages["id"].css_first(".brand").text() == "Meja"
    assert pages["vi"].css_first(".brand").attributes["lang"] == "en"


def test_figures_are_written_as_the_language_writes_them() -> None:
    checked = {
        code: tree(f"{code}claims/bridge/cost/index.html").css_first(".machine") for code in ("", "id/")
    }
    assert "1600000000 rupiah" in checked[""].text(), "as the editor wrote it"
    assert "1.600.000.000 " in checked["id/"].text()
    wording = Wording(site_of(Settings(languages=("en", "id")), {}, language="id", messages=Messages("id")))
    assert wording.amount(parse_amount("80 to 100")) == "80–100"
    assert wording.amount(parse_amount("2.5")) == "2,5"


def test_a_quote_needs_no_translation_into_its_own_language() -> None:
    said = tree("id/claims/bridge/cost/index.html").css_first(".said")
    assert said.css_first(".gloss") is None
    assert tree("vi/claims/bridge/cost/index.html").css_first(".said .gloss").text().split() == (
        ["Bằng", "tiếng", "Việt", "Cây", "cầu", "ấy", "tốn", "1.600", "triệu"]
    )
    # the English quote needs none in English, and has one in Indonesian; the French one has only an English one
    quotes = tree("id/claims/bridge/cost/index.html").css(".ev .gloss")
    assert [quote.text().split() for quote in quotes] == [
        ["kira-kira", "1.600", "juta"],
        ["1,601", "belum", "diterjemahkan"],
    ]


def test_addresses_are_the_same_in_every_language() -> None:
    assert "id/topics/money/index.html" in abroad.site()
    root = tree("id/topics/money/index.html")
    assert root.css_first("h1").text() == "Uang"
    assert root.css_first(".rows a").attributes["href"].endswith("claims/bridge/cost/")


def test_data_are_told_too() -> None:
    (cost, _) = json.loads(abroad.site()["id/claims.json"])
    assert (cost["claim"], cost["verdict"], cost["topics"][0]) == (
        "Jembatan itu berbiaya 1.600 juta.",
        "benar",
        "Uang",
    )
    assert cost["url"] == f"{URL}id/claims/bridge/cost/"
    (own, _) = json.loads(abroad.site()["claims.json"])
    assert (own["claim"], own["verdict"]) == ("The bridge cost 1,600 million.", "right")


def test_claim_review_is_told_too() -> None:
    script = tree("id/claims/bridge/cost/index.html").css_first("script[type='application/ld+json']")
    review = json.loads(script.text())
    assert (review["inLanguage"], review["url"]) == ("id", f"{URL}id/claims/bridge/cost/")
    assert review["reviewRating"]["alternateName"] == "benar"
    assert review["author"]["name"] == "Kantor Meja"


def test_feeds_are_told_too() -> None:
    feed = feedparser.parse(abroad.site()["id/feed.xml"])
    assert feed.feed.language == "id"
    assert feed.feed.title == "Meja"
    assert {entry.link for entry in feed.entries} == {
        f"{URL}id/claims/bridge/{name}/" for name in ("cost", "opened", "gone")
    }
    assert any(entry.title.startswith("Ditarik: ") for entry in feed.entries)


def test_site_map_has_every_language() -> None:
    root = Tree.fromstring(abroad.site()["sitemap.xml"])
    found = {url[0].text: url for url in root}
    assert f"{URL}vi/claims/bridge/cost/" in found
    links = found[f"{URL}claims/bridge/cost/"].findall(f"{HTML}link")
    assert [link.attrib["hreflang"] for link in links] == ["en", "id", "vi", "x-default"]
    assert f"{URL}methodology/" in found and f"{URL}vi/methodology/" not in found
    assert "id/sitemap.xml" not in abroad.site()


def test_cards_and_policies_stand_below_each_language() -> None:
    assert "Memang begitu." in abroad.site()["id/claims/bridge/cost/embed/index.html"]
    headless = abroad.build(abroad.english(site_url="https://desk.example/"))["_headers"]
    card = re.search(r"^/id/claims/:p1/:p2/embed/\n  Content-Security-Policy: (.*)$", headless, re.MULTILINE)
    assert card and "frame-ancestors *" in card[1]
    assert "wasm-unsafe-eval" in headless.partition("/id/search/*\n")[2].partition("\n")[0]


def test_a_site_of_one_language_has_no_switch_and_no_alternates() -> None:
    alone = abroad.build(abroad.english(languages=["en"]))
    assert "hreflang" not in alone["index.html"] and "xhtml" not in alone["sitemap.xml"]
    assert not any(path.startswith("id/") for path in alone)


def test_pages_of_the_newsrooms_own_are_linked_in_the_language_that_has_them() -> None:
    settings = Settings(languages=("en", "id", "vi"), site_url=URL)
    prose = frozenset({"methodology/", "handbook/", "id/methodology/"})
    own, indonesian, vietnamese = (
        site_of(settings, {}, language=code, prose=prose) for code in settings.published_in
    )
    assert indonesian.own_page("methodology/") == ("methodology/", "", "")
    assert indonesian.own_page("handbook/") == ("../handbook/", "", "en")
    assert vietnamese.own_page("methodology/") == ("../methodology/", "", "en")
    assert own.own_page("glossary/") is None and indonesian.own_page("glossary/") is None
    ways = {edition.language: way for edition, way in own.beside("methodology/")}
    assert ways == {"id": "id/methodology/", "vi": "vi/"}
    assert [code for code, _ in indonesian.alternates("methodology/")] == ["en", "id", "x-default"]


class TestRightToLeft:
    """A site in a language that is written from the right, and has no catalogue."""

    def test_pages_run_from_the_right_and_their_interface_is_english(self) -> None:
        html = LexborHTMLParser(abroad.arabic_site()["claims/bridge/cost/index.html"])
        assert html.css_first("html").attributes == {"lang": "en", "dir": "rtl"}
        assert html.css_first("h1").attributes["lang"] == "ar"
        assert "dir" not in html.css_first("h1").attributes

    def test_its_english_pages_run_from_the_left(self) -> None:
        html = LexborHTMLParser(abroad.arabic_site()["en/claims/bridge/cost/index.html"])
        assert html.css_first("html").attributes == {"lang": "en", "dir": "ltr"}
        assert html.css_first("h1").text() == "The bridge cost 1,600 million."
        conclusion = html.css_first(".verdict p span")
        assert conclusion.attributes == {"lang": "ar", "dir": "rtl"}
        assert "not translated yet" in html.css_first(".verdict").text()

    def test_the_article_keeps_its_direction_on_both(self) -> None:
        for folder in ("", "en/"):
            html = LexborHTMLParser(abroad.arabic_site()[f"{folder}articles/bridge/index.html"])
            prose = html.css_first(".prose")
            assert (prose.attributes["lang"], prose.attributes["dir"]) == ("ar", "rtl")

    @pytest.mark.parametrize("folder", ["", "en/"])
    def test_each_arabic_word_says_that_it_is_arabic(self, folder: str) -> None:
        found = abroad.arabic_site()
        for path in [p for p in found if p.endswith(".html") and p.startswith("en/") == bool(folder)]:
            for node in texts(LexborHTMLParser(found[path])):
                # names are nobody's language
                words = node.text(deep=False).replace("المكتب", "")
                if re.search("[\u0600-\u06ff]", words) and node.parent.tag not in ("code", "bdi"):
                    assert language_of(node) == "ar", f"{path}: {words}"
