"""What the system tells of files is believed only where it can be."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.caching import Look, Store, look, see
from site_builder.digests import digest_of

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
    assert not first.unsure
    later = now(tmp_path)
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("a file was read"))
    assert look([folder], later, first) is first
    assert look([folder, folder / "none"], later, first).files == first.files


def test_files_are_told_with_their_digests(folder: Path, tmp_path: Path):
    path = str(folder / "deep/one")
    assert look([folder], now(tmp_path) + LATER).files == {path: digest_of("1")}
    assert look([folder], now(tmp_path)).files == {path: None}, "a young one may have changed once more"
    (folder / "deep/two").symlink_to("one")
    assert look([folder], now(tmp_path) + LATER).files == {
        path: digest_of("1"),
        str(folder / "deep/two"): None,
    }


class TestWhereTheSystemTold:
    """Only what was heard of is looked at, unless that might miss something."""

    @pytest.fixture
    def before(self, folder: Path, tmp_path: Path) -> Look:
        (folder / "deep/two").write_text("2")
        return look([folder], now(tmp_path) + LATER)

    def again(self, folder: Path, before: Look, heard: set[str]) -> tuple[Look, Look]:
        later = folder.stat().st_ctime_ns + 2 * LATER
        return look([folder], later, before, heard), look([folder], later, before)

    def test_what_was_not_heard_of_is_not_looked_at(self, folder: Path, before: Look):
        (folder / "deep/one").write_text("one")
        (folder / "deep/two").write_text("two")
        near, _ = self.again(folder, before, {str(folder / "deep/one")})
        assert near.files == {
            str(folder / "deep/one"): digest_of("one"),
            str(folder / "deep/two"): digest_of("2"),
        }

    def test_what_was_heard_of_gives_what_a_look_at_all_gives(self, folder: Path, before: Look):
        (folder / "deep/one").write_text("one")
        near, whole = self.again(folder, before, {str(folder / "deep/one")})
        assert near == whole != before

    def test_nothing_heard_is_nothing_new(self, folder: Path, before: Look):
        assert self.again(folder, before, set())[0] is before

    @pytest.mark.parametrize("what", ["new", "gone", "renamed", "folder moved away", "link"])
    def test_what_comes_or_goes_is_looked_for_everywhere(self, folder: Path, before: Look, what: str):
        one, other = folder / "deep/one", folder / "deep/three"
        heard = {str(one)}
        if what == "new":
            other.write_text("3")
            heard = {str(other)}
        elif what == "gone":
            one.unlink()
        elif what == "renamed":
            one.rename(other)
            heard.add(str(other))
        elif what == "link":
            one.unlink()
            one.symlink_to("two")
        else:
            (folder / "deep").rename(folder.parent / "away")
            heard = {str(folder / "deep")}
        near, whole = self.again(folder, before, heard)
        assert near == whole != before

    def test_what_was_unsure_is_looked_at_unheard(self, folder: Path, tmp_path: Path):
        before = look([folder], now(tmp_path))
        assert before.unsure
        (folder / "deep/one").write_text("one")
        near, whole = self.again(folder, before, set())
        assert near == whole != before


def test_a_young_file_is_read_again(folder: Path, tmp_path: Path):
    """It was written twice in one tick: the system tells nothing of the second time."""
    path = folder / "deep/one"
    first = look([folder], now(tmp_path))
    assert str(path) in first.unsure
    forged = replace(first, digests=first.digests.replace(digest_of("1"), digest_of("other words")))
    assert forged != first
    assert look([folder], now(tmp_path), forged).content == first.content
    # where it was old enough, nobody would have read it
    forged = replace(forged, unsure=frozenset())
    assert look([folder], now(tmp_path), forged).digests == forged.digests


@pytest.mark.parametrize("change", ["written", "added", "removed", "renamed", "a link", "its folder"])
def test_every_change_is_seen(folder: Path, change: str):
    path = folder / "deep/one"
    seen = see([str(folder), str(folder / "deep"), str(path)])
    assert seen.still()
    looked = look([folder], now(folder.parent) + LATER)
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
    assert look([folder], now(folder.parent), looked).content != looked.content


@pytest.mark.parametrize("change", ["added", "removed", "added below"])
def test_a_look_on_the_one_before_is_a_look(folder: Path, change: str):
    looked = look([folder], now(folder.parent) + LATER)
    if change == "removed":
        (folder / "deep/one").unlink()
    else:
        (folder / "deep/new").mkdir()
        (folder / f"deep/{'new/' if change == 'added below' else ''}two").write_text("2")
    time = now(folder.parent) + LATER
    assert look([folder], time, looked) == look([folder], time)


def test_what_is_missing_may_come(folder: Path, tmp_path: Path):
    first = look([folder / "none"], now(tmp_path))
    assert first.files == {}
    (folder / "none").mkdir()
    (folder / "none/two").write_text("2")
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
