"""What tests share: newsrooms on disk, the real site, built once, and one browser."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

# how long an example takes tells of the machine, not of us
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # What a shell starts in the background ignores Ctrl-C, and so do its children; some tests press it.
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NEWSROOM = ("mkdocs.yml", "seeds", "claims", "docs", "templates")


def copy_newsroom(to: Path) -> Path:
    """Copy this repository's newsroom, without its code."""
    to.mkdir(parents=True, exist_ok=True)
    for name in NEWSROOM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, to / name)
        else:
            shutil.copy(source, to / name)
    return to


def claim_files(home: Path = ROOT) -> list[Path]:
    """Return the newsroom's claim files: tests count them, so that a new claim breaks nothing."""
    return sorted(path for path in (home / "claims").glob("*/**/*.yaml"))


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of the two programs as a person would, and keep what it prints."""
    module = {"site-builder": "site_builder", "mkdocs": "mkdocs"}[command[0]]
    return subprocess.run(
        [sys.executable, "-m", module, *command[1:]],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", **environment},
    )


@pytest.fixture
def real_newsroom(tmp_path: Path) -> Path:
    """A copy of the real newsroom that a test may break."""
    return copy_newsroom(tmp_path)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, as `mkdocs build` makes it: by the first of the processes that run tests, for all of them."""
    base = tmp_path_factory.getbasetemp()
    home = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "real-newsroom"
    with home.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "site").is_dir():
            shutil.rmtree(home, ignore_errors=True)
            built = run("mkdocs", "build", "--quiet", "--strict", cwd=copy_newsroom(home))
            assert built.returncode == 0, built.stdout + built.stderr
    return home / "site"


@pytest.fixture
def published_newsroom(real_site: Path, tmp_path: Path) -> Path:
    """A copy of the real newsroom that a test may break, with its published site and what was kept of its build."""
    return shutil.copytree(real_site.parent, tmp_path / "published")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's own Chromium, started once: a second one could not be driven beside it."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "no Chromium: run `make browser`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()
