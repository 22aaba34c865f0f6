"""The real site over HTTP, and pages of the system's own Chromium."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(real_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["wide", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    width, height = request.param
    yield from _open(chromium.new_context(viewport={"width": width, "height": height}))


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A phone without JavaScript."""
    yield from _open(chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False))


@pytest.fixture
def chromium_phone(chromium: Browser) -> Iterator[Page]:
    yield from _open(chromium.new_context(viewport={"width": 390, "height": 844}))


@pytest.fixture
def chromium_wide(chromium: Browser) -> Iterator[Page]:
    yield from _open(chromium.new_context(viewport={"width": 1280, "height": 900}))


def _open(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == [], "the console is not silent"
