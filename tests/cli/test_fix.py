"""`site-builder fix`, as an editor runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli.commands import group
from tests import disk


@pytest.fixture
def home(tmp_path: Path) -> Path:
    disk.make(tmp_path)
    disk.put(tmp_path / "seeds/piece.txt", "The mayor’s bridge – at last.\n\nIt cost 1,600 euros.\n")
    disk.claim(tmp_path, {"quote": "The mayor's bridge - at last"})
    disk.claim(tmp_path, {"quote": "It cost 1,700 euros"}, id="piece/cost")
    return tmp_path


def fix(home: Path, *arguments: str) -> Result:
    done = CliRunner().invoke(group, ["fix", "--root", str(home), *arguments])
    assert done.exit_code == 0, done.output
    return done


def test_mends_and_shows_what_it_did(home: Path) -> None:
    before = (home / "claims/piece/cost.yaml").read_text(encoding="utf-8")
    done = fix(home)
    assert "-quote: The mayor's bridge - at last\n+quote: The mayor’s bridge – at last\n" in done.output
    assert "1 of 2 claim files mended." in done.output
    assert "quote: The mayor’s bridge – at last" in (home / "claims/piece/bridge.yaml").read_text(
        encoding="utf-8"
    )
    assert (home / "claims/piece/cost.yaml").read_text(encoding="utf-8") == before
    assert "0 of 2" in fix(home).output


def test_dry_run_writes_nothing(home: Path) -> None:
    before = (home / "claims/piece/bridge.yaml").read_text(encoding="utf-8")
    assert "1 of 2 claim files would be mended." in fix(home, "--dry-run").output
    assert (home / "claims/piece/bridge.yaml").read_text(encoding="utf-8") == before


def test_only_the_files_that_are_named(home: Path) -> None:
    assert "0 of 1" in fix(home, str(home / "claims/piece/cost.yaml")).output


def test_requoting_is_no_silent_change(home: Path) -> None:
    disk.commit(home, "Publish")
    fix(home)
    done = CliRunner().invoke(group, ["check", "--root", str(home), "--against", "HEAD", "--format", "json"])
    assert '"code": "H00' not in done.output
