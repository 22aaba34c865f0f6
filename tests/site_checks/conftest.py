"""Two finished sites over HTTP, and the system's own Chromium; run by `make check-site`, not by `make test`."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.conftest import run
from tests.site_checks import newsroom

HERE = Path(__file__).parent
TOOLS = HERE / "node_modules"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Site(NamedTuple):
    """A finished site: its folder, where it is served, and the address that it was built for."""

    folder: Path
    served: str
    address: str

    def addresses(self) -> list[str]:
        """Return the address of every page that a reader can stay on, relative to the site's root."""
        stays = (
            path for path in self.folder.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes()
        )
        return sorted(path.relative_to(self.folder).as_posix().removesuffix("index.html") for path in stays)

    def articles(self) -> list[str]:
        """Return the address of every article's page."""
        return [
            address
            for address in self.addresses()
            if address.startswith("articles/") and address.count("/") == 2
        ]


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    below = "/"

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.below))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path, address: str) -> Iterator[Site]:
    """Serve a site that was built for ``address``, below the same path."""
    below = urlsplit(address).path
    handler = type("Handler", (_Handler,), {"below": below})
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}{below}", address)
    server.shutdown()


@pytest.fixture(scope="session")
def real(real_site: Path) -> Iterator[Site]:
    with serve(real_site, "https://example.org/") as site:
        yield site


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a newsroom that is hard on its pages, below a folder of its address."""
    home = newsroom.make(tmp_path_factory.mktemp("hard"))
    built = run("mkdocs", "build", "--quiet", "--strict", cwd=home)
    assert built.returncode == 0, built.stdout + built.stderr
    with serve(home / "site", newsroom.ADDRESS) as site:
        yield site


@pytest.fixture(scope="session", params=["real", "hard"])
def site(request: pytest.FixtureRequest) -> Site:
    made: Site = request.getfixturevalue(request.param)
    return made


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    assert CHROMIUM, "no Chromium: run `make browser`"
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield browser
    browser.close()
