"""Notes never stand in each other's way, nor on the article, nor off the page: in three engines."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.site_checks import webkit
from tests.site_checks.conftest import HERE, Site

SCRIPT = HERE / "notes.js"
BODY = "const WIDE = innerWidth >= 1056;\n" + SCRIPT.read_text(encoding="utf-8")
WIDTHS = (1280, 390)
# MiniBrowser's window cannot be made as narrow as a phone.
WEBKIT_WIDTHS = (1280, 600)
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")


def sound(site: Site, results: list[dict[str, Any]]) -> None:
    told = [
        f"/{a} {line}" for a, result in zip(site.articles(), results, strict=True) for line in result["told"]
    ]
    assert not told, "\n".join(told)
    assert max(result["notes"] for result in results) >= 28


def served(site: Site) -> list[str]:
    return [site.served + address for address in site.articles()]


@pytest.mark.parametrize("width", WIDTHS)
def test_chromium(site: Site, chromium: Browser, width: int):
    results = []
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for address in served(site):
            page.goto(address)
            results.append(page.evaluate("() => {" + BODY + "}"))
    sound(site, results)


@pytest.mark.parametrize("width", WIDTHS)
def test_firefox(site: Site, width: int):
    assert FIREFOX, "no Firefox: run `make site-tools`"
    command = ["node", str(HERE / "firefox.mjs"), FIREFOX, str(width), str(SCRIPT), *served(site)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    sound(site, [json.loads(line) for line in done.stdout.splitlines()])


@pytest.mark.parametrize("width", WEBKIT_WIDTHS)
def test_webkit(site: Site, width: int):
    assert webkit.browser(), "no WebKitGTK: run `make site-tools`"
    with webkit.session(_free_port(), width) as session:
        sound(site, [session.run(address, BODY) for address in served(site)])


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def test_the_script_would_notice(hard: Site, chromium: Browser):
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(hard.served + "articles/dense/")
        page.evaluate(
            """() => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(".note { clear: none !important; margin-block-start: -3rem !important }");
              document.adoptedStyleSheets = [sheet];
            }"""
        )
        assert page.evaluate("() => {" + BODY + "}")["told"]
