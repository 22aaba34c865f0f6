"""What a visit costs, what the browser says, and that every way leads somewhere."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.site import site_reader
from tests.site_checks.conftest import Site

KB = 1000
# First visit, compressed, in bytes: the whole, and each part; then the requests.
WHOLE = {"article": 60 * KB, "claim": 50 * KB, "list": 60 * KB}
PARTS = {"document": 15 * KB, "stylesheet": 8 * KB, "script": 3 * KB, "font": 45 * KB}
REQUESTS = 8
PACKED = {".woff2", ".png", ".webp"}


def kind(address: str) -> str:
    """Return the kind of a page by its address below the site's root."""
    if re.fullmatch(r"articles/[^/]+/", address):
        return "article"
    return "claim" if re.fullmatch(r"claims/[^/]+/[^/]+/", address) else "list"


def weight(file: Path) -> int:
    data = file.read_bytes()
    return len(data) if file.suffix in PACKED else len(gzip.compress(data, mtime=0))


def file_of(site: Site, url: str) -> Path:
    path = url.removeprefix(site.served).partition("?")[0].partition("#")[0]
    return site.folder / (path + "index.html" if not path or path.endswith("/") else path)


class Visit(NamedTuple):
    """What a first visit of a page asks for, and what the browser says meanwhile."""

    requests: list[Request]
    said: list[str]


def visit(page: Page, address: str) -> Visit:
    made = Visit([], [])
    page.on("request", lambda request: made.requests.append(request))  # noqa: PLW0108 (Playwright marks it)
    page.on("pageerror", lambda error: made.said.append(f"{address} {error}"))
    page.on("console", lambda message: made.said.append(f"{address} {message.text}"))
    page.on("response", lambda r: made.said.append(f"{r.url} {r.status}") if r.status >= 400 else None)
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.close()
    return made


@pytest.fixture(scope="module")
def visits(site: Site, chromium: Browser) -> dict[str, Visit]:
    """Visit every page, each in a tab of its own; what comes from the cache counts as asked for."""
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        return {address: visit(context.new_page(), site.served + address) for address in site.addresses()}


def test_no_page_asks_for_much(site: Site, visits: dict[str, Visit]):
    heavy = []
    for address, made in visits.items():
        sizes = [(r.resource_type, weight(file_of(site, r.url))) for r in made.requests]
        whole = sum(size for _, size in sizes)
        if whole > WHOLE[kind(address)] or len(made.requests) > REQUESTS:
            heavy.append(f"/{address}: {whole} bytes, {len(made.requests)} requests")
        for part, bar in PARTS.items():
            size = sum(size for name, size in sizes if name == part)
            if size > bar:
                heavy.append(f"/{address}: {size} bytes of {part}")
    assert not heavy, "\n".join(heavy)


def test_nothing_comes_from_third_parties(site: Site, visits: dict[str, Visit]):
    assert {r.url.startswith(site.served) for made in visits.values() for r in made.requests} == {True}


def test_the_browser_has_nothing_to_complain_of(visits: dict[str, Visit]):
    """Every page, under the policy that it ships."""
    said = [line for made in visits.values() for line in made.said]
    assert not said, "\n".join(said)


def test_the_browser_would_complain(site: Site, chromium: Browser):
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(site.served + "articles/")
        with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
            page.evaluate("document.body.setAttribute('style', 'color: red')")


def test_without_javascript_every_note_opens_and_closes(site: Site, chromium: Browser):
    with chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False) as context:
        page = context.new_page()
        for address in site.articles():
            page.goto(site.served + address)
            for note in page.locator(".note").all():
                name = note.get_attribute("id")
                page.locator(f'.prose .cl a[href="#{name}"]').first.click()
                assert note.is_visible(), f"/{address}#{name} stays shut"
                note.locator("a.close").click()
                assert not note.is_visible(), f"/{address}#{name} stays open"


def test_every_link_leads_somewhere(site: Site):
    assert list(site_reader.dead_links(site.folder, site.address)) == []


def test_every_article_is_the_text_that_was_given(site: Site):
    for address in site.articles():
        folder = site.folder / address
        assert site_reader.article_text(folder / "index.html") == (folder / "text.txt").read_bytes().decode()
