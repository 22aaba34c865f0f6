"""Pages to disk: a whole new site or the whole old one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder import writing


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


def test_a_dead_build_is_cleared_away(tmp_path: Path):
    dead = writing.stage(tmp_path / "site")
    (dead / "half.html").write_text("half")
    fresh = writing.stage(tmp_path / "site")
    assert not dead.exists()
    assert list(fresh.iterdir()) == []


@pytest.mark.parametrize("path", ["../x.html", "/etc/x", "a/../../x", "", "a/"])
def test_no_page_leaves_the_site(tmp_path: Path, path: str):
    with pytest.raises(ValueError, match="no path inside the site"):
        writing.write([Page(path, "")], tmp_path)
