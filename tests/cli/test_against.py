"""The ratchet over a real history: publish, change silently, correct, withdraw, delete, rename."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_builder import pipeline
from tests import disk
from tests.conftest import claim_files, run
from tests.rules.newsroom import TODAY

CORRECTION = {"date": "2025-11-28", "text": "We had called it right. The deputy opened the bridge."}
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-11-28", "reason": "It is no statement."}}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    disk.make(tmp_path)
    disk.claim(tmp_path, {"quote": "The bridge cost 1,600 euros"}, id="piece/cost")
    disk.commit(tmp_path, "Publish", tag="published")
    return tmp_path


def found(home: Path, against: str = "published") -> list[tuple[str, str]]:
    report = pipeline.check(pipeline.load(home, TODAY, against=against)).report
    history = [j for j in report.judged if j.finding.code.startswith("H")]
    assert report.blocks == bool(history)
    return [(j.finding.code, j.spot.path) for j in history]


def test_history(home: Path) -> None:
    """Each step is compared with what was published, and then with the step before."""
    assert found(home) == []

    disk.claim(home, {"verdict": "half right"})
    assert found(home) == [("H004", "claims/piece/bridge.yaml")]
    disk.commit(home, "Change silently", tag="silent")
    assert found(home, "HEAD") == []
    assert found(home) == [("H004", "claims/piece/bridge.yaml")]

    disk.claim(home, {"verdict": "half right", "corrections": [CORRECTION]})
    assert found(home) == []
    disk.commit(home, "Correct", tag="corrected")

    disk.claim(home, {"verdict": "half right"})
    assert found(home, "corrected") == [("H009", "claims/piece/bridge.yaml")]

    disk.claim(home, {"status": "draft"})
    assert found(home) == [("H007", "claims/piece/bridge.yaml")]

    disk.claim(home, {**WITHDRAWN, "verdict": "wrong", "corrections": [CORRECTION]})
    assert found(home, "corrected") == []
    disk.commit(home, "Withdraw", tag="withdrawn")

    (home / "claims/piece/bridge.yaml").unlink()
    assert found(home, "withdrawn") == [("H006", "claims/piece/bridge.yaml")]
    (home / "claims/piece/cost.yaml").rename(home / "claims/piece/price.yaml")
    assert found(home, "withdrawn") == [
        ("H006", "claims/piece/bridge.yaml"),
        ("H006", "claims/piece/cost.yaml"),
    ]
    disk.git(home, "checkout", "--quiet", "--", "claims/piece/bridge.yaml")
    renamed = {"quote": "The bridge cost 1,600 euros", "formerly": ["piece/cost"]}
    disk.claim(home, renamed, id="piece/price")
    assert found(home, "withdrawn") == []

    disk.put(home / "seeds/piece.txt", disk.TEXT + "It rained.\n")
    assert found(home, "withdrawn") == [("H008", "seeds/piece.txt")]
    revision = {"date": "2025-11-28", "text": "The newspaper added that it rained."}
    disk.put(home / "seeds/piece.yaml", disk.written({**disk.RECORD, "revisions": [revision]}))
    assert found(home, "withdrawn") == []


def test_what_was_compared_is_told(home: Path) -> None:
    done = run("site-builder", "check", "--against", "published", cwd=home)
    assert "2 published claims and the text of 1 article compared with published" in done.stdout


def test_unknown_ref_is_wrong_use(home: Path) -> None:
    done = run("site-builder", "check", "--against", "nowhere", cwd=home)
    assert done.returncode == 2
    assert "fetch-depth: 0" in done.stderr and "Traceback" not in done.stderr


def test_a_published_site_agrees_with_its_newsroom(real_site: Path, real_newsroom: Path) -> None:
    """What the site publishes is enough to compare with, and says the same as the files that it was made from."""
    published = real_site / "claims.json"
    done = run("site-builder", "check", "--against", str(published), "--format", "json", cwd=real_newsroom)
    report = json.loads(done.stdout)
    assert report["against"] == {"name": "claims.json", "claims": len(claim_files()), "articles": 1}
    assert not [f for f in report["findings"] if f["code"] >= "H004" and f["code"].startswith("H")]
    path = real_newsroom / "claims/100-jam/600-layoffs-at-meta.yaml"
    text = path.read_text(encoding="utf-8").replace("verdict: misleading", "verdict: accurate")
    path.write_text(text, encoding="utf-8")
    done = run("site-builder", "check", "--against", str(published), cwd=real_newsroom)
    assert done.returncode == 1 and "H004" in done.stdout
