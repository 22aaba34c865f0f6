"""What was kept is believed only if this machine signed it for the very thing that is asked for."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.caching import Store, find_key
from site_builder.caching.keys import VARIABLE
from tests import disk
from tests.conftest import run

KEY = b"k" * 32


class Piece:
    def __init__(self, *parts: str) -> None:
        self._parts = parts

    def parts(self) -> Iterator[str]:
        yield from self._parts


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept", KEY)


def path_of(tmp_path: Path, key: str) -> Path:
    return tmp_path / "kept" / key


def test_what_was_kept_is_found(store: Store, tmp_path: Path):
    key = store.key("sum", Piece("a", "b"))
    assert store.get(key) is None
    store.put(key, {"figures": (1, 2)})
    assert store.get(key) == {"figures": (1, 2)}
    assert Store(tmp_path / "kept", KEY).get(key) == {"figures": (1, 2)}
    assert store.trouble == ""


def test_the_name_tells_purposes_and_parts_apart(store: Store):
    names = [
        store.key(purpose, Piece(*parts))
        for purpose, parts in (
            ("a", ("bc",)),
            ("ab", ("c",)),
            ("a", ("b", "c")),
            ("a", ("bc", "")),
            ("a", ()),
        )
    ]
    assert len(set(names)) == len(names)


class Bomb:
    def __init__(self, target: Path) -> None:
        self._target = target

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self._target),)


def test_a_foreign_file_is_not_even_opened(store: Store, tmp_path: Path):
    key = store.key("sum", Piece("a"))
    bomb = pickle.dumps(Bomb(tmp_path / "ran"))
    path = path_of(tmp_path, key)
    path.parent.mkdir(parents=True)
    for content in (bomb, b"\0" * 32 + bomb, b"", b"short"):
        path.write_bytes(content)
        assert store.get(key) is None
    # signed, but by somebody else
    Store(tmp_path / "kept", b"other" * 7).put(key, Bomb(tmp_path / "ran"))
    assert path.read_bytes()
    assert store.get(key) is None
    assert not (tmp_path / "ran").exists()


def test_a_file_under_another_name_is_foreign(store: Store, tmp_path: Path):
    one, other = store.key("sum", Piece("a")), store.key("sum", Piece("b"))
    store.put(one, "of a")
    store.put(other, "of b")
    path_of(tmp_path, other).write_bytes(path_of(tmp_path, one).read_bytes())
    assert store.get(other) is None


def test_no_changed_byte_passes(store: Store, tmp_path: Path):
    key = store.key("sum", Piece("a"))
    store.put(key, ["something", 12])
    path = path_of(tmp_path, key)
    sound = path.read_bytes()
    for at in range(len(sound)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        assert store.get(key) is None
        path.write_bytes(sound[:at])
        assert store.get(key) is None


def test_only_what_is_needed_is_kept(tmp_path: Path):
    for number in range(9):
        old = Store(tmp_path / "kept", KEY)
        old.put(old.key("sum", Piece(str(number))), number)
    new = Store(tmp_path / "kept", KEY)
    kept = new.key("sum", Piece("8"))
    assert new.get(kept) == 8
    new.tidy()
    assert new.get(kept) == 8
    assert len(list((tmp_path / "kept/sum").iterdir())) == 2


def test_a_place_where_nothing_can_be_kept_is_told(tmp_path: Path):
    (tmp_path / "kept").write_text("a file where a folder should be")
    store = Store(tmp_path / "kept", KEY)
    store.put(store.key("sum", Piece("a")), 1)
    store.tidy()
    assert store.trouble


def test_the_key_is_made_once_and_is_for_this_user_alone(tmp_path: Path):
    home = {"XDG_STATE_HOME": str(tmp_path)}
    key = find_key(home)
    assert key and len(key) == 32
    assert find_key(home) == key
    path = tmp_path / "site_builder/key"
    assert path.stat().st_mode & 0o077 == 0
    path.chmod(0o644)
    assert find_key(home) is None


def test_a_key_from_the_environment_comes_first(tmp_path: Path):
    home = {"XDG_STATE_HOME": str(tmp_path)}
    assert find_key({VARIABLE: "a secret of CI", **home}) != find_key({VARIABLE: "another", **home})
    assert not (tmp_path / "site_builder").exists()


def test_a_check_goes_on_where_nothing_can_be_kept(tmp_path: Path):
    home = disk.make(tmp_path / "home")
    disk.put(home / ".cache/site_builder", "a file where a folder should be")
    done = run("site-builder", "check", cwd=home, XDG_STATE_HOME=str(tmp_path))
    assert done.returncode == 0
    assert "No result could be kept for the next time" in done.stderr
    (tmp_path / "state").write_text("")
    done = run("site-builder", "check", cwd=home, XDG_STATE_HOME=str(tmp_path / "state"))
    assert done.returncode == 0
    assert "no folder for the key" in done.stderr


def test_a_check_prints_the_same_with_what_was_kept(tmp_path: Path):
    home = disk.make(tmp_path / "home")
    disk.claim(home, {"quote": "Nobody wrote that"}, "piece/wrong")
    printed = [run("site-builder", "check", cwd=home, XDG_STATE_HOME=str(tmp_path)) for _ in range(2)]
    assert printed[0].stdout == printed[1].stdout
    assert printed[0].returncode == 1
    assert "Nobody wrote that" in printed[0].stdout
