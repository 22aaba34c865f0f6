"""Pages as newsrooms save them: what becomes of their words, and what they state of themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from site_builder.intake import Form, Refused, Stated, Taken, take
from site_builder.intake.letters import decoded

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Taken:
    return take((PAGES / name).read_bytes(), name)


STATED = {
    "daily-en.html": Stated(
        title="Night trains are back",
        publisher="The Northern Daily",
        author="Mia Berg, Tom O'Neil",
        url="https://daily.example/2026/03/night-trains",
        language="en-GB",
        published="2026-03-02",
    ),
    "portal-id.html": Stated(
        title="Pabrik Baru Serap Sembilan Puluh Persen Warga",
        publisher="Kabar Pantai",
        author="Redaksi Kabar Pantai",
        url="https://kabar.example/berita/pabrik-baru",
        language="id-ID",
        published="2026-01-14",
    ),
    # A date in words and an address that no reader could follow are not taken.
    "zeitung-de.html": Stated(title="Brücke teurer als gedacht", publisher="Stadtzeitung", language="de"),
    "shimbun-ja.html": Stated(title="新しい橋、費用は12億円", publisher="北の新聞", language="ja"),
    "bao-vi.html": Stated(
        title="Nhân viên làm việc 80 giờ mỗi tuần",
        publisher="Báo Miền Bắc",
        url="https://bao.example/kinh-te/lam-viec-80-gio.html",
        language="vi",
        published="2025-10-24",
    ),
    "sahifa-ar.html": Stated(
        title="الجسر الجديد يكلف ١٢ مليون يورو", publisher="صحيفة الشمال", language="ar", published="2026-02"
    ),
}
HAS = {
    "daily-en.html": (
        "1,600 people have booked already.",
        "The nightline will end",
        "carry 220 people.",
        "North\t7",
    ),
    "portal-id.html": ("1.600 orang", "sembilan puluh persen", "Rp4,2 juta", "2,5 triliun rupiah"),
    "zeitung-de.html": ("12,4 Millionen Euro", "Ute Groß", "– „leider“, wie", "3.200 Autos"),
    "shimbun-ja.html": ("建設費が12億円になる", "約3200台"),
    "bao-vi.html": ("1.200 người", "chín mươi phần trăm", "30 triệu đồng"),
    "sahifa-ar.html": ("١٢ مليون يورو", "٣٢٠٠ سيارة"),
}
HAS_NOT = {
    "daily-en.html": ("cookies", "Advertisement", "999 euros", "mayor resigns", "Politics", "dataLayer"),
    "portal-id.html": ("Beranda", "Terpopuler", "Cabai", "Hak Cipta", "WhatsApp"),
    "bao-vi.html": ("Trang chủ",),
}


@pytest.mark.parametrize("name", STATED)
def test_what_the_page_states_is_taken_and_no_more(name: str) -> None:
    assert page(name).stated == STATED[name]


@pytest.mark.parametrize("name", HAS)
def test_words_of_the_article_are_there_and_no_others(name: str) -> None:
    text = page(name).text
    assert [words for words in HAS[name] if words not in text] == []
    assert [words for words in HAS_NOT.get(name, ()) if words in text] == []


@pytest.mark.parametrize("name", HAS)
def test_every_line_stands_in_the_page_letter_for_letter(name: str) -> None:
    """What readers see of the page, spaces aside, has every line of the text, in the same order."""
    source = lxml_html.document_fromstring(decoded((PAGES / name).read_bytes(), Form.HTML, None))
    whole = re.sub(r"[\s\u00ad]+", "", source.text_content())
    place = 0
    for line in page(name).text.split("\n\n"):
        place = whole.index(re.sub(r"\s+", "", line), place)


def test_headings_captions_and_links_away_are_told_apart() -> None:
    assert page("daily-en.html").headings == ("Night trains are back", "A slow return")
    assert page("bao-vi.html").captions == ("Nhân viên tại một văn phòng ở Hà Nội. Ảnh: Minh Anh",)
    assert page("portal-id.html").leads_away == ("Baca juga: Jalan Pesisir Ditutup Dua Pekan",)


def test_what_was_left_out_is_told() -> None:
    """A lead that looks like a heading is left out by the extraction: the editor must learn of it."""
    (lead,) = page("bao-vi.html").left_out
    assert "80 đến 100 giờ" in lead


def head(inside: str, lang: str = "") -> Stated:
    body = "<article><h1>A bridge</h1>" + "<p>The bridge cost 1,600 euros, which is a lot of money.</p>" * 9
    return take(f"<html{lang}><head>{inside}</head><body>{body}</article></body></html>".encode()).stated


@pytest.mark.parametrize(
    ("inside", "field", "value"),
    [
        ('<meta property="article:published_time" content="2026-03-02 08:00">', "published", "2026-03-02"),
        ('<meta name="date" content="2 March 2026">', "published", ""),
        ('<meta name="date" content="2026-02-31">', "published", "2026-02-31"),
        ('<meta name="date" content="20260302">', "published", ""),
        ('<meta name="author" content="https://daily.example/mia">', "author", ""),
        ('<meta property="og:locale" content="pt_BR">', "language", "pt-BR"),
        ('<meta property="og:url" content="/trains">', "url", ""),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", ""),
        ("<title>The Daily: home</title>", "title", "The Daily: home"),
        ("<title>A bridge – The Daily</title>", "title", "A bridge"),
        ("", "title", "A bridge"),
        (f'<meta property="og:site_name" content="{"x" * 600}">', "publisher", ""),
        (f'<script type="application/ld+json">{"[" * 9000}</script>', "publisher", ""),
        ('<script type="application/ld+json">{"@type":"Article","publisher":7}</script>', "publisher", ""),
        ('<script type="application/ld+json">{"@type":"Person","name":"A"}</script>', "author", ""),
    ],
)
def test_only_what_is_usable_is_taken(inside: str, field: str, value: str) -> None:
    assert getattr(head(inside), field) == value


def test_contradicting_languages_are_told() -> None:
    text = (PAGES / "portal-id.html").read_text(encoding="utf-8")
    text = text.replace("<meta name", '<meta property="og:locale" content="en_US"><meta name', 1)
    taken = take(text.encode())
    assert taken.stated.language == "id-ID" and "id-ID and en-US" in taken.doubts[0]


def test_markdown_states_what_stands_above_it() -> None:
    front = (
        '---\ntitle: "A *bridge*"\nlang: en\ndate: 2026-03-02T08:00:00Z\nsource: https://a.example/\n---\n'
    )
    taken = take(f"{front}\n# A bridge\n\nIt cost *1,600* euros.\n".encode(), "a.md")
    assert taken.text == "# A bridge\n\nIt cost *1,600* euros.\n"
    assert taken.stated == Stated(
        title="A *bridge*", language="en", published="2026-03-02", url="https://a.example/"
    )
    assert take(b"# A bridge #\n\nWords.\n", "a.md").stated == Stated(title="A bridge")
    assert take(b"---\n\nWords after a rule.\n", "a.md").text.startswith("---")


def test_plain_text_stays_as_it_is() -> None:
    words = "  A bridge\r\n\r\n* It cost\u00a01,600 \u201ceuros\u201d.  Two  spaces\ttoo.\rEnd"
    taken = take(b"\xef\xbb\xbf" + words.encode(), "a.txt")
    assert taken.text == "  A bridge\n\n* It cost\u00a01,600 \u201ceuros\u201d.  Two  spaces\ttoo.\nEnd\n"
    assert (taken.ending, taken.stated, taken.headings) == (".txt", Stated(), ())


LONG = "<p>The bridge cost 1,600 euros, and nobody had thought of that before.</p>"


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", "empty"),
        (b" \n", "a.html", "empty"),
        (b"%PDF-1.7 x", "a.pdf", "a PDF"),
        (b"PK\x03\x04x", "a.docx", "office program"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n", "a.mhtml", "MHTML"),
        (b"a\0b", "a.txt", "NUL"),
        ("Brücke".encode("cp1252"), "a.txt", "line 1 is not written in utf-8"),
        (b"<html><meta charset=utf-8><p>\n\xfc", "a.html", "line 2 is not written in utf-8"),
        (b"<html><meta charset=klingon><p>x", "a.html", "no encoding is called klingon"),
        (b"<html><body><div id=root></div><script>go()</script></body></html>", "a.html", "made by scripts"),
        (b"<html><body><h1>Please sign in</h1></body></html>", "a.html", "behind a login"),
        (b"x" * 8_000_001, "a.txt", "8,000,001 bytes"),
        (b"word " * 70_000, "a.txt", "350,000 characters"),
        (b"<html>" + b"<b>" * 70_000, "a.html", "tags, which no article needs"),
        (b"<html><p " + b"a " * 30_000 + b">", "a.html", "attributes in one tag"),
    ],
)
def test_what_is_no_article_is_refused_with_advice(data: bytes, name: str, said: str) -> None:
    with pytest.raises(Refused, match=re.escape(said)):
        take(data, name)


@pytest.mark.parametrize(
    "flood",
    [
        "<div>" * 20_000,
        "<ul><li>word " * 9_000,
        "<table><tr><td>" * 9_000,
        "<!-- x -->" * 50_000,
        "&amp;" * 9_000,
    ],
    ids=lambda flood: flood[:12],
)
def test_hostile_pages_end(flood: str) -> None:
    try:
        take(f"<html><body>{flood}{LONG * 9}".encode())
    except Refused as refused:
        assert "plain text file" in str(refused)


def test_entities_of_a_document_type_are_not_followed() -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    taken = take(f"{bomb}<html><body><article>{LONG * 5}<p>&b; &f; is what it says in the page.</p>".encode())
    assert "lollol" not in taken.text and "root:" not in taken.text


def test_encoding_may_be_named() -> None:
    taken = take("Die Brücke ist teuer.".encode("cp1252"), "a.txt", encoding="windows-1252")
    assert taken.text == "Die Brücke ist teuer.\n"
