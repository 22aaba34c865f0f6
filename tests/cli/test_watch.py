"""`site-builder check --watch` as a real process: saves go in, what is new comes out."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import disk
from tests.cli.terminal import environment, plain, start

WAITING = "Waiting for changes"
PATIENCE = 60
"""Seconds after which a test gives up: no promise, only an end."""


class Watcher:
    """A running watch, read run by run."""

    def __init__(self, process: subprocess.Popen[bytes], end: int) -> None:
        self.process, self.end, self.seen = process, end, b""

    def next(self) -> str:
        """Return what it shows up to its next waiting."""
        deadline = time.monotonic() + PATIENCE
        while WAITING.encode() not in self.seen:
            ready, _, _ = select.select([self.end], [], [], max(0, deadline - time.monotonic()))
            assert ready, self.seen.decode()
            self.seen += os.read(self.end, 65536)
        told, _, self.seen = self.seen.partition(WAITING.encode())
        return plain(told.decode())

    def stop(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and the last words."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        with contextlib.suppress(OSError):
            self.seen += os.read(self.end, 65536)
        return code, plain(self.seen.decode())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return disk.make(tmp_path)


@pytest.fixture
def watcher(home: Path) -> Iterator[Watcher]:
    process, end = start(home, "check", "--watch")
    yield Watcher(process, end)
    process.kill()
    process.wait()
    os.close(end)


def test_what_is_new_and_what_is_gone(home: Path, watcher: Watcher) -> None:
    assert "findings  none" in watcher.next()

    disk.claim(home, {"quote": "The mayor shut the bridge"})
    told = watcher.next()
    assert "claims/piece/bridge.yaml" in told.splitlines()[2] and "Q001" in told and "1 error" in told

    # Another file becomes unsound: only that is shown, and both are counted.
    disk.claim(home, {"quote": "Nobody said this"}, id="piece/other")
    told = watcher.next()
    assert "piece/other" in told and "shut the bridge" not in told and "2 errors" in told

    # A line more above moves the finding, and that is nothing new.
    path = home / "claims/piece/bridge.yaml"
    path.write_text(f"# looked at\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "The same findings as before." in watcher.next()

    (home / "claims/piece/other.yaml").unlink()
    told = watcher.next()
    assert "gone: claims/piece/other.yaml" in told and "1 error" in told

    disk.claim(home)
    told = watcher.next()
    assert "gone: claims/piece/bridge.yaml" in told and "findings  none" in told
    code, last = watcher.stop()
    assert code == 0 and "Stopped." in last and "Traceback" not in last


def test_broken_files_are_told_and_survived(home: Path, watcher: Watcher) -> None:
    watcher.next()
    (home / "claims/piece/bridge.yaml").write_bytes(b"article: piece\nquote: [\xff\0")
    assert "C001" in watcher.next()
    disk.put(home / "mkdocs.yml", "plugins: [")
    assert "error: mkdocs.yml" in watcher.next()
    disk.put(home / "mkdocs.yml", disk.CONFIG)
    told = watcher.next()
    assert "1 error" in told and "Traceback" not in told
    code, _ = watcher.stop()
    assert code == 1


def test_a_save_in_steps_is_one_change(home: Path, watcher: Watcher) -> None:
    """Editors' programs write beside the file and then rename: one save, one check, of the whole file."""
    watcher.next()
    aside = disk.put(home / "claims/piece/.bridge.yaml.swp", "half")
    path = home / "claims/piece/bridge.yaml"
    text = path.read_text(encoding="utf-8").replace("The mayor opened", "The mayor shut")
    path.write_text("", encoding="utf-8")
    aside.write_text(text, encoding="utf-8")
    aside.rename(path)
    told = watcher.next()
    assert "Q001" in told and "C001" not in told and "C003" not in told


def test_watching_is_for_people(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "site_builder", "check", "--watch", "--format", "json"],
        cwd=home,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2 and "--watch is for people" in done.stderr
