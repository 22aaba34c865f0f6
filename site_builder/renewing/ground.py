"""The ground of the next site: the one before the last, as it lies in the cache."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import cast

from site_builder import writing
from site_builder.caching import FOLDER, Ahead, Seen, Store, open_store, seen_as
from site_builder.caching.stamps import STAMP_SIZE, stamp_of
from site_builder.digests import bytes_of, digest_of
from site_builder.frozen import frozen
from site_builder.renewing.joining import Joining, kept_by_links
from site_builder.renewing.manifest import Manifest, Packed, look_at, read_inside

_TICK = 0.01
"""Seconds in which the clocks of most file systems move on."""
_TRIES = 3


class Bare:
    """No ground: the whole site is written, and the old one removed."""

    @property
    def has_pages(self) -> bool:
        """Tell whether pages of an earlier site lie there, so that they need not be made."""
        return False

    @property
    def open_folder(self) -> Path | None:
        """Return the folder that others may write pages into as they make them; ``None`` where each is asked for."""
        return None

    def missing(self, outputs: Iterable[writing.Output | writing.Several]) -> Iterable[writing.Output]:
        """Return all of them."""
        for output in outputs:
            if getattr(output, "paths", ""):
                yield from cast("writing.Several", output)
            else:
                yield cast("writing.Output", output)

    def former(self, path: str, digest: bytes) -> bytes | None:
        """Return a file of the published site, if it has the content of this digest."""
        return None

    def join(self, staged: Path) -> Path:
        """Return the folder of the whole new site."""
        return staged

    def publish(self, whole: Path, _staged: Path, target: Path) -> Seen | None:
        """Put it in the place of the old one."""
        writing.publish(whole, target)
        return None

    def close(self) -> None:
        """Do nothing: nobody waits for it."""


@frozen
class _Made:
    """An output whose content was asked for."""

    path: str
    content: bytes


@frozen
class _Name:
    target: str

    def parts(self) -> Iterator[str]:
        yield self.target


class Ground(Bare):
    """What the next site in ``target`` is built on. ``place`` holds the site before, on the same disk.

    ``name`` tells the target from others in the same store.
    """

    def __init__(self, place: Path, staged: Path, target: Path, name: str, store: Store, lock: int) -> None:
        self._before, self._site = f"{place}/site", str(target)
        self._store: Store | None = store
        self._lock = lock
        self._key = store.key("sites", _Name(name))
        kept: tuple[Packed, Packed] | None = store.get(self._key)
        self._published, self._known = map(Manifest.unpack, kept) if kept else (Manifest(), Manifest())
        # the check need not wait for it
        self._ahead = Ahead(self._known.paths_in(self._before) if self._known.files else [])
        self._forget(str(staged))

    @property
    def open_folder(self) -> Path | None:
        """Return the folder of the new site where all of it is to be written, because no earlier one is there."""
        return None if self.has_pages else Path(self._staged)

    @cached_property
    def _ground(self) -> Manifest:
        """What is there, and known."""
        if self._known.settle(self._before, self._ahead.stamps()):
            return self._known
        # first of all: files that it shares with others will look changed
        _clear(self._before)
        return Manifest()

    @property
    def has_pages(self) -> bool:
        """Tell whether pages of an earlier site lie there, so that they need not be made."""
        return bool(self._ground.files or (self._published.files and os.path.isdir(self._site)))

    def _forget(self, staged: str) -> None:
        """Begin with nothing that was asked for; what is written goes to ``staged``."""
        self._staged = staged
        self._looks: dict[str, bytes] = {}
        self._stays: set[str] = set()
        self._given: dict[str, bytes] = {}
        self._made = {""}
        self._linked: set[str] = set()

    def missing(self, outputs: Iterable[writing.Output | writing.Several]) -> Iterator[writing.Output]:
        """Yield those of ``outputs`` that must be written.

        What is there already is not asked for its content where it tells its digest.
        """
        for output in outputs:
            paths: str = getattr(output, "paths", "")
            if not paths:
                yield from self._missing(cast("writing.Output", output))
            elif not self._all_stay(paths.split("\0"), cast("writing.Several", output).digests):
                for each in cast("writing.Several", output):
                    yield from self._missing(each)

    def _all_stay(self, paths: Sequence[str], digests: bytes) -> bool:
        """Let many files stay where all of them are there; tell whether they are."""
        found = list(map(self._ground.files.get, paths))
        if not self._given.keys().isdisjoint(paths):
            return False
        if b"".join(record[STAMP_SIZE:] for record in found if record) != digests:
            return False
        self._stays.update(paths)
        return True

    def _missing(self, output: writing.Output) -> Iterator[writing.Output]:
        path, told = output.path, writing.known_digest(output)
        look = writing.look_of(output)
        if look and told and path not in self._given:
            self._given[path], self._looks[path] = told, look
            return
        self._looks.pop(path, None)
        made = None if told else bytes_of(output.content)
        digest = told or digest_of(made or b"")
        known = self._ground.files.get(path)
        if known and known.endswith(digest) and path not in self._given:
            self._stays.add(path)
            return
        self._given[path] = digest
        if self._link(path, digest):
            return
        if path in self._linked:
            # who writes there would write into the published file
            os.unlink(f"{self._staged}/{path}")
            self._linked.discard(path)
        if made is None:
            made = bytes_of(output.content)
            if not writing.is_counted(output):
                # what is noted of a file is what is in it, whatever was told of it
                self._given[path] = digest_of(made)
        yield _Made(path, made)

    def former(self, path: str, digest: bytes) -> bytes | None:
        """Return a file of the published site, if it has the content of this digest."""
        return read_inside(f"{self._site}/{path}", digest, self._published.files.get(path))

    def _link(self, path: str, digest: bytes) -> bool:
        """Let the published file be in the new site too, if it has this content."""
        known = self._published.has(self._site, path, digest)
        if known is None:
            return False
        ours = f"{self._staged}/{path}"
        try:
            writing.make_folder(self._staged, path.rpartition("/")[0], self._made)
            os.link(f"{self._site}/{path}", ours)
        except OSError:
            return False
        # another build may have put another site there in this very moment; a new link changes but one of the times
        if kept_by_links(stamp := stamp_of(ours)) == kept_by_links(known):
            self._published.files[path] = stamp + digest
            self._linked.add(path)
            return True
        os.unlink(ours)
        return False

    def join(self, staged: Path) -> Path:
        """Return the folder of the whole new site, which is not published yet; ``staged`` holds what is not there."""
        folder = self._before if self._ground.files else self._staged
        # what another program wrote counts only where no page of ours is
        new = [p for p in writing.files_of(staged) if p in self._given or p not in self._stays]
        whole = Joining(folder, self._site, self._published, self._ground)
        for path in self._ground.files.keys() - self._stays - set(new):
            whole.remove(path)
        for path in new:
            whole.take(self._staged, path, self._given.get(path), self._looks.get(path))
        whole.look_at_folders()
        return Path(folder)

    def publish(self, whole: Path, staged: Path, target: Path) -> Seen | None:
        """Put the new site in the place of the old one, which is kept; return how it looks, where that is sure."""
        untouched = look_at(self._site) == self._published.folders.get("")
        writing.publish(whole, target, Path(self._before))
        writing.release(staged)
        self._ground.folders[""] = stamp_of(self._site)
        if not self._wait():
            return None
        if untouched and (look := look_at(self._before)):
            # a folder that gets another name looks changed
            self._published.folders[""] = look
        if self._store is not None:
            self._store.put(self._key, (self._ground.pack(), self._published.pack()))
            self._store.tidy()
        if not self._ground.is_sure():
            return None
        return seen_as(self._ground.paths_in(self._site), self._ground.stamps())

    def close(self) -> None:
        """Let the next build have it."""
        self._ahead.close()
        if self._lock >= 0:
            os.close(self._lock)
        self._lock = -1

    def _wait(self) -> bool:
        """Wait for the clock to move on: a change in the same tick would not be seen. Tell whether it has."""
        latest = self._ground.latest()
        for _ in range(_TRIES):
            if self._store is not None and self._store.clock() > latest:
                return True
            time.sleep(_TICK)
        return False


def _clear(place: str) -> None:
    """Remove what is there, whatever it is; a link is not followed."""
    if os.path.isdir(place) and not os.path.islink(place):
        shutil.rmtree(place, ignore_errors=True)
    else:
        with suppress(OSError):
            os.unlink(place)


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
    return Ground(place, staged, target, os.path.relpath(target, root), store, lock)
