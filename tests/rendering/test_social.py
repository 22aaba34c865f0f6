"""Social cards: what stands on them, what pages say of them, and what becomes of letters that the fonts lack."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import drawing, rendering
from site_builder.folders import own_templates
from site_builder.model.finding import Report
from site_builder.rendering.assets import load_fonts
from site_builder.rendering.lettering import Lettering
from tests.conftest import ROOT
from tests.printing import listed, printed
from tests.rendering.desk import article, on, project

URL = "https://desk.example/"
OURS = [own_templates()]
PIECE = article("They work 80 to 100 hours a week. It is so.")


def drawn(claim: str, templates: list[Path] | None = None, **newsroom: str) -> dict[str, rendering.Drawing]:
    """Return the cards of a newsroom with one claim, by path."""
    case = on(PIECE, "work", "They work 80 to 100 hours a week.", claim=claim)
    made = project(PIECE, cases=[case], site_url=URL, **newsroom)
    folders = templates or OURS
    site = rendering.make_site(made.settings, templates=folders)
    has_card = rendering.make_renderer(folders, site).has_card
    catalogue = listed(made, [case], has_card)
    return {each.path: each for each in rendering.drawings(catalogue, site, folders)}


def words(svg: str) -> list[str]:
    return [
        "".join(text.itertext())
        for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    ]


CARD = "claims/piece/work/social.png"


@pytest.mark.parametrize(
    "claim",
    [
        "They work 80 to 100 hours a week.",
        "Họ làm việc 80 đến 100 giờ mỗi tuần, môi trường được ví như “thời chiến”.",
        "Mereka bekerja 80 hingga 100 jam seminggu – itu ‘masa perang’.",
        "Ho\u031b\u0323 đã được giữ lại.",
    ],
)
def test_a_card_shows_the_claim_in_lines_and_its_verdict(claim: str):
    cards = drawn(claim)
    assert list(cards) == ["social.png", "articles/piece/social.png", CARD]
    said = words(cards[CARD].svg)
    assert said[0] == "Right"
    assert said[-2:] == ["Checked on 31 January 2026", "The Desk"]
    assert " ".join(said[1:-2]) == unicodedata.normalize("NFC", claim)
    assert not cards[CARD].wordless


def test_colours_are_those_of_the_pages():
    css = (own_templates() / "assets/site.css").read_text(encoding="utf-8")
    svg = (own_templates() / "social.svg").read_text(encoding="utf-8")
    there = re.findall(r"\.v-(\w+) \{ --v: light-dark\((#\w+), #\w+\); --t: light-dark\((#\w+),", css)
    assert len(there) == 6
    assert re.findall(r'"(\w+)": \("(#\w+)", "(#\w+)"\)', svg) == there


@pytest.mark.parametrize(
    "claim", ["يعملون مئة ساعة في الأسبوع", "Они работают 100 часов", "They work 百 hours"]
)
def test_letters_that_the_font_lacks_are_left_out_and_told(claim: str):
    card = drawn(claim)[CARD]
    assert card.wordless
    assert words(card.svg) == ["Right", "Checked on 31 January 2026", "The Desk"]


def test_what_cannot_be_set_at_all_gets_no_card_and_no_page_speaks_of_one():
    case = on(PIECE, "work", "They work 80 to 100 hours a week.")
    made = project(PIECE, cases=[case], site_url=URL, site_name="Мы проверяем")
    site = rendering.make_site(made.settings)
    pages = {page.path: page.content for page in printed(made, [case], Report(), site, OURS)}
    front = pages["index.html"]
    assert isinstance(front, str)
    assert "og:image" not in front
    assert 'content="https://desk.example/claims/piece/work/social.png"' in str(
        pages["claims/piece/work/index.html"]
    )


def alphabet(letters: str, *, named: bool = True) -> bytes:
    """Make a font of squares for the given letters."""
    names = {ord(letter): f"u{ord(letter):04x}" for letter in letters}
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", *names.values()])
    made.setupCharacterMap(names)
    pen = TTGlyphPen(None)
    for point in ((0, 0), (0, 500), (500, 500), (500, 0)):
        (pen.lineTo if pen.points else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    made.setupGlyf(dict.fromkeys([".notdef", *names.values()], square))
    made.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (600, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable(
        {"familyName": "Squares", "styleName": "Regular", "psName": "Squares"} if named else {}
    )
    made.setupOS2(sTypoAscender=800, usWeightClass=400)
    made.setupPost()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_newsrooms_own_font_gives_the_letters_that_ours_lacks(tmp_path: Path):
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/squares.ttf").write_bytes(alphabet("أبتثج "))
    card = drawn("أبتثج أبتثج", [tmp_path, *OURS])[CARD]
    assert not card.wordless
    assert words(card.svg)[1] == "أبتثج أبتثج"
    assert ElementTree.fromstring(card.svg).get("font-family") == "'Literata', 'Squares'"
    easel = drawing.Easel(load_fonts([tmp_path, *OURS]), rendering.CARD_SIZE)
    alone = drawing.Easel(load_fonts(OURS), rendering.CARD_SIZE)
    assert easel.draw(card.svg) != alone.draw(card.svg)


def test_what_is_no_font_is_named(tmp_path: Path):
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/oops.ttf").write_bytes(b"no font at all")
    with pytest.raises(OSError, match=r"oops\.ttf in the templates' folder `cards`"):
        drawn("Any.", [tmp_path, *OURS])


def test_a_font_without_a_name_would_draw_nothing_and_is_refused(tmp_path: Path):
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/squares.ttf").write_bytes(alphabet("ab", named=False))
    with pytest.raises(OSError, match=r"squares\.ttf"):
        drawn("Any.", [tmp_path, *OURS])


@pytest.mark.parametrize("newsroom", [{"social_cards": False}, {"site_url": ""}])
def test_no_cards_where_nobody_wants_or_could_reach_them(newsroom: dict[str, str]):
    made = project(PIECE, **{"site_url": URL, **newsroom})
    assert list(rendering.drawings(listed(made, []), rendering.make_site(made.settings), OURS)) == []


def test_a_preview_draws_none():
    made = project(PIECE, site_url=URL)
    assert not rendering.make_site(made.settings, preview=True).social_cards


def test_pages_feeds_and_reviews_name_the_card():
    case = on(PIECE, "work", "They work 80 to 100 hours a week.")
    made = project(PIECE, cases=[case], site_url=URL)
    site = rendering.make_site(made.settings)
    pages = {page.path: page.content for page in printed(made, [case], Report(), site, OURS)}
    page = str(pages["claims/piece/work/index.html"])
    meta = dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', page))
    assert meta == {
        "og:image": URL + CARD,
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "The claim work. · Right",
        "twitter:card": "summary_large_image",
    }
    assert json.loads(page.split('ld+json">')[1].split("</script>", maxsplit=1)[0])["image"] == URL + CARD
    assert json.loads(str(pages["feed.json"]))["items"][0]["image"] == URL + CARD
    assert f'content="{URL}social.png"' in str(pages["claims/index.html"])
    assert f'content="{URL}articles/piece/social.png"' in str(pages["articles/piece/index.html"])


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30).filter(str.strip))
def test_no_words_make_a_broken_drawing(text: str):
    for card in drawn(text, site_name=f"Desk {text}").values():
        assert drawing.Easel({}, (12, 6)).draw(card.svg)


LETTERING = Lettering(load_fonts(OURS))


@given(st.text(st.sampled_from("abc ĐđẾ–wW1234567890"), max_size=600))
def test_lines_fit_whatever_the_words(text: str):
    fitted = LETTERING.fit(text, (68, 50, 36), 1056, 290, leading=1.24)
    assert all(LETTERING.width(line, fitted.size, 600) <= 1056 for line in fitted.lines)
    assert len(fitted.lines) * fitted.size * 1.24 <= 290
    kept = "".join(fitted.lines).replace(" ", "")
    wanted = "".join(text.split())
    assert wanted.startswith(kept.removesuffix("…").rstrip("–")) if fitted.cut else kept == wanted


def test_the_font_has_every_letter_of_the_real_claims():
    for path in (ROOT / "claims").rglob("*.yaml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("claim:"):
                assert LETTERING.can_set(line), path
