"""What forges are given: places in the repository, of which the newsroom may be a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli.commands import group
from tests import disk


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = disk.make(tmp_path / "desk")
    for name in ("a", "b"):
        disk.claim(home, {"quote": "The mayor shut the bridge"}, id=f"piece/{name}")
    disk.commit(tmp_path, "Begin")
    disk.claim(home, {"quote": "The mayor sold the bridge"}, id="piece/b")
    return home


def check(home: Path, *arguments: str) -> str:
    done = CliRunner().invoke(group, ["check", "--root", str(home), *arguments])
    assert done.exit_code == 1, done.output
    return done.output


def test_annotations_stand_where_the_forge_knows_the_file(home: Path) -> None:
    lines = check(home, "--format", "github").splitlines()
    assert lines[0].startswith("::error file=desk/claims/piece/a.yaml,line=2,")


def test_what_changed_comes_first(home: Path) -> None:
    lines = check(home, "--format", "github", "--changed-since", "HEAD").splitlines()
    assert lines[0].startswith("::error file=desk/claims/piece/b.yaml,")


def test_sarif_too(home: Path) -> None:
    (run,) = json.loads(check(home, "--format", "sarif"))["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["artifactLocation"]["uri"] == "desk/claims/piece/a.yaml"


def test_people_see_the_newsroom_s_own_paths(home: Path) -> None:
    assert check(home).startswith("claims/piece/a.yaml:2:")


def test_without_git_paths_stay(tmp_path: Path) -> None:
    home = disk.make(tmp_path)
    disk.claim(home, {"quote": "The mayor shut the bridge"})
    assert "file=claims/piece/bridge.yaml," in check(home, "--format", "github")
