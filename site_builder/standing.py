"""Whether a site stands already as its files ask for it, or a report is known: then there is nothing to do.

Nothing here is guessed from dates of files: everything that a build reads is read, and compared by its digest with what
the last build read. Of the site itself, every file must be the one that was written then.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from site_builder.caching import Store

Manifest = tuple[tuple[str, int, int, int], ...]
"""Of each file of a site: its path, its bytes, when it was written (ns), and its inode."""

T = TypeVar("T")

_PURPOSE = "site"


@dataclass(frozen=True, slots=True)
class Asked:
    """A site that is asked for: what is said about it, and the files and folders that it is made from."""

    words: tuple[str, ...]
    places: tuple[Path, ...]

    def parts(self) -> Iterator[str]:
        """Yield everything that the site depends on, but for the program.

        Raises:
            OSError: a file cannot be read.
        """
        yield from self.words
        for place in self.places:
            yield str(place)
            for path in sorted(_files(place)):
                with open(path, "rb") as file:
                    yield f"{path} {hashlib.blake2b(file.read(), digest_size=24).hexdigest()}"


def _files(place: Path) -> Iterator[str]:
    if place.is_file():
        yield str(place)
    for parent, folders, names in os.walk(place):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (f"{parent}/{name}" for name in names if not name.startswith("."))


def stands(key: str, site: Path, store: Store) -> bool:
    """Tell whether the site of this ``key`` is the one in ``site``, whole and untouched since it was built."""
    try:
        built: Manifest | None = store.get(key) if key else None
        return bool(built) and built == _manifest(site)
    except OSError:
        return False


def kept(purpose: str, asked: Asked, store: Store, make: Callable[[], T]) -> T:
    """Return what ``make`` gave the last time that all was as it is now; else make it, and keep it."""
    try:
        key = store.key(purpose, asked)
    except OSError:
        return make()
    found: T | None = store.get(key)
    if found is not None:
        return found
    made = make()
    store.put(key, made)
    store.tidy()
    return made


def remember(asked: Asked, key: str, site: Path, store: Store) -> None:
    """Remember that ``site`` was built as ``asked``; not if, meanwhile, its files came to have another ``key``."""
    try:
        if key and key == key_of(asked, store):
            store.put(key, _manifest(site))
            store.tidy()
    except OSError as error:
        store.trouble = store.trouble or str(error.strerror)


def key_of(asked: Asked, store: Store) -> str:
    """Return the name of what is asked for; empty where that cannot be read."""
    try:
        return store.key(_PURPOSE, asked)
    except OSError:
        return ""


def _manifest(site: Path) -> Manifest:
    return tuple(sorted(_seen(str(site), "")))


def _seen(folder: str, inside: str) -> Iterable[tuple[str, int, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _seen(entry.path, f"{name}/")
            else:
                found = entry.stat(follow_symlinks=False)
                yield name, found.st_size, found.st_mtime_ns, found.st_ino
