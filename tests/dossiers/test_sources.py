"""A file that was looked at and is known is read only where its text is needed: nothing else changes by that."""

from __future__ import annotations

import datetime
import os
import time
from pathlib import Path

import pytest

from site_builder import dossiers, pipeline
from site_builder.caching import Store, look, pack, unpack
from site_builder.dossiers.sources import Sources
from site_builder.model.source import Source
from site_builder.reading import files
from site_builder.reading.looked import Looked
from site_builder.reading.settings import read_settings
from site_builder.work import Workshop
from tests import disk

TODAY = datetime.date(2026, 11, 23)
LATER = 3_000_000_000


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return disk.make(tmp_path / "home")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", b"k" * 32)


def looked(home: Path, store: Store) -> Looked:
    """Look as a build does, some seconds after the last change."""
    seen = look([home / "seeds", home / "claims"], store.clock() + LATER).files
    top = len(f"{home}/")
    return Looked(frozenset(("seeds", "claims")), {path[top:]: digest for path, digest in seen.items()})


def read(home: Path, store: Store) -> Sources:
    return dossiers.read_known(home, read_settings(home), looked(home, store), store)


def told(sources: Sources, home: Path) -> list[object]:
    """Tell all that there is to a newsroom's files."""
    settings = read_settings(home)
    scale = pipeline.load(home, TODAY).scale
    return [
        ([*job.parts()], job.names, [each.parse(settings) for each in (job.article, *job.claims) if each])
        for job in dossiers.make_jobs(sources, settings, scale)
    ]


def no_reading(*_: object) -> None:
    pytest.fail("a file was read")


def test_nothing_is_read_again(home: Path, store: Store, monkeypatch: pytest.MonkeyPatch):
    first = read(home, store)
    parts = [
        [*job.parts()]
        for job in dossiers.make_jobs(first, read_settings(home), pipeline.load(home, TODAY).scale)
    ]
    seen, settings, scale = looked(home, store), read_settings(home), pipeline.load(home, TODAY).scale
    monkeypatch.setattr(files, "read_digested", no_reading)
    again = dossiers.read_known(home, settings, seen, store)
    assert [[*job.parts()] for job in dossiers.make_jobs(again, settings, scale)] == parts
    monkeypatch.undo()
    assert told(again, home) == told(first, home) == told(dossiers.read_sources(home, settings), home)


def test_odd_files_are_what_they_are(home: Path, store: Store):
    text = disk.claim(home).read_text()
    claims = home / "claims/piece"
    (claims / "mark.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (claims / "latin.yaml").write_bytes(text.encode() + b"# \xe9")
    (claims / "nul.yaml").write_text(text + "# \0")
    (claims / "lines.yaml").write_text("\n" * 30_000)
    (claims / "bridge.yml").write_text(text)
    (claims / "alias.yaml").symlink_to("bridge.yaml")
    (claims / "out.yaml").symlink_to("/etc/hostname")
    (claims / "nowhere.yaml").symlink_to("nowhere.yaml")
    (claims / ".hidden.yaml").write_text(text)
    os.mkfifo(claims / "pipe.yaml")
    disk.put(home / "seeds/piece.md", "Another of the name.\n")
    disk.put(home / "seeds/below/two.md", "Without a record.\n")
    disk.put(home / "seeds/below/three.txt", "With one elsewhere.\n")
    (home / "seeds/below/three.yaml").symlink_to("../piece.yaml")
    (home / "seeds/below/four.yaml").mkdir()
    disk.put(home / "seeds/below/four.txt", "With a folder beside it.\n")
    plain = told(dossiers.read_sources(home, read_settings(home)), home)
    assert len(plain) == 5
    for _ in range(2):
        assert told(read(home, store), home) == plain
    (home / "seeds/below/two.yaml").write_text("title: Two\n")
    assert (
        told(read(home, store), home) == told(dossiers.read_sources(home, read_settings(home)), home) != plain
    )


def test_an_edit_is_read(home: Path, store: Store):
    read(home, store)
    disk.claim(home, {"quote": "Nobody wrote that"})
    (claim,) = read(home, store).claims
    assert "Nobody wrote that" in claim.source.text


def test_a_text_goes_along(home: Path, store: Store):
    read(home, store)
    (claim,) = read(home, store).claims
    sent = unpack(pack(claim.with_text()))
    (home / claim.path).unlink()
    assert isinstance(sent.source, Source)
    assert [*sent.parts()] == [*claim.parts()]
    with pytest.raises(dossiers.Changed):
        _ = claim.source


def test_what_is_written_between_look_and_reading_is_read_and_not_kept_as_what_it_was(
    home: Path, store: Store
):
    read(home, store)
    seen, before = looked(home, store), pipeline.examine(home, TODAY).report
    disk.claim(home, {"quote": "Nobody wrote that"})
    workshop = Workshop(memory=store)
    found = pipeline.examine(home, TODAY, workshop=workshop, looked=seen).report
    assert found == pipeline.examine(home, TODAY).report != before
    disk.claim(home)
    assert pipeline.examine(home, TODAY, workshop=workshop, looked=looked(home, store)).report == before


def test_a_folder_where_nobody_looked_is_read(home: Path, store: Store):
    seen = looked(home, store)
    elsewhere = Looked(
        frozenset(("seeds",)), {path: d for path, d in seen.files.items() if "claims" not in path}
    )
    settings = read_settings(home)
    whole = dossiers.read_sources(home, settings)
    assert told(dossiers.read_sources(home, settings, elsewhere), home) == told(whole, home)


def test_who_has_not_looked_looks_before_reading(home: Path, store: Store, monkeypatch: pytest.MonkeyPatch):
    """As a preview does, and a check on every save."""
    workshop = Workshop(memory=store)
    monkeypatch.setattr(store, "clock", lambda: time.time_ns() + LATER)
    before = pipeline.examine(home, TODAY, workshop=workshop)
    disk.claim(home, {"quote": "Nobody wrote that"})
    edited = pipeline.examine(home, TODAY, workshop=workshop)
    assert edited.report == pipeline.examine(home, TODAY).report != before.report
    monkeypatch.setattr(files, "read_digested", no_reading)
    assert pipeline.examine(home, TODAY, workshop=workshop).report == edited.report
