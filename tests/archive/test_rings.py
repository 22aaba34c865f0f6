"""Nothing that a check or a build makes holds itself: they look for no such rings, and would keep them to their end."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.speed import newsroom
from site_builder import dossiers, pipeline, rendering
from site_builder.archive import brief_of
from site_builder.archive.printing import Printer
from site_builder.reading.settings import read_settings
from site_builder.work import Workshop

TODAY = datetime.date(2026, 11, 27)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom.make(tmp_path_factory.mktemp("rings") / "home", 20)


@pytest.fixture
def found() -> Iterator[Callable[[], list[str]]]:
    """Yield what tells the rings that were made since."""
    enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)

    def kinds() -> list[str]:
        gc.collect()
        ours = [type(each) for each in gc.garbage if type(each).__module__.startswith("site_builder.")]
        return sorted({kind.__name__ for kind in ours})

    yield kinds
    gc.set_debug(0)
    gc.garbage.clear()
    if enabled:
        gc.enable()


def test_a_check_leaves_none(home: Path, found: Callable[[], list[str]]):
    settings = read_settings(home)
    project = pipeline.load(home, TODAY)
    for job in dossiers.make_jobs(dossiers.read_sources(home, settings), settings, project.scale):
        brief_of(dossiers.make_dossier(job), project)
    assert found() == []


def test_printing_leaves_none(home: Path, found: Callable[[], list[str]]):
    workshop = Workshop()
    checked = pipeline.examine(home, TODAY, workshop=workshop)
    folders = rendering.template_folders(home / "templates")
    site = rendering.make_site(checked.newsroom.frame.settings, templates=folders, prose=[])
    share = Printer(workshop, all_pages=True)
    first = rendering.press(checked.newsroom, site, folders, share)
    assert sum(1 for _ in first.pages())
    # what a process makes once of its settings may hold itself
    gc.collect()
    gc.garbage.clear()
    again = rendering.press(checked.newsroom, site, folders, share)
    assert sum(1 for _ in again.pages())
    kinds = found()
    assert not {"Article", "Claim", "Case", "Entry", "Reviewed", "Dossier"} & set(kinds), kinds
