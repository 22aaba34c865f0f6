"""A reader changes the language and stays on the page; what is not told in it says so."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import _Handler
from tests.rendering import abroad

pytestmark = pytest.mark.browser
PATHS = ["", "claims/100-jam/600-layoffs-at-meta/", "articles/100-jam/", "topics/pay/", "search/", "data/"]


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the Arabic site at the root of a server."""
    folder = tmp_path_factory.mktemp("arabic")
    data = abroad.arabic()
    data["settings"]["site_url"] = "http://localhost/"
    for path, content in abroad.files(data).items():
        file: Path = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.parametrize("path", PATHS)
def test_the_switch_keeps_the_page_there_and_back(plain_page: Page, address: str, path: str) -> None:
    plain_page.goto(address + path)
    plain_page.get_by_role("link", name="Bahasa Indonesia", exact=True).click()
    expect(plain_page).to_have_url(f"{address}id/{path}")
    expect(plain_page.locator("html")).to_have_attribute("lang", "id")
    plain_page.get_by_role("link", name="English", exact=True).click()
    expect(plain_page).to_have_url(address + path)


def test_search_in_indonesian_finds_and_leads_to_indonesian_pages(page: Page, address: str) -> None:
    page.goto(f"{address}id/search/?q=gaji")
    link = page.locator("#_found .rows a").first
    expect(link).to_be_visible()
    expect(page.locator("#_said")).to_contain_text("klaim")
    link.click()
    expect(page).to_have_url(f"{address}id/claims/{page.url.rpartition('/id/claims/')[2]}")


def test_a_page_of_the_newsroom_is_linked_in_the_language_that_has_it(page: Page, address: str) -> None:
    page.goto(f"{address}id/")
    page.get_by_role("link", name="Metodologi").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(address) and page.url.endswith("methodology/")


def test_right_to_left(page: Page, arabic: str) -> None:
    """Marks, pins and notes stand where the article runs to; nothing is wider than the window."""
    page.goto(f"{arabic}articles/bridge/")
    wide = page.viewport_size and page.viewport_size["width"] > 1000
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#cost a").first.click()
    note = page.locator("#note-cost")
    expect(note).to_be_visible()
    text, beside, pin = (
        page.locator(each).first.bounding_box() for each in (".prose p", "#note-cost", "#cost .pin > span")
    )
    mark = page.locator("#cost a > span").first.bounding_box()
    assert text and beside and pin and mark
    if wide:
        assert beside["x"] + beside["width"] <= text["x"], "the note is on the end side"
    assert pin["x"] < mark["x"] + mark["width"] / 2, "the pin stands after the words"
    page.goto(f"{arabic}en/claims/bridge/cost/")
    conclusion = page.locator(".verdict p span[lang=ar]").first
    expect(conclusion).to_have_attribute("dir", "rtl")
    expect(page.locator(".verdict .un")).to_have_text(["not translated yet"])
