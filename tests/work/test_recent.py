"""What is held in memory is what the store has, and no more than was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from site_builder.caching import Store
from site_builder.work.recent import Recent


class Piece:
    def __init__(self, part: str) -> None:
        self._part = part

    def parts(self) -> Iterator[str]:
        yield self._part


def test_what_was_asked_for_last_is_held(tmp_path: Path):
    held: dict[str, object] = {}
    for asked in ("ab", "bc"):
        recent = Recent(Store(tmp_path, b"k" * 32), held)
        for part in asked:
            key = recent.key("make_dossier", Piece(part))
            if recent.get(key) is None:
                recent.put(key, [part])
        recent.forget()
    assert sorted(map(str, held.values())) == ["['b']", "['c']"]
    again = Recent(Store(tmp_path, b"k" * 32), held)
    key = again.key("make_dossier", Piece("c"))
    assert again.get(key) is held[key]
    assert again.get(again.key("make_dossier", Piece("d"))) is None


def test_pages_are_not_held(tmp_path: Path):
    held: dict[str, object] = {}
    recent = Recent(Store(tmp_path, b"k" * 32), held)
    key = recent.key("render_bundle", Piece("a"))
    recent.put(key, ["pages"])
    assert recent.get(key) == ["pages"]
    assert held == {}
