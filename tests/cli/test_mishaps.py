"""What goes wrong at an editor's desk: each is told in words, with what to do, and nothing is half written."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests import disk
from tests.cli.terminal import environment


@pytest.fixture
def home(tmp_path: Path) -> Path:
    disk.make(tmp_path)
    disk.claim(tmp_path, {"quote": "The mayor opened the “bridge”"}, id="piece/typed")
    disk.put(tmp_path / "seeds/piece.txt", disk.TEXT.replace("the bridge in", 'the "bridge" in'))
    disk.put(tmp_path / "new.txt", "The mayor shut the bridge in May.\n" * 30)
    disk.put(tmp_path / "page.txt", "A river rose. " * 60)
    return tmp_path


def run(home: Path, *arguments: str, most: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run ``site-builder``; with ``most``, no file can grow beyond so many bytes, as on a full disk."""
    return subprocess.run(
        [sys.executable, "-m", "site_builder", *arguments],
        cwd=home,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))) if most else None,
    )


MISHAPS = {
    "no newsroom": (("check", "--root", ".."), "site-builder init"),
    "misspelt command": (("chek",), "did you mean `check`?"),
    "misspelt article": (("new", "peice"), "did you mean piece?"),
    "misspelt article to cover": (("coverage", "peice"), "did you mean piece?"),
    "misspelt option": (("check", "--agianst", "x"), "--against"),
    "misspelt rule": (("explain", "cut-figur"), "cut-figure"),
    "no such file to check": (("check", "claims/nope.yaml"), "there is no claims/nope.yaml"),
    "no such file to fix": (("fix", "claims/nope.yaml"), "there is no claims/nope.yaml"),
    "a file elsewhere": (("fix", "/etc/hostname"), "not inside the newsroom's folder"),
    "no such page": (("import", "nope.html"), "does not exist"),
    "no such text": (("update", "piece", "nope.txt"), "does not exist"),
    "a folder as a text": (("sentences", "seeds"), "is a directory"),
    "no such site": (("verify", "site"), "does not exist"),
    "no history": (("check", "--against", "main"), "claims.json"),
    "nothing said": (("quote", "seeds/piece.txt"), "name a FILE and the WORDS"),
    "a shell of its own": (("completion", "tcsh"), "bash"),
}


@pytest.mark.parametrize("name", MISHAPS)
def test_mishap_is_told_with_what_to_do(home: Path, name: str) -> None:
    arguments, said = MISHAPS[name]
    done = run(home, *arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stderr and "Traceback" not in done.stderr and "fault" not in done.stderr


def test_no_article_yet(home: Path) -> None:
    for path in (home / "seeds").iterdir():
        path.unlink()
    done = run(home, "new", "piece")
    assert done.returncode == 2 and "site-builder import FILE" in done.stderr
    done = run(home, "coverage")
    assert done.returncode == 3 and "no article in seeds/" in done.stdout


def test_fix_takes_a_folder(home: Path) -> None:
    assert "1 of 2 claim files would be mended" in run(home, "fix", "--dry-run", "claims/piece").stdout


FULL = {
    "new": ("new", "piece", "--sentence", "2", "--claim", "It cost.", "--verdict", "open", "--name", "cost"),
    "fix": ("fix",),
    "update": ("update", "piece", "new.txt", "--write"),
    "import": ("import", "page.txt", "--language", "en"),
    "schema": ("schema", "--write"),
    "init": ("init", "fresh"),
}


def state(home: Path) -> dict[str, bytes]:
    files = (path for path in home.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", FULL)
def test_a_full_disk_leaves_everything_as_it_was(home: Path, name: str) -> None:
    before = state(home)
    done = run(home, *FULL[name], most=100)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "cannot be written" in done.stderr and "fault" not in done.stderr
    assert state(home) == before


@pytest.mark.skipif(not disk.modes_count(), reason="root may read and write everywhere")
@pytest.mark.parametrize("name", FULL)
def test_a_folder_that_may_not_be_written(home: Path, name: str) -> None:
    folders = [home, *(path for path in home.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    try:
        done = run(home, *FULL[name])
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert done.returncode == 2 and "permission denied" in done.stderr


@pytest.mark.skipif(not disk.modes_count(), reason="root may read and write everywhere")
def test_files_that_may_not_be_read(home: Path) -> None:
    for name in ("claims/piece/bridge.yaml", "seeds/piece.txt", "mkdocs.yml"):
        (home / name).chmod(0)
        done = run(home, "check")
        (home / name).chmod(0o600)
        assert done.returncode in (1, 2) and "permission denied" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr and "fault" not in done.stderr
