"""Another process looks at many files, and tells what this one would have seen."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from site_builder.caching import Ahead, ahead
from site_builder.caching.stamps import stamps_at


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    for number in range(20):
        (tmp_path / f"{number}").write_text("x" * number)
    (tmp_path / "link").symlink_to("3")
    return [*map(str, sorted(tmp_path.iterdir())), str(tmp_path / "missing")]


@pytest.fixture(autouse=True)
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_ENOUGH", 1)
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def children() -> list[int]:
    """Return this process' children that nobody has waited for."""
    with Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").open() as file:
        return [*map(int, file.read().split())]


def test_it_tells_what_stands_there(paths: list[str]):
    assert Ahead(paths).stamps() == stamps_at(paths)


def test_it_looks_when_it_is_begun(paths: list[str]):
    before = stamps_at(paths)
    looking = Ahead(paths)
    # it has ended, but nobody has asked for its code yet
    os.waitid(os.P_PID, looking._child, os.WEXITED | os.WNOWAIT)
    Path(paths[0]).write_text("changed")
    assert looking.stamps() == before != stamps_at(paths)


def test_it_looks_itself_where_the_other_died(paths: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Ahead, "_look", lambda self: os._exit(1))
    assert Ahead(paths).stamps() == stamps_at(paths)


@pytest.mark.parametrize("what", ["os.fork", "mmap.mmap"])
def test_it_looks_itself_where_the_system_has_no_room(
    paths: list[str], monkeypatch: pytest.MonkeyPatch, what: str
):
    def full(*_: object) -> int:
        raise OSError(errno.ENOMEM, "no room")

    monkeypatch.setattr(what, full)
    assert Ahead(paths).stamps() == stamps_at(paths)


@pytest.mark.parametrize("asked", [True, False])
def test_no_process_stays(paths: list[str], asked: bool):
    there = children()
    looking = Ahead(paths)
    assert len(children()) == len(there) + 1
    if asked:
        looking.stamps()
    looking.close()
    looking.close()
    assert children() == there


@pytest.mark.parametrize(("enough", "processors", "threads"), [(1000, 2, 1), (1, 1, 1), (1, 2, 2)])
def test_sometimes_it_looks_itself(
    paths: list[str], monkeypatch: pytest.MonkeyPatch, enough: int, processors: int, threads: int
):
    monkeypatch.setattr(ahead, "_ENOUGH", enough)
    monkeypatch.setattr(ahead, "processors", lambda: processors)
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("another process was begun"))
    assert Ahead(paths).stamps() == stamps_at(paths)
