"""What was made of some files the last time, and stands as long as they do: a whole site, or a report.

Everything that it was made from is compared by its digest with what it was then; a file that the system tells to be
untouched is not read for it (`caching/looks.py`). Of a site itself, every file must be the one that was written.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_builder.caching import Look, Seen, Store, look, see

_TICK = 0.01
"""Seconds in which the clocks of most file systems move on."""
_TRIES = 3


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was made, and from what: ``seen`` is empty where the files were too young to be known by their looks."""

    places: tuple[Path, ...]
    seen: Seen | None
    content: bytes
    made: Any


@dataclass(frozen=True, slots=True)
class _Words:
    words: tuple[str, ...]

    def parts(self) -> Iterator[str]:
        yield from self.words


class Wish:
    """Something that is asked for in ``words``, and made from files: it depends on nothing else."""

    def __init__(self, purpose: str, words: Iterable[str], store: Store) -> None:
        self._store = store
        said = _Words(tuple(words))
        self._key, self._key_of_look = store.key(purpose, said), store.key("look", said)
        self._kept: _Kept | None = None
        self._look: Look | None = None

    def find(self) -> Any | None:
        """Return what was made the last time, if no file has changed since; else ``None``."""
        self._kept = kept = self._store.get(self._key)
        if kept is None:
            return None
        if kept.seen and kept.seen.still():
            self._store.use(self._key_of_look)
            return kept.made
        self.look_at(kept.places)
        if self._look is None or self._look.content != kept.content:
            return None
        self._put(self._look, kept.places, kept.made)
        return kept.made

    def look_at(self, places: Iterable[Path]) -> None:
        """Look at the files that it is made from, before it is. Where one cannot be read, nothing will be kept."""
        before = self._look or self._store.get(self._key_of_look)
        self._places = tuple(places)
        try:
            self._look = look(self._places, self._store.clock(), before)
        except OSError:
            self._look = None

    def keep(self, made: Any) -> None:
        """Keep what was made; not if a file has changed meanwhile."""
        if before := self._look:
            self.look_at(self._places)
            if self._look and self._look.content == before.content:
                self._put(self._look, self._places, made)

    def _put(self, found: Look, places: tuple[Path, ...], made: Any) -> None:
        seen = found.seen if found.settled else None
        self._store.put(self._key, _Kept(places, seen, found.content, made))
        self._store.put(self._key_of_look, found)
        self._store.tidy()


def see_site(site: Path, store: Store) -> Seen | None:
    """Return how the files and folders of a finished site stand; ``None`` where somebody writes in them still."""
    for _ in range(_TRIES):
        now, seen = store.clock(), see(_paths(str(site)))
        if seen.latest < now:
            return seen
        # a change in the same tick would not be seen
        time.sleep(_TICK)
    return None


def _paths(folder: str) -> Iterator[str]:
    yield folder
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _paths(entry.path)
            else:
                yield entry.path
