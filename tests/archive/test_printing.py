"""Whoever prints the pages of articles, and wherever they are written, they are the same; nothing else gets out."""

from __future__ import annotations

import datetime
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from bench.speed import newsroom
from site_builder import pipeline, rendering, renewing, writing
from site_builder.archive import printing
from site_builder.archive.printing import Printer
from site_builder.caching import Store
from site_builder.caching.stamps import stamp_of
from site_builder.digests import digest_of
from site_builder.work import WorkError, Workshop, executors, open_executor

TODAY = datetime.date(2026, 11, 27)
KEY = b"The key of this machine, no one's else."
Site = dict[str, bytes]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom.make(tmp_path_factory.mktemp("printing") / "home", 40)


def pages(home: Path, workshop: Workshop, folder: Path | None = None) -> Iterator[rendering.AnyPage]:
    checked = pipeline.examine(home, TODAY, workshop=workshop)
    folders = rendering.template_folders(home / "templates")
    seal = pipeline.seal(checked.newsroom, home)
    site = rendering.make_site(checked.newsroom.frame.settings, templates=folders, seal=seal, prose=[])
    share = Printer(workshop, all_pages=True, folder=folder)
    return rendering.press(checked.newsroom, site, folders, share, workshop.memory).pages()


def built(home: Path, workshop: Workshop, folder: Path | None = None) -> Site:
    """Return what is to be written of a newsroom, and what was written in ``folder`` meanwhile."""
    made: Site = {}
    for page in pages(home, workshop, folder):
        if look := writing.look_of(page):
            assert folder is not None
            assert look == stamp_of(f"{folder}/{page.path}")
            made[page.path] = (folder / page.path).read_bytes()
            assert page.content == made[page.path]
        else:
            made[page.path] = page.content.encode() if isinstance(page.content, str) else page.content
    return made


class Elsewhere(Executor):
    """Works on another machine: nothing gets there but what is sent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.sent.append(pickle.dumps((fn, args, kwargs)))
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def test_workers_write_what_this_process_would(home: Path, tmp_path: Path):
    here = built(home, Workshop())
    for jobs in (1, 2):
        store = Store(tmp_path / f"kept-{jobs}", KEY)
        with open_executor(jobs) as executor:
            there = built(home, Workshop(executor, store), tmp_path / f"site-{jobs}")
        assert there == here
        assert [*Path(tmp_path / f"site-{jobs}").rglob("text.txt")]
        assert [*(tmp_path / f"kept-{jobs}/dossier").iterdir()]
        # what they kept is believed
        assert built(home, Workshop(memory=Store(tmp_path / f"kept-{jobs}", KEY))) == here


def test_workers_without_a_folder_to_keep_in_send_what_they_made(home: Path, tmp_path: Path):
    with open_executor(2) as executor:
        workshop = Workshop(executor)
        assert workshop.shared() is None
        assert built(home, workshop, tmp_path / "site") == built(home, Workshop())
    assert not (tmp_path / "site").exists()


def test_the_key_stays_on_this_machine(home: Path, tmp_path: Path):
    store, executor = Store(tmp_path / "kept", KEY), Elsewhere()
    workshop = Workshop(executor, store)
    assert workshop.shared() is None
    assert built(home, workshop, tmp_path / "site") == built(home, Workshop())
    assert executor.sent
    assert not any(KEY in sent or str(tmp_path / "kept").encode() in sent for sent in executor.sent)
    assert not (tmp_path / "site").exists()


def test_what_a_worker_cannot_keep_comes_back(home: Path, tmp_path: Path):
    kept = tmp_path / "kept"
    kept.write_text("a file where the folder should be")
    store = Store(kept, KEY)
    assert store.trouble
    with open_executor(2) as executor:
        assert built(home, Workshop(executor, store), tmp_path / "site") == built(home, Workshop())


def die(*_: object) -> None:
    os._exit(1)


def test_a_worker_that_dies_leaves_the_published_site_and_nothing_else(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    site = tmp_path / "site"
    writing.write([rendering.Page("index.html", "published")], site)
    staged = writing.stage(site)
    monkeypatch.setattr(printing, "pack_away", die)
    # a worker knows of it only if it is a copy of this process
    monkeypatch.setattr(executors, "_context", lambda: multiprocessing.get_context("fork"))
    with pytest.raises(WorkError, match="--jobs 1"), open_executor(2) as executor:
        workshop = Workshop(executor, Store(tmp_path / "kept", KEY))
        for _ in pages(home, workshop, staged):
            pass
    assert not multiprocessing.active_children()
    writing.release(staged)
    assert [path.name for path in tmp_path.iterdir() if path.name != "kept"] == ["site"]
    assert writing.files_of(site) == ["index.html"]


def test_what_two_write_is_what_the_later_one_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    root, site = tmp_path / "home", tmp_path / "home/site"
    root.mkdir()
    staged = writing.stage(site)
    ground = renewing.open_ground(root, staged, site)
    assert ground.open_folder == staged
    one, other = rendering.Page("a/index.html", "one"), rendering.Page("a/index.html", "the other")
    digests = [digest_of(page.content) for page in (one, other)]
    looks = [writing_look(page, staged) for page in (other, one)]
    given = [
        rendering.KnownPage(page.path, digest, "", lambda page=page: page.content, look)  # type: ignore[misc]
        for page, digest, look in zip((one, other), digests, reversed(looks), strict=True)
    ]
    writing.write(ground.missing(given), staged)
    whole = ground.join(staged)
    looks_now = ground.publish(whole, staged, site)
    ground.close()
    assert (site / "a/index.html").read_text() == "the other"
    assert looks_now
    assert looks_now.still()


def writing_look(page: rendering.Page, folder: Path) -> bytes:
    writing.write([page], folder)
    return stamp_of(f"{folder}/{page.path}")
