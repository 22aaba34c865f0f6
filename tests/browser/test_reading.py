"""A reader opens the article, follows a claim to its page, and goes back to its sentence."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
ARTICLE = "articles/100-jam/"
SLUG = "600-layoffs-at-meta"
QUOTE = "Meskipun Meta baru saja memberhentikan 600 karyawan"


def test_from_the_front_page_to_a_sentence_to_its_evidence_and_back(page: Page, address: str):
    page.goto(address)
    page.locator(f'a[href*="{ARTICLE}"]').first.click()
    mark = page.locator(f'[id="{SLUG}"]')
    expect(mark).to_contain_text(QUOTE)
    mark.locator("a").first.click()
    note = page.locator(f'[id="note-{SLUG}"]')
    expect(note).to_be_visible()
    note.locator(f'a[href*="claims/100-jam/{SLUG}/"]').first.click()
    expect(page.locator("h1")).to_contain_text("600")
    page.locator(f'a[href$="{ARTICLE}#{SLUG}"]').first.click()
    expect(page).to_have_url(f"{address}{ARTICLE}#{SLUG}")
    expect(page.locator(f'[id="{SLUG}"]')).to_be_in_viewport()


def test_without_javascript_a_note_opens_and_closes(plain_page: Page, address: str):
    plain_page.goto(address + ARTICLE)
    note = plain_page.locator(f'[id="note-{SLUG}"]')
    expect(note).to_be_hidden()
    plain_page.locator(f'[id="{SLUG}"] a').first.click()
    expect(note).to_be_visible()
    note.locator("a.close").click()
    expect(note).to_be_hidden()


def test_escape_closes_the_sheet_and_focus_returns(chromium_phone: Page, address: str):
    chromium_phone.goto(address + ARTICLE)
    link = chromium_phone.locator(f'[id="{SLUG}"] a').first
    link.focus()
    chromium_phone.keyboard.press("Enter")
    note = chromium_phone.locator(f'[id="note-{SLUG}"]')
    expect(note).to_be_visible()
    chromium_phone.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(link).to_be_focused()


def test_no_page_scrolls_sideways(page: Page, address: str):
    for path in (
        "",
        ARTICLE,
        f"claims/100-jam/{SLUG}/",
        "claims/",
        "verdicts/",
        "rules/",
        "methodology/",
        "404.html",
    ):
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"/{path} is {wide} px too wide"


def test_notes_in_the_margin_do_not_overlap(chromium_wide: Page, address: str):
    chromium_wide.goto(address + ARTICLE)
    overlaps = chromium_wide.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll('.note')].map(n => n.getBoundingClientRect())
            .filter(b => b.height > 0).sort((a, b) => a.top - b.top);
          const overlaps = boxes.filter((b, i) => i && boxes[i - 1].bottom > b.top + .5).length;
          return {hidden: document.querySelectorAll('.note').length - boxes.length, overlaps};
        }"""
    )
    assert overlaps == {"hidden": 0, "overlaps": 0}
