"""Other ways to a sentence than a click: the keyboard, a link from elsewhere, paper."""

from __future__ import annotations

import io
import unicodedata

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser
ARTICLE = "articles/100-jam/"
SLUG = "five-to-six-days"
CLAIM = f"claims/100-jam/{SLUG}/"
REACHED = "() => document.activeElement.closest('.prose') ? document.activeElement.hash : ''"


def test_tab_reaches_every_sentence_in_its_order(chromium_phone: Page, address: str):
    chromium_phone.goto(address + ARTICLE)
    expected = [f"#{note.get_attribute('id')}" for note in chromium_phone.locator(".note").all()]
    chromium_phone.locator(".prose a").first.focus()
    reached = [chromium_phone.evaluate(REACHED)]
    while len(dict.fromkeys(reached)) < len(expected) and len(reached) < 4 * len(expected):
        chromium_phone.keyboard.press("Tab")
        reached.append(chromium_phone.evaluate(REACHED))
    assert list(dict.fromkeys(reached)) == expected


def test_the_first_tab_offers_to_skip_to_the_content(page: Page, address: str):
    page.goto(address + ARTICLE)
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{ARTICLE}#_content")


def test_a_link_from_elsewhere_leads_to_the_sentence(page: Page, address: str):
    page.goto(f"{address}{ARTICLE}#{SLUG}")
    mark = page.locator(f'[id="{SLUG}"]')
    expect(mark).to_be_in_viewport()
    assert page.evaluate("() => document.querySelector('.cl:target').id") == SLUG


def test_a_link_to_a_note_opens_it_without_a_script(plain_page: Page, address: str):
    plain_page.goto(f"{address}{ARTICLE}#note-{SLUG}")
    expect(plain_page.locator(f'[id="note-{SLUG}"]')).to_be_visible()


def printed(page: Page) -> str:
    read = PdfReader(io.BytesIO(page.pdf(format="A4")))
    # ligatures are letters again
    return unicodedata.normalize("NFKC", "".join(sheet.extract_text() for sheet in read.pages)).replace(
        " ", ""
    )


def test_an_article_on_paper_has_each_note_with_its_verdict(chromium_wide: Page, address: str):
    chromium_wide.goto(address + ARTICLE)
    words = [
        [" ".join(note.locator(part).inner_text().split()) for part in (".chip", ".nc")]
        for note in chromium_wide.locator(".note").all()
    ]
    paper = printed(chromium_wide)
    flat = "".join(paper.split())
    missing = [claim for chip, claim in words if (chip + claim).replace(" ", "") not in flat]
    assert len(words) > 20
    assert not missing


def test_a_claim_on_paper_has_the_addresses_of_its_sources_and_its_number_line(
    chromium_wide: Page, address: str
):
    chromium_wide.goto(f"{address}claims/100-jam/80-to-100-hours/")
    paper = printed(chromium_wide)
    assert "https://benzinga.com/z/47097133" in paper
    assert "morethan80" in paper
