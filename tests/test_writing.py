"""Pages to disk: a whole new site or the whole old one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder import writing
from tests.conftest import ROOT


@dataclass(frozen=True)
class Page:
    path: str
    content: bytes | str


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path: Path):
    target = tmp_path / "site"
    target.mkdir()
    (target / "old.html").write_text("old")
    staged = writing.stage(target)
    assert writing.write([Page("a/b/index.html", "neu ✓"), Page("f.bin", b"\0")], staged) == 2
    assert (target / "old.html").exists(), "nothing is published before the end"
    writing.publish(staged, target)
    assert (target / "a/b/index.html").read_text(encoding="utf-8") == "neu ✓"
    assert not (target / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "nothing is left behind"


def test_where_names_cannot_be_exchanged_two_renames_serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writing, "_exchange", lambda one, other: False)
    target = tmp_path / "site"
    for words in ("first", "second"):
        staged = writing.stage(target)
        writing.write([Page("index.html", words)], staged)
        writing.publish(staged, target)
    assert (target / "index.html").read_text() == "second"


_BUILD = """
import sys, time
from pathlib import Path
from site_builder import writing
staged = writing.stage(Path(sys.argv[1]))
(staged / "index.html").write_text("half")
print(staged, flush=True)
time.sleep(60)
"""


@pytest.fixture
def other_build(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    command = [sys.executable, "-c", _BUILD, str(tmp_path / "site")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as build:
        assert build.stdout
        yield build, Path(build.stdout.readline().strip())
        build.kill()


def test_a_dead_build_is_cleared_away(other_build: tuple[subprocess.Popen[str], Path], tmp_path: Path):
    build, dead = other_build
    build.kill()
    build.wait()
    fresh = writing.stage(tmp_path / "site")
    assert not dead.exists()
    assert list(fresh.iterdir()) == []
    writing.release(fresh)


def test_a_living_build_is_let_alone(other_build: tuple[subprocess.Popen[str], Path], tmp_path: Path):
    _, living = other_build
    target = tmp_path / "site"
    staged = writing.stage(target)
    writing.write([Page("index.html", "ours")], staged)
    writing.publish(staged, target)
    assert (living / "index.html").read_text() == "half"
    assert (target / "index.html").read_text() == "ours"


def test_two_builds_in_one_process_let_each_other_alone(tmp_path: Path):
    target = tmp_path / "site"
    one, other = writing.stage(target), writing.stage(target)
    for staged, words in ((one, "one"), (other, "other")):
        writing.write([Page("index.html", words)], staged)
    for staged, words in ((one, "one"), (other, "other")):
        writing.publish(staged, target)
        assert (target / "index.html").read_text() == words
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_a_dead_build_moved_away_comes_back(tmp_path: Path):
    spare = tmp_path / ".site.old-x" / "site"
    spare.mkdir(parents=True)
    (spare / "index.html").write_text("old")
    writing.release(writing.stage(tmp_path / "site"))
    assert (tmp_path / "site/index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("path", ["../x.html", "/etc/x", "a/../../x", "", "a/"])
def test_no_page_leaves_the_site(tmp_path: Path, path: str):
    with pytest.raises(ValueError, match="no path inside the site"):
        writing.write([Page(path, "")], tmp_path)


def test_the_folder_is_made(tmp_path: Path):
    assert writing.write([Page("a/index.html", "x"), Page("b", "y")], tmp_path / "not/there") == 2
    assert (tmp_path / "not/there/a/index.html").read_text() == "x"
