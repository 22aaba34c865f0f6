"""`mkdocs serve`: the preview follows claims, articles and templates, and survives a broken claim."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CLAIM = "claims/100-jam/600-layoffs-at-meta.yaml"
PAGE = "claims/100-jam/600-layoffs-at-meta/"


class Preview:
    """A running preview of a newsroom."""

    def __init__(self, home: Path, port: int) -> None:
        self.home = home
        self.address = f"http://127.0.0.1:{port}/"

    def read(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def wait(self, path: str, shows: Callable[[str], bool]) -> None:
        end = time.monotonic() + 180
        while time.monotonic() < end:
            if shows(self.read(path)):
                return
            time.sleep(0.1)
        pytest.fail(f"/{path} never showed it")


@pytest.fixture
def preview(real_newsroom: Path) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = real_newsroom / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_url: https://example.org/\n", ""))
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    with (real_newsroom / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=real_newsroom, stdout=log, stderr=log)
    try:
        served = Preview(real_newsroom, port)
        served.wait("", lambda html: "<h1" in html)
        yield served
    finally:
        process.terminate()
        process.wait(timeout=20)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_preview_follows_what_is_saved(preview: Preview):
    edit(preview.home / CLAIM, "Meta laid off 600", "Meta has laid off 600")
    preview.wait(PAGE, lambda html: "Meta has laid off" in html)
    edit(
        preview.home / "templates/claim.html",
        "{% block main %}",
        "{% block main %}<p>A newsroom's own words</p>",
    )
    preview.wait(PAGE, lambda html: "A newsroom&#39;s own words" in html or "A newsroom's own words" in html)
    edit(preview.home / "seeds/100-jam.yaml", "publisher: vietnam.vn", "publisher: vietnam.vn in Indonesian")
    preview.wait("articles/100-jam/", lambda html: "vietnam.vn in Indonesian" in html)


def test_a_broken_claim_leaves_the_last_preview_and_is_told(preview: Preview):
    edit(preview.home / CLAIM, "value: 600", "value: 700")
    log = preview.home / "log"
    end = time.monotonic() + 180
    while "figure-not-in-quote" not in log.read_text() and time.monotonic() < end:
        time.sleep(0.1)
    assert "figure-not-in-quote" in log.read_text()
    assert "Traceback" not in log.read_text()
    preview.wait(PAGE, lambda html: "600" in html and "error[F001]" in html)
    panel = preview.read(PAGE).partition("</aside>")[0]
    assert "note[" not in panel and "notes are not shown" in panel
    edit(preview.home / CLAIM, "value: 700", "value: 600")
    preview.wait(PAGE, lambda html: "<h1" in html and "A claim is unsound" not in html)
    edit(preview.home / CLAIM, "Meta laid off 600", "Meta has laid off 600")
    preview.wait(PAGE, lambda html: "Meta has laid off" in html)
