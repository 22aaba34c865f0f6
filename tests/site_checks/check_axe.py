"""axe finds no violation, and nothing that it cannot judge, on each kind of page, in both widths and schemes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site_checks.conftest import TOOLS, Site

AXE = (TOOLS / "axe-core/axe.min.js").read_text(encoding="utf-8")
# A cell that holds one digit is text: its contrast is judged like any other.
SHORT = """() => {
  const options = {...axe._audit.checks["color-contrast"].options, ignoreLength: true};
  axe.configure({checks: [{id: "color-contrast", options}]});
}"""
RUN = "() => axe.run(document, {resultTypes: ['violations', 'incomplete']})"
_MANY = re.compile(r"(?:[a-z]{2,3}/)?(?:claims|rules)/(?=.)")
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")


def judge(page: Page) -> list[str]:
    """Return what axe says against a page, one line for each element."""
    # In the frame's own world: the site's policy forbids scripts of others, and stays in force.
    page.evaluate(AXE)
    page.evaluate(SHORT)
    result: dict[str, Any] = page.evaluate(RUN)
    return [
        f"{page.url} {kind} {rule['id']}: {node['html'][:160]} {_why(node)}"
        for kind in ("violations", "incomplete")
        for rule in result[kind]
        for node in rule["nodes"]
    ]


def _why(node: dict[str, Any]) -> str:
    return "; ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_pages(chromium: Browser, site: Site, size: str, scheme: str):
    said = []
    width, height = SIZES[size]
    with chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        for address in kinds(site):
            page.goto(site.served + address)
            said += judge(page)
    assert not said, "\n".join(said)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_open_notes(chromium: Browser, site: Site, size: str, scheme: str):
    said = []
    width, height = SIZES[size]
    with chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        for address in site.articles():
            page.goto(site.served + address)
            for mark in page.locator(".cl").all()[:8:3]:
                mark.locator("a").first.click()
                said += judge(page)
                page.keyboard.press("Escape")
    assert not said, "\n".join(said)


def kinds(site: Site) -> list[str]:
    """Return pages of every kind: all of a site but the claims and rules, and, by language, three of each of those."""
    every = site.addresses()
    many: dict[str, list[str]] = {}
    for address in every:
        if found := _MANY.match(address):
            many.setdefault(found[0], []).append(address)
    few = {address for these in many.values() for address in these[:6:2]}
    return [address for address in every if address in few or not _MANY.match(address)]
