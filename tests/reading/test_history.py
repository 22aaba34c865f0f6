"""What was published before, read from real git repositories and from published files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.model.claim import Status
from site_builder.model.settings import Settings
from site_builder.reading import git
from site_builder.reading.history import HistoryError, read_earlier
from site_builder.reading.settings import SettingsError
from site_builder.text.digest import digest
from tests import disk
from tests.rules.newsroom import TEXT


@pytest.fixture
def home(tmp_path: Path) -> Path:
    disk.make(tmp_path)
    disk.commit(tmp_path, "Publish", tag="published")
    return tmp_path


def test_reads_claims_and_articles_as_they_stood(home: Path) -> None:
    disk.claim(home, {"verdict": "wrong"})
    disk.put(home / "seeds/piece.txt", "Gone.\n")
    earlier = read_earlier(home, Settings(), "published")
    (claim,) = earlier.claims.values()
    assert (claim.id, claim.path) == ("piece/bridge", "claims/piece/bridge.yaml")
    assert (claim.verdict, claim.status, claim.article) == ("right", Status.PUBLISHED, "piece")
    assert str(claim.latest) == "2025-11-20"
    assert earlier.articles["piece"].text == TEXT
    assert earlier.articles["piece"].digest == digest(TEXT)


def test_newsroom_may_be_a_folder_of_the_repository(tmp_path: Path) -> None:
    home = disk.make(tmp_path / "desk")
    disk.commit(tmp_path, "Publish")
    earlier = read_earlier(home, Settings(), "HEAD")
    assert list(earlier.claims) == ["piece/bridge"]
    assert list(earlier.articles) == ["piece"]


def test_folders_are_those_of_that_time(home: Path) -> None:
    assert list(read_earlier(home, Settings(claims="elsewhere"), "published").claims) == ["piece/bridge"]


def test_names_with_spaces_and_letters_of_any_script(home: Path) -> None:
    disk.put(home / "seeds/làm việc 100 giờ.txt", "Một.\n")
    disk.commit(home, "Add")
    assert "làm việc 100 giờ" in read_earlier(home, Settings(), "HEAD").articles


def test_broken_file_is_nothing_that_was_published(home: Path) -> None:
    disk.put(home / "claims/piece/broken.yaml", "claim: [unclosed\n")
    disk.commit(home, "Break")
    assert list(read_earlier(home, Settings(), "HEAD").claims) == ["piece/bridge"]


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=x", "main:seeds/piece.txt"])
def test_what_is_no_commit_is_refused(home: Path, ref: str) -> None:
    with pytest.raises(HistoryError, match="knows no commit"):
        read_earlier(home, Settings(), ref)


def test_no_repository(tmp_path: Path) -> None:
    disk.make(tmp_path)
    with pytest.raises(SettingsError, match="git cannot read the history"):
        read_earlier(tmp_path, Settings(), "main")


def record(**over: Any) -> dict[str, Any]:
    return {
        "id": "piece/bridge",
        "claim": "The mayor opened the bridge.",
        "verdict": "right",
        "checked_on": "2025-11-20",
        "article": {"name": "piece", "sha256": digest(TEXT)},
        "quote": {"exact": "The mayor opened the bridge in May"},
        "figures": [{"value": "80 to 100", "unit": "hours", "note": None}],
        "corrections": [{"date": "2025-11-21", "text": "A name."}],
        **over,
    }


def test_reads_published_file(tmp_path: Path) -> None:
    path = disk.put(tmp_path / "claims.json", json.dumps([record()]))
    earlier = read_earlier(tmp_path, Settings(), str(path))
    (claim,) = earlier.claims.values()
    assert earlier.name == "claims.json"
    assert (claim.quote, claim.path) == ("The mayor opened the bridge in May", "claims/piece/bridge.yaml")
    assert claim.figures[0].same_as == ((80, 100), "hours")
    assert str(claim.latest) == "2025-11-21"
    assert earlier.articles["piece"].digest == digest(TEXT)


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"claim": "no id"}]', "\xff"])
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "claims.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(HistoryError, match=r"claims\.json"):
        read_earlier(tmp_path, Settings(), str(path))


def test_changed_since_tells_committed_uncommitted_and_new_files(home: Path) -> None:
    disk.claim(home, {"verdict": "wrong"}, id="piece/committed")
    disk.commit(home, "Add")
    disk.put(home / "seeds/piece.txt", "Changed.\n")
    disk.put(home / "claims/piece/new.yaml", "article: piece\n")
    assert git.changed_since(home, "published") == {
        "claims/piece/committed.yaml",
        "seeds/piece.txt",
        "claims/piece/new.yaml",
    }
