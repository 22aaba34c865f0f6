"""`site-builder update`, as an editor runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli.commands import group
from tests import disk

NEW = "It rained.\n\nThe mayor opened the bridge in May.\n\nThe bridge cost 1,700 euros.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    disk.make(tmp_path)
    disk.claim(tmp_path, {"quote": "The bridge cost 1,600 euros"}, id="piece/cost")
    disk.put(tmp_path / "new.txt", NEW)
    return tmp_path


def update(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        group, ["update", "piece", str(home / "new.txt"), "--root", str(home), *arguments]
    )


def test_tells_and_proposes(home: Path) -> None:
    before = (home / "claims/piece/cost.yaml").read_text(encoding="utf-8")
    done = update(home)
    assert done.exit_code == 0, done.output
    assert "sentences of seeds/piece.txt: 1 kept, 1 gone, 2 new" in done.output
    assert "claims: 1 same, 1 figure changed" in done.output
    assert "figure changed: claims/piece/cost.yaml" in done.output
    assert "  was  The bridge cost 1,600 euros.\n  now  The bridge cost 1,700 euros.\n" in done.output
    assert "-quote: The bridge cost 1,600 euros\n+quote: The bridge cost 1,700 euros\n" in done.output
    assert "before: The bridge cost 1,600 euros." in done.output
    assert (home / "claims/piece/cost.yaml").read_text(encoding="utf-8") == before
    assert "It rained." not in (home / "seeds/piece.txt").read_text(encoding="utf-8")


def test_json(home: Path) -> None:
    claims = json.loads(update(home, "--json").output)["claims"]
    assert [(claim["claim"], claim["fate"]) for claim in claims] == [
        ("piece/bridge", "same"),
        ("piece/cost", "figure changed"),
    ]
    assert claims[1]["proposed"] == {"quote": "The bridge cost 1,700 euros"}


def test_entry_for_the_record_can_be_pasted(home: Path) -> None:
    """What is printed, with words put in, satisfies the rule that asks for it."""
    disk.commit(home, "Publish")
    entry = update(home).output.partition("in the record of the article:\n\n")[2]
    assert update(home, "--write").exit_code == 0
    assert (home / "seeds/piece.txt").read_text(encoding="utf-8") == NEW
    check = ["check", "--root", str(home), "--against", "HEAD", "--format", "json", str(home / "seeds")]
    assert '"code": "H008"' in CliRunner().invoke(group, check).output
    record = (home / "seeds/piece.yaml").read_text(encoding="utf-8")
    words = entry.replace("text:  #", "text: >-\n      The newspaper says 1,700 now. #")
    disk.put(home / "seeds/piece.yaml", f"{record}revisions:\n{words}")
    output = CliRunner().invoke(group, check).output
    assert json.loads(output)["findings"] == []
