"""A reader looks for words and filters, with a script and without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

pytestmark = pytest.mark.browser
BROWSED = "#_lists"
ROWS = "#_found li"


def look_for(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    # the first search loads programs and indexes
    expect(page.locator("#_said")).not_to_be_empty(timeout=15_000)


def named(request: Request) -> str:
    """Return the name of the file that is asked for."""
    return request.url.rpartition("/")[2].partition("?")[0]


def open_filters(page: Page) -> None:
    page.locator("summary").click()
    expect(page.locator("#_verdict option")).not_to_have_count(1)


def test_indonesian_words_are_found_by_their_stem(page: Page, address: str):
    page.goto(f"{address}search/")
    expect(page.locator(BROWSED)).to_be_visible()
    look_for(page, "pekerjaan")
    expect(page.locator(BROWSED)).to_be_hidden()
    eighty = page.locator(ROWS, has=page.locator('a[href$="claims/100-jam/80-to-100-hours/"]'))
    # the stem, in the words of the article or in ours: what is shown of a claim is the engine's choice
    expect(eighty.locator(".excerpt mark").first).to_have_text(re.compile("kerja"))
    expect(page.locator(".excerpt mark", has_text="bekerja").first).to_be_visible()
    expect(eighty.locator(".excerpt")).to_have_attribute("lang", "id")
    page.get_by_role("searchbox").fill("")
    expect(page.locator(BROWSED)).to_be_visible()
    expect(page.locator("#_found")).to_be_hidden()


def test_vietnamese_is_found_without_its_marks(chromium_phone: Page, address: str):
    chromium_phone.goto(f"{address}search/")
    look_for(chromium_phone, "ty phu")
    shown = chromium_phone.locator(f'{ROWS} a[href$="billionaires-without-time/"]')
    expect(shown.locator(".excerpt")).to_contain_text("tỷ phú")


def test_a_language_that_lacks_the_word_finds_nothing_like_it(chromium_wide: Page, address: str):
    chromium_wide.goto(f"{address}search/")
    look_for(chromium_wide, "layoffs")
    expect(chromium_wide.locator("#_said")).to_have_text("1 claim")
    expect(chromium_wide.locator(f"{ROWS} a")).to_have_attribute("href", re.compile("600-layoffs-at-meta/$"))


def test_nothing_found_is_said(chromium_wide: Page, address: str):
    chromium_wide.goto(f"{address}search/")
    look_for(chromium_wide, "zzyzx")
    expect(chromium_wide.locator("#_said")).to_have_text("No claim has been found.")
    expect(chromium_wide.locator("#_said")).to_have_attribute("role", "status")


def test_filters_narrow_and_the_address_keeps_them(page: Page, address: str, real_site: Path):
    page.goto(f"{address}search/")
    open_filters(page)
    page.get_by_label("Verdict", exact=True).select_option("mistranslated")
    listed = (
        (real_site / "verdicts/mistranslated/index.html").read_text(encoding="utf-8").count('class="what"')
    )
    expect(page.locator(ROWS)).to_have_count(listed)
    expect(page.locator("#_said")).to_have_text(f"{listed} claims")
    for row in page.locator(ROWS).all():
        expect(row.locator(".chip")).to_have_text("Mistranslated")
    choice = page.locator("#_claimant option:enabled").nth(1)
    left = int(re.findall(r"\d+", choice.text_content() or "")[-1])
    assert 0 < left < listed
    page.get_by_label("Claimant", exact=True).select_option(choice.get_attribute("value"))
    expect(page.locator(ROWS)).to_have_count(left)
    page.reload()
    expect(page.locator(ROWS)).to_have_count(left)
    expect(page.get_by_label("Verdict", exact=True)).to_have_value("mistranslated")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(BROWSED)).to_be_visible()


def test_a_choice_tells_how_many_claims_it_leaves(chromium_wide: Page, address: str):
    chromium_wide.goto(f"{address}search/")
    open_filters(chromium_wide)
    option = chromium_wide.locator('#_verdict option[value="unverifiable"]')
    expect(option).to_have_text(re.compile(r"\(\d+\)$"))
    number = re.findall(r"\d+", option.text_content() or "")[0]
    chromium_wide.get_by_label("Verdict", exact=True).select_option("unverifiable")
    expect(chromium_wide.locator(ROWS)).to_have_count(int(number))


def test_more_results_come_when_asked_for_and_focus_goes_to_the_first(chromium_wide: Page, address: str):
    chromium_wide.goto(f"{address}search/?language=id")
    expect(chromium_wide.locator(ROWS)).to_have_count(20)
    chromium_wide.get_by_role("button", name="Show more").press("Enter")
    expect(chromium_wide.locator(ROWS)).not_to_have_count(20)
    expect(chromium_wide.locator(f"{ROWS}:nth-child(21) a")).to_be_focused()


def test_nothing_is_loaded_before_it_is_needed(chromium_wide: Page, address: str):
    asked: list[str] = []
    chromium_wide.on("request", lambda request: asked.append(request.url))
    chromium_wide.goto(f"{address}search/", wait_until="networkidle")
    assert not [url for url in asked if ".json" in url or "pagefind" in url]


def test_words_need_no_filters_and_only_the_rows_that_are_shown(chromium_wide: Page, address: str):
    asked: list[str] = []
    chromium_wide.on("request", lambda request: asked.append(named(request)))
    chromium_wide.goto(f"{address}search/")
    look_for(chromium_wide, "layoffs")
    expect(chromium_wide.locator(ROWS)).to_have_count(1)
    assert "filters.json" not in asked
    assert len([name for name in asked if name.startswith("rows-")]) == 1
    open_filters(chromium_wide)
    assert "filters.json" in asked


def test_without_a_script_the_lists_lead_to_claims(plain_page: Page, address: str):
    plain_page.goto(f"{address}search/")
    expect(plain_page.get_by_role("searchbox")).to_have_count(0)
    plain_page.locator(f"{BROWSED} a", has_text="Josh Batson").click()
    expect(plain_page.locator("h1")).to_have_text("Josh Batson")
    plain_page.locator(".rows a").first.click()
    expect(plain_page.locator("dd a", has_text="Josh Batson")).to_be_visible()
