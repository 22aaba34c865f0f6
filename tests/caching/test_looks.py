"""What the system tells of files is believed only where it can be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.caching import Store, look, see

LATER = 3_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in/deep").mkdir(parents=True)
    (tmp_path / "in/deep/one").write_text("1")
    return tmp_path / "in"


def now(tmp_path: Path) -> int:
    return Store(tmp_path / "kept", b"k" * 32).clock()


def test_a_settled_file_is_not_read_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    first = look([folder], now(tmp_path) + LATER)
    assert first.settled
    later = now(tmp_path)
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("a file was read"))
    assert look([folder], later, first).content == first.content


def test_a_young_file_is_read_again(folder: Path, tmp_path: Path):
    """It was written twice in one tick: the system tells nothing of the second time."""
    path = folder / "deep/one"
    first = look([folder], now(tmp_path))
    assert not first.settled
    stamps, _ = first.files[str(path)]
    forged = {**first.files, str(path): (stamps, b"of other words")}
    again = look([folder], now(tmp_path), type(first)(forged, first.since, first.seen))
    assert again.content == first.content


@pytest.mark.parametrize("change", ["written", "added", "removed", "renamed", "a link", "its folder"])
def test_every_change_is_seen(folder: Path, change: str):
    path = folder / "deep/one"
    seen = see([str(folder), str(folder / "deep"), str(path)])
    assert seen.still()
    if change == "written":
        times = path.stat()
        path.write_text("2")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    elif change == "added":
        (folder / "deep/two").write_text("")
    elif change == "removed":
        path.unlink()
    elif change == "renamed":
        path.rename(folder / "deep/two")
    elif change == "a link":
        path.rename(folder.parent / "one")
        path.symlink_to(folder.parent / "one")
    else:
        (folder / "deep").rename(folder / "moved")
    assert not seen.still()


def test_what_is_missing_may_come(folder: Path, tmp_path: Path):
    first = look([folder / "none"], now(tmp_path))
    assert first.files == {}
    (folder / "none").mkdir()
    (folder / "none/two").write_text("2")
    assert not first.seen.still()
    assert len(look([folder / "none"], now(tmp_path), first).files) == 1


@pytest.mark.parametrize("goal", ["", "/dev/zero", "two", "nowhere"])
def test_what_is_no_file_is_not_read(folder: Path, tmp_path: Path, goal: str):
    """A pipe, or a link to a device without end, to itself, to nothing."""
    path = folder / "deep/two"
    if goal:
        path.symlink_to(goal)
    else:
        os.mkfifo(path)
    first = look([folder], now(tmp_path))
    assert str(path) in first.files
    path.unlink()
    path.write_text("2")
    assert look([folder], now(tmp_path), first).content != first.content
