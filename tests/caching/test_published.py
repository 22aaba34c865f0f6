"""Whatever was kept, and whoever touched what: the published folder is that of a cold build, byte for byte.

``REBUILD_EDITS`` and ``REBUILD_SEED`` in the environment make it another run; `make trust` makes more edits.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from bench.speed import newsroom
from site_builder import writing
from tests.caching.test_rebuilds import EDITS, claims

CLAIMS = 20
Edit = Callable[[Path, random.Random], None]


def published(home: Path) -> dict[str, bytes] | None:
    """Build the newsroom; return its site, or nothing where a claim is unsound."""
    config = load_config(str(home / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except SystemExit as end:
        # 0 where the site stands, 1 where a claim is unsound
        if end.code:
            return None
    return site_of(home)


def site_of(home: Path) -> dict[str, bytes]:
    return {path: (home / "site" / path).read_bytes() for path in writing.files_of(home / "site")}


def cold(home: Path, elsewhere: Path) -> dict[str, bytes] | None:
    """Build a copy of the newsroom that knows nothing."""
    shutil.rmtree(elsewhere, ignore_errors=True)
    copy_files(home, elsewhere)
    return published(elsewhere)


def copy_files(home: Path, elsewhere: Path) -> None:
    """Copy what people write, and nothing that was made of it."""
    for path in elsewhere.glob("*"):
        if path.name != "site":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(elsewhere / ".cache", ignore_errors=True)
    shutil.copytree(home, elsewhere, ignore=shutil.ignore_patterns("site", ".cache"), dirs_exist_ok=True)


def pages(home: Path, folder: str = "site") -> list[Path]:
    return sorted(path for path in (home / folder).rglob("*") if path.is_file())


def touch(home: Path, chance: random.Random) -> None:
    os.utime(chance.choice(claims(home)))


def write_twice(home: Path, chance: random.Random) -> None:
    """Write the same file in two ways within a tick of the clock, as a program may that was just told of the first."""
    path = chance.choice(claims(home))
    text, times = path.read_text(), path.stat()
    path.write_text(text.replace("explanation: |\n  ", "explanation: |\n  X"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    published(home)
    path.write_text(text.replace("explanation: |\n  ", "explanation: |\n  Y"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def spoil(home: Path, chance: random.Random) -> None:
    """Write into a published file, or into one of the site before, and put the time back."""
    path = chance.choice(pages(home) + pages(home, ".cache/site_builder/before/site"))
    times = path.stat()
    with path.open("r+b") as file:
        file.write(b"X")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def lose(home: Path, chance: random.Random) -> None:
    chance.choice(pages(home)).unlink()


def add(home: Path, chance: random.Random) -> None:
    chance.choice(pages(home)).with_name("stray.html").write_text("stray")


def forget(home: Path, chance: random.Random) -> None:
    shutil.rmtree(
        home / ".cache/site_builder" / chance.choice(["before", "sites", "standing", "make_dossier"]), True
    )


def write_prose(home: Path, chance: random.Random) -> None:
    (home / "docs/methodology.md").write_text(f"# How we work\n\nIn {chance.randrange(9)} steps.\n")


HANDS: tuple[Edit, ...] = (touch, write_twice, spoil, spoil, lose, add, forget, write_prose)


def assert_same_after(edits: int, home: Path, seed: int) -> None:
    chance = random.Random(seed)
    newsroom.make(home, CLAIMS)
    assert published(home)
    copy_files(home, home.with_name("sound"))
    for number in range(edits):
        edit = chance.choice(chance.choice([EDITS, HANDS]))
        edit(home, chance)
        warm, right = published(home), cold(home, home.with_name("cold"))
        where = f"edit {number}, {edit.__name__} (seed {seed})"
        assert (warm is None) == (right is None), where
        if warm is None or right is None:
            cache = home.with_name("cache")
            (home / ".cache").rename(cache)
            copy_files(home.with_name("sound"), home)
            cache.rename(home / ".cache")
            continue
        copy_files(home, home.with_name("sound"))
        differing = [path for path in warm.keys() | right.keys() if warm.get(path) != right.get(path)]
        assert not differing, f"{where}: {sorted(differing)[:5]}"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    # a site that stands ends the program, if it is MkDocs' own
    monkeypatch.setattr(sys, "argv", ["mkdocs"])
    return tmp_path / "home"


def test_a_few_edits(home: Path):
    assert_same_after(int(os.environ.get("REBUILD_EDITS", "6")), home, 3)


@pytest.mark.long
def test_many_edits(home: Path):
    assert_same_after(100, home, int(os.environ.get("REBUILD_SEED", "7")))
