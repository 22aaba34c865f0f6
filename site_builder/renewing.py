"""The site before the last, made into the next one: only what differs is written, and little is removed.

A build leaves the site that it replaced in the cache. The next one takes it as its ground: what is there already, byte
for byte, stays; what only the published site has is linked from there; the rest is written beside and moved in. Then
the two change places as ever. Nothing is written into a file that is there: a file is put in the place of another.

What is there is known by its looks, as in `caching/looks.py`: a file that anybody touched is written anew, and a ground
with a file too many or too few is none.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from site_builder import writing
from site_builder.caching import FOLDER, Seen, Store, open_store, seen_as
from site_builder.caching.looks import Stamp, stamp_of
from site_builder.digests import bytes_of, digest_of

_TICK = 0.01
"""Seconds in which the clocks of most file systems move on."""
_TRIES = 3


class Bare:
    """No ground: the whole site is written, and the old one removed."""

    def missing(self, outputs: Iterable[writing.Output]) -> Iterable[writing.Output]:
        """Return all of them."""
        return outputs

    def join(self, staged: Path) -> Path:
        """Return the folder of the whole new site."""
        return staged

    def publish(self, whole: Path, _staged: Path, target: Path) -> Seen | None:
        """Put it in the place of the old one."""
        writing.publish(whole, target)
        return None

    def close(self) -> None:
        """Do nothing: nobody waits for it."""


@dataclass(frozen=True, slots=True)
class _Manifest:
    """The files of a site, each as it looks and with the digest of its content, and its folders, as they look."""

    files: dict[str, tuple[Stamp, bytes]] = field(default_factory=dict)
    folders: dict[str, Stamp] = field(default_factory=dict)

    def stands(self, folder: Path) -> bool:
        """Tell whether these files and no others are in the folder: none came or went."""
        looks = self.folders.items()
        return bool(self.files) and all(_look(f"{folder}/{path}") == stamp for path, stamp in looks)

    def has(self, folder: Path, path: str, digest: bytes) -> Stamp | None:
        """Return how the file at ``path`` looks, if it is untouched and has the content of this digest."""
        known = self.files.get(path)
        if known is None or known[1] != digest or _look(f"{folder}/{path}") != known[0]:
            return None
        return known[0]


@dataclass(frozen=True, slots=True)
class _Made:
    """An output whose content was asked for."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Name:
    target: str

    def parts(self) -> Iterator[str]:
        yield self.target


class Ground(Bare):
    """What the next site in ``target`` is built on. ``place`` holds the site before, on the same disk."""

    def __init__(self, place: Path, staged: Path, target: Path, store: Store, lock: int) -> None:
        self._before, self._staged, self._site = place / "site", staged, target
        self._store, self._lock = store, lock
        self._key = store.key("sites", _Name(str(target)))
        kept: tuple[_Manifest, _Manifest] | None = store.get(self._key)
        self._published, self._ground = kept or (_Manifest(), _Manifest())
        if not self._ground.stands(self._before):
            self._ground = _Manifest()
            # at once: files that it shares with others will look changed
            shutil.rmtree(self._before, ignore_errors=True)
        self._next = _Manifest()
        self._digests: dict[str, bytes] = {}
        self._given: set[str] = set()

    def missing(self, outputs: Iterable[writing.Output]) -> Iterator[writing.Output]:
        """Yield those of ``outputs`` that must be written.

        What is there already is not asked for its content where it tells its digest.
        """
        for output in outputs:
            path, told = output.path, writing.known_digest(output)
            made = None if told else bytes_of(output.content)
            digest = told or digest_of(made or b"")
            self._digests[path] = digest
            if stamp := self._ground.has(self._before, path, digest):
                self._next.files[path] = stamp, digest
                continue
            self._given.add(path)
            if self._link(path, digest):
                continue
            if made is None:
                made = bytes_of(output.content)
                # what is noted of a file is what is in it, whatever was told of it
                self._digests[path] = digest_of(made)
            yield _Made(path, made)

    def _link(self, path: str, digest: bytes) -> bool:
        """Let the published file be in the new site too, if it has this content."""
        known = self._published.has(self._site, path, digest)
        if known is None:
            return False
        ours = self._staged / path
        try:
            ours.parent.mkdir(parents=True, exist_ok=True)
            os.link(self._site / path, ours)
        except OSError:
            return False
        # another build may have put another site there in this very moment; a new link changes but one of the times
        if _kept_by_links(stamp := stamp_of(str(ours))) == _kept_by_links(known):
            self._published.files[path] = stamp, digest
            return True
        ours.unlink()
        return False

    def join(self, staged: Path) -> Path:
        """Return the folder of the whole new site, which is not published yet; ``staged`` holds what is not there."""
        folder = self._before if self._ground.files else staged
        # what another program wrote counts only where no page of ours is
        new = [p for p in writing.files_of(staged) if p in self._given or p not in self._digests]
        whole = _Joining(folder, self._site, self._published, self._next)
        self._next.folders.update(self._ground.folders)
        for path in self._ground.files.keys() - self._next.files.keys() - set(new):
            whole.remove(path)
        for path in new:
            whole.take(staged, path, self._digests.get(path) or digest_of((staged / path).read_bytes()))
        whole.look_at_folders()
        return folder

    def publish(self, whole: Path, staged: Path, target: Path) -> Seen | None:
        """Put the new site in the place of the old one, which is kept; return how it looks, where that is sure."""
        if _look(str(target)) != self._published.folders.get(""):
            # somebody put a file there, or took one away: it is kept all the same, because files that go look changed
            self._published = _Manifest()
        writing.publish(whole, target, self._before)
        writing.release(staged)
        self._next.folders[""] = stamp_of(str(target))
        if not self._wait():
            return None
        if look := _look(str(self._before)):
            # a folder that gets another name looks changed
            self._published.folders[""] = look
        self._store.put(self._key, (self._next, self._published))
        self._store.tidy()
        looks = {f"{target}/{path}": stamp for path, (stamp, _) in self._next.files.items()}
        looks |= {f"{target}/{path}".rstrip("/"): stamp for path, stamp in self._next.folders.items()}
        return seen_as(looks)

    def close(self) -> None:
        """Let the next build have it."""
        if self._lock >= 0:
            os.close(self._lock)
        self._lock = -1

    def _wait(self) -> bool:
        """Wait for the clock to move on: a change in the same tick would not be seen. Tell whether it has."""
        stamps = (*(stamp for stamp, _ in self._next.files.values()), *self._next.folders.values())
        latest = max(max(stamp[1], stamp[2]) for stamp in stamps)
        for _ in range(_TRIES):
            if self._store.clock() > latest:
                return True
            time.sleep(_TICK)
        return False


def open_ground(root: Path | None, staged: Path, target: Path) -> Bare:
    """Return the ground of the next site in ``target``, from the cache in ``root``.

    It is bare where there is no cache, another build has it, or it lies on another disk.
    """
    store = open_store(root, "sites") if root else None
    if root is None or store is None:
        return Bare()
    place = root / FOLDER / "before"
    try:
        place.mkdir(parents=True, exist_ok=True)
        if place.stat().st_dev != target.parent.stat().st_dev:
            return Bare()
        lock = os.open(place / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        return Bare()
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        return Bare()
    return Ground(place, staged, target, store, lock)


class _Joining:
    """The new site as it comes together in ``folder``: the files that are there, and those that come to it."""

    def __init__(self, folder: Path, site: Path, published: _Manifest, found: _Manifest) -> None:
        self._folder = folder
        self._site, self._published, self._found = site, published, found
        self._touched: set[str] = {""}

    def remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it."""
        self._let_go(path)
        parent = path
        while parent := parent.rpartition("/")[0]:
            self._touched.add(parent)
            try:
                (self._folder / parent).rmdir()
            except OSError:
                break

    def take(self, staged: Path, path: str, digest: bytes) -> None:
        """Move a file in from ``staged``."""
        ours = self._folder / path
        if staged != self._folder:
            ours.parent.mkdir(parents=True, exist_ok=True)
            self._let_go(path)
            with self._twin_noted(path):
                (staged / path).rename(ours)
        self._found.files[path] = stamp_of(str(ours)), digest
        parent = path
        while parent:
            parent = parent.rpartition("/")[0]
            self._touched.add(parent)

    def look_at_folders(self) -> None:
        """Note how the folders look in which anything changed."""
        for inside in self._touched:
            look = _look(f"{self._folder}/{inside}")
            # a file may have the name now
            if look and inside not in self._found.files:
                self._found.folders[inside] = look
            else:
                self._found.folders.pop(inside, None)

    def _let_go(self, path: str) -> None:
        """Remove a file, if it is there."""
        with self._twin_noted(path):
            (self._folder / path).unlink(missing_ok=True)

    @contextmanager
    def _twin_noted(self, path: str) -> Iterator[None]:
        """Note how the file looks in the published site: where both are one, what is done to ours changes it."""
        theirs, known = f"{self._site}/{path}", self._published.files.get(path)
        untouched = known and _look(theirs) == known[0]
        yield
        look = _look(theirs)
        if known and look and untouched and _kept_by_links(look) == _kept_by_links(known[0]):
            self._published.files[path] = look, known[1]


def _kept_by_links(stamp: Stamp) -> Stamp:
    """Return what stays the same of a file that gets another link, or loses one."""
    size, written, _, inode = stamp[:4]
    return size, written, inode


def _look(path: str) -> Stamp | None:
    try:
        return stamp_of(path)
    except OSError:
        return None
