"""Notes in the margin and in the sheet: by pointer, by keyboard, with and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import claim_files

pytestmark = pytest.mark.browser
ARTICLE = "articles/100-jam/"
SLUG = "600-layoffs-at-meta"
CLAIMS = len(claim_files())

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('.note')].map(n => n.getBoundingClientRect())
    .filter(b => b.height > 0).sort((a, b) => a.top - b.top);
  return boxes.filter((b, i) => i && boxes[i - 1].bottom > b.top + .5).length;
}"""


def test_an_opened_note_pushes_the_others_down(chromium_wide: Page, address: str):
    chromium_wide.goto(address + ARTICLE)
    note = chromium_wide.locator(f'[id="note-{SLUG}"]')
    closed = note.bounding_box()
    chromium_wide.locator(f'[id="{SLUG}"] a').first.click()
    expect(note.locator(".nt")).to_be_visible()
    opened = note.bounding_box()
    assert closed and opened and opened["height"] > closed["height"]
    assert chromium_wide.evaluate(OVERLAPS) == 0
    note.locator("a.close").click()
    expect(note.locator(".nt")).to_be_hidden()


def test_a_note_in_the_margin_is_level_with_its_sentence_or_just_below_the_note_before(
    chromium_wide: Page, address: str
):
    chromium_wide.goto(address + ARTICLE)
    gaps = chromium_wide.evaluate(
        """() => {
          const notes = [...document.querySelectorAll('.note')];
          return notes.map((note, i) => {
            const lines = document.getElementById(note.id.slice(5)).getClientRects();
            const top = note.getBoundingClientRect().top;
            const level = top - lines[lines.length - 1].bottom;
            const below = i ? top - notes[i - 1].getBoundingClientRect().bottom : Infinity;
            return Math.min(Math.max(level, 0), below);
          });
        }"""
    )
    assert len(gaps) == CLAIMS
    assert max(gaps) < 24


def test_the_sheet_goes_on_to_the_next_sentence(chromium_phone: Page, address: str):
    chromium_phone.goto(address + ARTICLE)
    first, second = (chromium_phone.locator(".note").nth(n) for n in (0, 1))
    chromium_phone.locator(".cl a").first.click()
    expect(first).to_be_visible()
    first.get_by_role("link", name="Next").click()
    expect(first).to_be_hidden()
    expect(second).to_be_visible()
    slug = (second.get_attribute("id") or "").removeprefix("note-")
    expect(chromium_phone.locator(f'[id="{slug}"]')).to_be_in_viewport()


def test_the_sentence_stays_in_sight_above_the_sheet(chromium_phone: Page, address: str):
    chromium_phone.goto(address + ARTICLE)
    chromium_phone.locator(f'[id="{SLUG}"] a').first.click()
    sheet = chromium_phone.locator(f'[id="note-{SLUG}"]')
    expect(sheet).to_be_visible()
    chromium_phone.wait_for_function(
        "slug => document.getElementById(slug).getBoundingClientRect().bottom"
        " <= document.getElementById('note-' + slug).getBoundingClientRect().top",
        arg=SLUG,
    )


def test_j_and_k_walk_through_the_sentences_only_inside_the_article(page: Page, address: str):
    page.goto(address + ARTICLE)
    page.locator("a.brand").focus()
    page.keyboard.press("j")
    expect(page.locator("a.brand")).to_be_focused()
    links = [page.locator(f'.prose a[href="#{note.get_attribute("id")}"]').first for note in _notes(page)[:2]]
    links[0].focus()
    page.keyboard.press("j")
    expect(links[1]).to_be_focused()
    page.keyboard.press("k")
    expect(links[0]).to_be_focused()


def _notes(page: Page) -> list:
    return page.locator(".note").all()


def test_printed_notes_stand_below_their_sentences(chromium_wide: Page, address: str):
    chromium_wide.emulate_media(media="print")
    chromium_wide.goto(address + ARTICLE)
    notes = chromium_wide.locator(".note")
    assert all(note.is_visible() for note in notes.all())
    assert chromium_wide.evaluate(OVERLAPS) == 0
    assert chromium_wide.evaluate(
        """() => [...document.querySelectorAll('.note')].every(note => {
          const lines = document.getElementById(note.id.slice(5)).getClientRects();
          return note.getBoundingClientRect().top >= lines[lines.length - 1].bottom - 1;
        })"""
    )
