"""A newsroom that is known in brief is checked as one that is in memory, and no more of it is opened than needed."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from site_builder import pipeline
from site_builder.archive import filing
from site_builder.caching import Store
from site_builder.model.brief import Dossier
from site_builder.work import Workshop
from tests import disk
from tests.rules.newsroom import RECORD, TEXT, written

TODAY = datetime.date(2026, 11, 23)
KEPT = "The bridge was built in 1932."
SEAL = hashlib.sha256(KEPT.encode()).hexdigest()


def evidence(**over: Any) -> Mapping[str, Any]:
    shown = {"stance": "supports", "publisher": "The Town", "shows": "It."}
    return {"evidence": [{**shown, **over}]}


def plain(home: Path) -> None:
    """Leave it as it is."""


def with_kept_copies(home: Path) -> None:
    disk.put(home / "evidence/memo.txt", KEPT)
    for number, (file, seal, quote) in enumerate(
        [("memo.txt", SEAL, "built in 1932"), ("memo.txt", "0" * 64, "built in 1933"), ("gone.txt", SEAL, "")]
    ):
        given = {"snapshot": {"file": file, "sha256": seal}, **({"quote": quote} if quote else {})}
        disk.claim(home, evidence(**given), f"piece/kept{number}")


def with_excuses_and_the_unpublished(home: Path) -> None:
    excuse = {"rule": "Q001", "reason": "A test.", "until": "2027-01-01"}
    wrong = {"quote": "Nobody wrote that"}
    disk.claim(home, {**wrong, "excuses": [excuse]}, "piece/excused")
    disk.claim(home, {**wrong, "excuses": [{**excuse, "until": "2026-01-01"}]}, "piece/late")
    disk.claim(home, {"excuses": [excuse, {**excuse, "rule": "no-such"}]}, "piece/idle")
    disk.claim(home, {**wrong, "status": "draft"}, "piece/draft")
    disk.claim(home, {**wrong, "status": "withdrawn"}, "piece/gone")


def with_revisions(home: Path) -> None:
    wording = {"before": "Once", "after": "Words that are nowhere"}
    revisions = [{"date": "2026-10-01", "text": "More.", "wordings": [wording]}]
    disk.put(home / "seeds/piece.yaml", written({**RECORD, "revisions": revisions}))


def with_names_that_clash(home: Path) -> None:
    for path in ("Con", "other", "OTHER"):
        disk.put(home / f"seeds/{path}.txt", TEXT)
        disk.put(home / f"seeds/{path}.yaml", written(RECORD))
    disk.claim(home, {"formerly": ["piece/bridge", "old"]}, "piece/note-bridge")
    disk.claim(home, {"formerly": ["old"], "article": "othr"}, "piece/bridge/embed")
    disk.put(home / "claims/piece/broken.yaml", "article: [\n")


def with_dates_to_come(home: Path) -> None:
    disk.claim(home, {**evidence(published="2026-11-25", read="2026-11-26"), "checked_on": "2026-11-24"})


def with_a_broken_scale(home: Path) -> None:
    disk.put(home / "claims/scale.yaml", "steps: [\n")


NEWSROOMS: tuple[Callable[[Path], None], ...] = (
    plain,
    with_kept_copies,
    with_excuses_and_the_unpublished,
    with_revisions,
    with_names_that_clash,
    with_dates_to_come,
    with_a_broken_scale,
)


@pytest.mark.parametrize("make", NEWSROOMS, ids=lambda make: make.__name__)
def test_known_in_brief_or_in_memory_the_report_is_the_same(make: Callable[[Path], None], tmp_path: Path):
    home = disk.make(tmp_path / "home")
    make(home)
    store = Store(tmp_path / "kept", b"k" * 32)
    whole = pipeline.load(home, TODAY)
    for only in ((), ("claims/piece/bridge.yaml",), ("seeds/piece.txt",), ("claims",), ("nowhere",)):
        told = pipeline.check(whole, only=only)
        for memory in (Workshop(memory=store), Workshop(memory=store), Workshop()):
            found = pipeline.examine(home, TODAY, only=only, workshop=memory)
            assert found.report == told.report
            assert [case.file.path for case in found.cases] == [case.file.path for case in told.cases]
    assert make is plain or pipeline.check(whole).report.judged


def test_what_was_published_is_compared_with_all(tmp_path: Path):
    home = disk.make(tmp_path)
    disk.claim(home, {}, "piece/second")
    disk.commit(home, "As published", "published")
    disk.claim(home, {"verdict": "wrong"})
    (home / "claims/piece/second.yaml").unlink()
    told = pipeline.check(pipeline.load(home, TODAY, against="published")).report
    assert {"H004", "H006"} <= {judged.finding.code for judged in told.judged}
    assert pipeline.examine(home, TODAY, against="published").report == told


class Opened(list[str]):
    """Notes which dossiers are made, or taken out of what is kept."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        make, unpack = filing.make_dossier, filing.unpack
        monkeypatch.setattr(filing, "make_dossier", lambda job: self.noted("made", make(job)))
        monkeypatch.setattr(filing, "unpack", lambda content: self.noted("unpacked", unpack(content)))

    def noted(self, how: str, dossier: Dossier) -> Dossier:
        self.append(f"{how} {dossier.article.name if dossier.article else None}")
        return dossier


def test_on_another_day_dossiers_are_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home = disk.make(tmp_path / "home")
    with_dates_to_come(home)
    store = Store(tmp_path / "kept", b"k" * 32)
    opened = Opened(monkeypatch)
    for day, how in ((TODAY, "made"), (TODAY, ""), (TODAY + datetime.timedelta(30), "unpacked")):
        opened.clear()
        found = pipeline.examine(home, day, workshop=Workshop(memory=store)).report
        assert opened == ([f"{how} piece"] if how else [])
        assert found == pipeline.check(pipeline.load(home, day)).report


def test_an_edit_opens_its_own_dossier_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home = disk.make(tmp_path / "home")
    for name in ("other", "third"):
        disk.put(home / f"seeds/{name}.txt", TEXT)
        disk.put(home / f"seeds/{name}.yaml", written(RECORD))
        disk.claim(home, {"article": name}, f"{name}/bridge")
    store = Store(tmp_path / "kept", b"k" * 32)
    pipeline.examine(home, TODAY, workshop=Workshop(memory=store))
    disk.claim(home, {"article": "other", "explanation": "Because."}, "other/bridge")
    opened = Opened(monkeypatch)
    monkeypatch.setattr(Store, "get", no_dossier(Store.get))
    pipeline.examine(home, TODAY, only=["claims/third"], workshop=Workshop(memory=store))
    assert opened == ["made other"]


def no_dossier(get: Callable[[Store, str], Any]) -> Callable[[Store, str], Any]:
    def checked(store: Store, key: str) -> Any:
        assert not key.startswith("dossier/"), "a dossier was opened"
        return get(store, key)

    return checked


def test_what_a_preview_shows_is_kept_while_other_versions_are_checked(tmp_path: Path):
    home, folder = disk.make(tmp_path / "home"), tmp_path / "kept"

    def examined(sound: pipeline.Checked | None) -> tuple[pipeline.Checked, Store]:
        store = Store(folder, b"k" * 32)
        if sound:
            sound.keep_in(store)
        checked = pipeline.examine(home, TODAY, workshop=Workshop(memory=store))
        store.tidy()
        return checked, store

    sound, store = examined(None)
    (key,) = (filed.key for filed in sound.newsroom.filed)
    for number in range(4):
        disk.claim(home, {"quote": f"Nobody wrote that {number} times"})
        _, store = examined(sound)
    assert store.get_packed(key) is not None
