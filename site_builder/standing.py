"""What was made of some files the last time, and stands as long as they do: a whole site, or a report.

Everything that it was made from is compared by its digest with what it was then; a file that the system tells to be
untouched is not read for it (`caching/looks.py`). Of a site itself, every file must be the one that was written.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from site_builder.caching import Look, Seen, Store, look, see
from site_builder.frozen import frozen
from site_builder.reading.looked import Looked

_TICK = 0.01
"""Seconds in which the clocks of most file systems move on."""
_TRIES = 3


@frozen
class _Kept:
    """What was made, and from what."""

    places: tuple[Path, ...]
    content: bytes
    made: Any


@frozen
class _Words:
    words: tuple[str, ...]

    def parts(self) -> Iterator[str]:
        yield from self.words


class Wish:
    """Something that is asked for in ``words``, and made from files: it depends on nothing else."""

    def __init__(self, purpose: str, words: Iterable[str], store: Store) -> None:
        self._store = store
        self._key = store.key(purpose, _Words(tuple(words)))
        self._key_of_look = store.name("look")
        self._before: Look | None = store.get(self._key_of_look)
        self._places: tuple[Path, ...] = ()
        self._look: Look | None = None

    def find(self) -> Any | None:
        """Return what was made the last time, if no file has changed since; else ``None``."""
        kept: _Kept | None = self._store.get(self._key)
        if kept is None:
            return None
        self.look_at(kept.places)
        if self._look is None or self._look.content != kept.content:
            return None
        self._keep_look()
        return kept.made

    def look_at(self, places: Iterable[Path]) -> None:
        """Look at the files that it is made from, before it is. Where one cannot be read, nothing will be kept."""
        named = tuple(places)
        if self._look is None or named != self._places:
            self._places, self._look = named, self._look_now(named)

    def looked(self, root: Path) -> Looked | None:
        """Return what was seen of the files in ``root``; ``None`` where nothing was."""
        return looked(self._look, root) if self._look else None

    def keep(self, made: Any) -> None:
        """Keep what was made; not if a file has changed meanwhile."""
        if before := self._look:
            self._look = self._look_now(self._places)
            if self._look and self._look.content == before.content:
                self._store.put(self._key, _Kept(self._places, before.content, made))
                self._keep_look()
                self._store.tidy()

    def _look_now(self, places: tuple[Path, ...]) -> Look | None:
        try:
            return look(places, self._store.clock(), self._look or self._before)
        except OSError:
            return None

    def _keep_look(self) -> None:
        if self._look is self._before:
            self._store.use(self._key_of_look)
        else:
            self._store.put(self._key_of_look, self._look)


def look_around(root: Path, places: Iterable[str], store: Store) -> Looked | None:
    """Look at the files in ``places`` of the newsroom in ``root``; return ``None`` where one cannot be read."""
    found = look_again(root, places, store)
    return looked(found, root) if found else None


def look_again(
    root: Path,
    places: Iterable[str],
    store: Store,
    last: Look | None = None,
    heard: Collection[str] | None = None,
) -> Look | None:
    """Return what is seen of these files now; ``None`` where one cannot be read.

    Where the system told of all that changed since ``last``, ``heard`` are the paths that it told of.
    """
    key = store.name("look")
    before: Look | None = last or store.get(key)
    try:
        found = look([root / place for place in places], store.clock(), before, heard if last else None)
    except OSError:
        return None
    if found is not before:
        store.put(key, found)
    return found


def looked(found: Look, root: Path) -> Looked:
    """Return what was seen of the files in ``root``."""
    top = f"{root}/"
    inside = {path[len(top) :]: seen for path, seen in found.files.items() if path.startswith(top)}
    return Looked(frozenset(place[len(top) :] for place in found.places if place.startswith(top)), inside)


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
