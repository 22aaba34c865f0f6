"""`site-builder admin`, with and without npm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli.commands import group
from tests import disk


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return disk.make(tmp_path / "home")


def admin(home: Path) -> Result:
    return CliRunner().invoke(group, ["admin", "--root", str(home)])


def npm(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Put a program of this name, and nothing else, where programs are looked for."""
    program = disk.put(folder / "npm", f'#!/bin/sh\necho "$PWD $@" > "{folder}/called"\nexit {code}\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))


def test_npm_installs_what_the_lock_names(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm(tmp_path / "bin", monkeypatch, 0)
    done = admin(home)
    assert done.exit_code == 0 and "repo: OWNER/NAME" in done.output
    called = (tmp_path / "bin/called").read_text(encoding="utf-8").split()
    assert called[0] == str(home / "admin") and called[1:3] == ["ci", "--ignore-scripts"]
    assert (
        "@sveltia/cms"
        in json.loads((home / "admin/package.json").read_text(encoding="utf-8"))["dependencies"]
    )
    assert (home / "admin/package-lock.json").is_file()


def test_what_is_set_already_is_not_asked_for(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm(tmp_path / "bin", monkeypatch, 0)
    disk.put(home / "mkdocs.yml", "plugins:\n  - site_builder:\n      admin: {backend: gitlab, repo: a/b}\n")
    assert "OWNER/NAME" not in admin(home).output


def test_without_npm_the_way_is_told(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    done = admin(home)
    assert done.exit_code == 2 and "npm ci" in done.output and (home / "admin/package.json").is_file()


def test_failure_of_npm_is_told(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm(tmp_path / "bin", monkeypatch, 1)
    done = admin(home)
    assert done.exit_code == 2 and "could not install" in done.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("{backend: svn, repo: a/b}", "github"),
        ("{backend: github}", "repo"),
        ("{repo: a/b, base_url: x}", "web address"),
    ],
)
def test_wrong_settings_are_told(home: Path, options: str, said: str) -> None:
    disk.put(home / "mkdocs.yml", f"plugins:\n  - site_builder:\n      admin: {options}\n")
    done = CliRunner().invoke(group, ["check", "--root", str(home)])
    assert done.exit_code != 0 and said in str(done.exception)
