"""The number line, as a reader sees it: marks above their ticks, labels apart, words that need no picture."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
CLAIM = "claims/100-jam/80-to-100-hours/"
CLAIMS = (CLAIM, "claims/100-jam/ninety-percent-of-fortune-500/", "claims/100-jam/600-layoffs-at-meta/")
LABELS = """() => [...document.querySelectorAll('.axis span')].map(label => {
  const box = label.getBoundingClientRect();
  return [box.left, box.right];
})"""
OUTSIDE = """() => [...document.querySelectorAll('.mark circle, .mark path')].filter(mark => {
  const [box, line] = [mark.getBoundingClientRect(), mark.closest('.nl').getBoundingClientRect()];
  return box.left < line.left - 1 || box.right > line.right + 1;
}).length"""
# how far the first end of the claim's mark is from the tick that carries its number
FROM_TICK = """(number) => {
  const middle = (box) => (box.left + box.right) / 2;
  const ticks = [...document.querySelectorAll('.grid line:not(.own)')].map(t => middle(t.getBoundingClientRect()));
  const at = [...document.querySelectorAll('.axis i')].findIndex(i => i.textContent === number);
  return middle(document.querySelector('li.own circle').getBoundingClientRect()) - ticks[at];
}"""


@pytest.mark.parametrize("claim", CLAIMS)
def test_labels_stay_apart_and_marks_on_the_line(page: Page, address: str, claim: str):
    page.goto(address + claim)
    labels = page.evaluate(LABELS)
    assert len(labels) >= 2
    assert all(one[1] < other[0] for one, other in itertools.pairwise(labels))
    assert page.evaluate(OUTSIDE) == 0


def test_a_mark_stands_on_the_tick_of_its_number(page: Page, address: str):
    page.goto(address + CLAIM)
    assert abs(page.evaluate(FROM_TICK, "80")) < 1


def test_the_words_say_it_without_the_picture(plain_page: Page, address: str):
    plain_page.goto(address + CLAIM)
    rows = plain_page.locator(".nl li")
    expect(rows.first).to_contain_text("The claim")
    expect(rows.first).to_contain_text("80–100")
    expect(rows.filter(has_text="Benzinga")).to_contain_text("more than 80")
    assert plain_page.locator(".nl svg:not([aria-hidden=true]):not([aria-hidden=true] svg)").count() == 0


def test_a_source_leads_to_its_evidence(page: Page, address: str):
    page.goto(address + CLAIM)
    page.locator(".nl a", has_text="Benzinga").click()
    expect(page.locator(".ev li:target")).to_contain_text("more than 80 hours per week")
    expect(page.locator(".ev li:target")).to_be_in_viewport()
