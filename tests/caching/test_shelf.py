"""Many results in few files: what is kept, and what leaves."""

from __future__ import annotations

from pathlib import Path

from site_builder.caching import Shelf, Store, pack


def shelf(folder: Path) -> Shelf:
    return Shelf(Store(folder, b"k" * 32), "briefs")


def filled(folder: Path, names: range) -> Shelf:
    made = shelf(folder)
    for name in names:
        made.put(f"briefs/{name}", pack(name))
    made.close()
    return shelf(folder)


def test_what_was_put_is_there_the_next_time(tmp_path: Path):
    again = filled(tmp_path, range(200))
    assert [again.get(f"briefs/{name}") for name in range(200)] == [*range(200)]
    assert again.get("briefs/200") is None


def test_nothing_is_kept_before_it_is_closed(tmp_path: Path):
    shelf(tmp_path).put("briefs/1", pack(1))
    assert shelf(tmp_path).get("briefs/1") is None


def test_only_boards_that_changed_are_written(tmp_path: Path):
    again = filled(tmp_path, range(200))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "briefs").iterdir()}
    for name in range(200):
        again.get(f"briefs/{name}")
    again.put("briefs/new", pack("new"))
    again.close()
    written = [path for path, time in before.items() if path.stat().st_mtime_ns != time]
    assert len(written) == 1


def test_what_nobody_asks_for_leaves_in_time(tmp_path: Path):
    filled(tmp_path, range(300))
    for turn in range(4):
        made = shelf(tmp_path)
        for name in range(32):
            made.put(f"briefs/{turn}-{name}", pack("new"))
        made.close()
    last = shelf(tmp_path)
    old = [name for name in range(300) if last.get(f"briefs/{name}") is not None]
    assert len(old) <= 2 * 32
    assert all(last.get(f"briefs/3-{name}") == "new" for name in range(32))


def test_a_board_that_somebody_wrote_is_not_believed(tmp_path: Path):
    filled(tmp_path, range(50))
    for board in (tmp_path / "briefs").iterdir():
        board.write_bytes(board.read_bytes()[:-1] + b"!")
    again = shelf(tmp_path)
    assert all(again.get(f"briefs/{name}") is None for name in range(50))


def test_what_a_process_holds_is_what_was_asked_for_last(tmp_path: Path):
    filled(tmp_path, range(20))
    store = Store(tmp_path, b"k" * 32)
    store.objects = {}
    first = Shelf(store, "briefs")
    found = [first.get(f"briefs/{name}") for name in range(20)]
    first.close()
    for board in (tmp_path / "briefs").iterdir():
        board.unlink()
    second = Shelf(store, "briefs")
    assert [second.get(f"briefs/{name}") for name in range(10)] == found[:10]
    second.close()
    assert sorted(store.objects["briefs"]) == sorted(f"briefs/{name}" for name in range(10))
    third = Shelf(store, "briefs")
    assert third.put("briefs/new", pack("new")) == third.get("briefs/new") == "new"
    assert third.get("briefs/19") is None
