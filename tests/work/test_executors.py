"""Whoever does the work, the outcome is the same, and who cannot do it says so."""

from __future__ import annotations

import datetime
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder import pipeline, writing
from site_builder.work import Here, WorkError, Workshop, open_executor
from site_builder.work.executors import ENOUGH
from site_builder.work.workshop import _handfuls
from tests import disk
from tests.conftest import run
from tests.dossiers.test_dossiers import told
from tests.rules.newsroom import RECORD, TEXT, written

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A newsroom of several articles, one of its claims unsound."""
    disk.make(tmp_path)
    for name in ("a", "b", "c"):
        disk.put(tmp_path / f"seeds/{name}.txt", TEXT)
        disk.put(tmp_path / f"seeds/{name}.yaml", written(RECORD))
        disk.claim(tmp_path, {"article": name}, f"{name}/bridge")
    disk.claim(tmp_path, {"article": "b", "quote": "Nobody wrote that"}, "b/wrong")
    return tmp_path


def test_processes_find_what_this_one_finds(home: Path):
    here = told(pipeline.examine(home, TODAY))
    for jobs in (1, 2, 3):
        with open_executor(jobs) as executor:
            found = told(pipeline.examine(home, TODAY, workshop=Workshop(executor)))
            assert found == here
    assert here[-1].blocks


def test_the_command_prints_the_same(home: Path):
    printed = {
        run("site-builder", "check", "--format", "json", "--no-cache", *jobs, cwd=home).stdout
        for jobs in ((), ("--jobs", "1"), ("--jobs", "2"))
    }
    assert len(printed) == 1
    assert "quote-not-found" in printed.pop()


def test_the_size_of_the_newsroom_decides():
    with open_executor(claims=ENOUGH - 1) as executor:
        assert isinstance(executor, Here)


def test_handfuls_become_small_at_the_end():
    for number, shares in ((1000, 8), (100, 8), (100, 64), (3, 8), (0, 8)):
        sizes = [len(some) for some in _handfuls(range(number), number, shares)]
        assert sum(sizes) == number
        assert sizes == sorted(sizes, reverse=True)
        assert sizes[-1:] in ([], [1])
        assert len(sizes) >= min(number, shares)


def die(number: int) -> int:
    os._exit(number)


def test_a_worker_that_dies_is_told_of():
    with pytest.raises(WorkError, match="--jobs 1"), open_executor(2) as executor:
        Workshop(executor).map(die, [1, 2, 3])


def test_an_exception_of_the_work_comes_through():
    with pytest.raises(ZeroDivisionError), open_executor(2) as executor:
        Workshop(executor).map((1).__truediv__, [1, 0])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--executor", "spark:x"), "is no executor"),
        (("--executor", "dask:"), "is no executor"),
        (("--executor", "dask:tcp://127.0.0.1:9", "--jobs", "2"), "either a number of jobs or an executor"),
        (("--jobs", "0"), "1 or more"),
    ],
)
def test_what_cannot_be_had_is_told_without_a_traceback(home: Path, options: tuple[str, ...], says: str):
    done = run("site-builder", "check", *options, cwd=home)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


_SLEEPERS = """
import time
from site_builder.work import Workshop, open_executor
with open_executor(2) as executor:
    print("begun", flush=True)
    Workshop(executor).map(time.sleep, [600] * 8)
"""


@pytest.fixture
def sleepers() -> Iterator[subprocess.Popen[bytes]]:
    """Begin a command whose workers would work for long."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SLEEPERS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout and process.stdout.readline()
    time.sleep(1)
    yield process
    if _lives(process.pid):
        os.killpg(process.pid, signal.SIGKILL)


def test_an_interrupt_ends_the_workers_too(sleepers: subprocess.Popen[bytes]):
    os.killpg(sleepers.pid, signal.SIGINT)
    sleepers.communicate(timeout=60)
    assert sleepers.returncode
    assert _ends(sleepers.pid), "a worker outlived the command"


def test_workers_end_with_a_command_that_is_killed(sleepers: subprocess.Popen[bytes]):
    """They would wait for work for ever, and hold the locks that the command had."""
    sleepers.kill()
    sleepers.wait(timeout=60)
    assert _ends(sleepers.pid), "a worker outlived the command"


def _ends(group: int) -> bool:
    end = time.monotonic() + 30
    while _lives(group) and time.monotonic() < end:
        time.sleep(0.1)
    return not _lives(group)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.long
def test_a_dask_cluster_of_two_processes_finds_the_same(home: Path):
    distributed = pytest.importorskip("distributed")
    here = run("site-builder", "check", "--format", "json", "--no-cache", cwd=home)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        address = f"dask:{cluster.scheduler_address}"
        there = run(
            "site-builder", "check", "--format", "json", "--no-cache", "--executor", address, cwd=home
        )
    assert there.returncode == here.returncode == 1, there.stderr
    assert json.loads(there.stdout) == json.loads(here.stdout)


@pytest.mark.long
def test_a_dask_cluster_of_two_processes_builds_the_same_site(home: Path):
    distributed = pytest.importorskip("distributed")
    (home / "claims/b/wrong.yaml").unlink()
    disk.put(home / "docs/methodology.md", "# Methodology\n")
    here = built(home)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        assert built(home, f"'dask:{cluster.scheduler_address}'") == here


def built(home: Path, executor: str = "null") -> dict[str, bytes]:
    options = f"cache: false, search: false, social_cards: false, executor: {executor}"
    site = f"site_name: Bridges\nsite_url: https://example.org/\nplugins: [site_builder: {{{options}}}]\n"
    disk.put(home / "mkdocs.yml", f"{site}theme: {{name: null, custom_dir: templates}}\n")
    (home / "templates").mkdir(exist_ok=True)
    done = run("mkdocs", "build", cwd=home)
    assert done.returncode == 0, done.stderr
    return {path: (home / "site" / path).read_bytes() for path in writing.files_of(home / "site")}
