"""What stands on the disk, as far as the system tells: a file is read again only if it may have changed since.

As in git's index, a file counts as unchanged where its size, both of its times and its inode are what they were. One
that was as young as our look is read all the same: it may have been written twice in one tick of the clock.
"""

from __future__ import annotations

import hashlib
import os
import stat
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Stamp = bytes
"""What the system tells of a file: size, times of writing and of change (ns), inode; of a link, of its goal too."""
STAMP_SIZE = 32
"""Bytes of the stamp of what is no link."""

_COARSEST = 2_000_000_000
"""Nanoseconds in which some file systems count: two changes within them may look like one."""
_LENGTH = 24
_AT_ONCE = 1 << 20
"""Bytes read at once: a file may be larger than our memory."""
_NOTHING = (-1, 0, 0, 0)
_WORD = (1 << 64) - 1
_KIND = 0o170000
"""The bits of a mode that tell a file from a link."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Paths, and one digest of the stamps of all of them, so that both are soon compared with the disk.

    ``latest`` is the youngest of their times.
    """

    paths: str
    stamps: bytes
    latest: int

    def still(self) -> bool:
        """Tell whether each of the files and folders is what it was; then there are no others in the folders."""
        return see(self.paths.split("\0")) == self

    def settled(self, since: int) -> bool:
        """Tell whether nothing was so young at that time that it could have changed once more unseen."""
        return self.latest < since - _COARSEST


def see(paths: Iterable[str]) -> Seen:
    """Return how ``paths`` stand now."""
    named = list(paths)
    told, beyond = _told(named)
    return seen_as(named, _packed(told + beyond))


def seen_as(paths: Iterable[str], stamps: bytes) -> Seen:
    """Return how paths stand, none of which is a link, each with its stamp."""
    digest = hashlib.blake2b(stamps, digest_size=_LENGTH).digest()
    return Seen("\0".join(paths), digest, latest_of(stamps))


def stamps_at(paths: Iterable[str]) -> bytes:
    """Return the stamps of ``paths`` as they are now, one after the other; of a link, only its own."""
    return _packed(_told(paths)[0])


def latest_of(stamps: bytes) -> int:
    """Return the youngest of the times in these stamps, 0 where there are none."""
    told = array("q")
    told.frombytes(stamps)
    return max(max(told[1::4], default=0), max(told[2::4], default=0))


def _told(paths: Iterable[str]) -> tuple[list[int], list[int]]:
    """Return what the system tells of ``paths``, four numbers each, and of what the links among them lead to."""
    told: list[int] = []
    beyond: list[int] = []
    # a site has tens of thousands of files: no function is called for each but the system's
    for path in paths:
        try:
            found = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            told += _NOTHING
            continue
        told += (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        if found.st_mode & _KIND == stat.S_IFLNK:
            beyond += _beyond(path)
    return told, beyond


def _packed(told: Sequence[int]) -> bytes:
    try:
        return array("q", told).tobytes()
    except OverflowError:
        # some file systems count inodes to the last bit
        return array("Q", [number & _WORD for number in told]).tobytes()


def _beyond(path: str) -> tuple[int, ...]:
    """Return the stamp of what a link leads to."""
    try:
        found = os.stat(path)
    except OSError:
        return _NOTHING
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def stamp_of(path: str) -> Stamp:
    """Return what tells two states of a file apart; raises as :func:`os.lstat` does."""
    found = os.lstat(path)
    return stamp_told(found) + (_packed(_beyond(path)) if stat.S_ISLNK(found.st_mode) else b"")


def stamp_told(found: os.stat_result) -> Stamp:
    """Return the stamp of what is no link, as the system told of it."""
    return _packed((found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino))


def _is_settled(stamp: Stamp, since: int) -> bool:
    return latest_of(stamp) < since - _COARSEST


@dataclass(frozen=True, slots=True)
class Look:
    """The files of some places by their paths, each with its stamp and the digest of its content.

    ``since`` is when the look began, by the clock of the file system; ``seen`` is the same in short, with the folders.
    """

    files: Mapping[str, tuple[Stamp, bytes]]
    since: int
    seen: Seen

    @property
    def content(self) -> bytes:
        """Return a digest of which files there are, and of what is in them."""
        whole = hashlib.blake2b(digest_size=_LENGTH)
        for path, (_, digest) in sorted(self.files.items()):
            name = os.fsencode(path)
            whole.update(b"%d\n%s%s" % (len(name), name, digest))
        return whole.digest()

    @property
    def settled(self) -> bool:
        """Tell whether nothing was so young that it could have changed once more unseen."""
        return self.seen.settled(self.since)


def look(places: Iterable[Path], now: int, before: Look | None = None) -> Look:
    """Look at the files in ``places``, files or folders; hidden ones are let alone.

    ``now`` is the time by the clock of the file system. What did not change since ``before`` is not read.

    Raises:
        OSError: a file cannot be read.
    """
    found = dict(path for place in places for path in _walk(place))
    # first how they stand, then what is in them: what is written meanwhile is seen the next time
    seen = see(found)
    return Look({path: _file(path, before) for path, is_file in found.items() if is_file}, now, seen)


def _file(path: str, before: Look | None) -> tuple[Stamp, bytes]:
    stamp = stamp_of(path)
    known = before.files.get(path) if before else None
    if before and known and known[0] == stamp and _is_settled(stamp, before.since):
        return known
    content = _content(path)
    if len(stamp) > STAMP_SIZE:
        # it is another thing than a file with the same content
        content.update(b"\0link\0" + os.fsencode(os.readlink(path)))
    return stamp, content.digest()


def _content(path: str) -> hashlib.blake2b:
    """Return a digest of what is in a file. A pipe or a device has no end: nobody may read it, and it is told apart.

    So is what cannot be opened, such as a link that leads nowhere: what becomes of it is told by those who need it.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return hashlib.blake2b(b"\0closed\0%d" % (error.errno or 0), digest_size=_LENGTH)
    with open(descriptor, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return hashlib.blake2b(b"\0no file\0", digest_size=_LENGTH)
        content = hashlib.blake2b(digest_size=_LENGTH)
        while part := file.read(_AT_ONCE):
            content.update(part)
        return content


def _walk(place: Path) -> Iterator[tuple[str, bool]]:
    """Yield the files of a place, and the folders whose change would tell of others; whether each is a file."""
    if not place.is_dir():
        # one that is missing may come to be there
        yield str(place), place.is_file()
        return
    for parent, folders, names in os.walk(place):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield parent, False
        yield from ((f"{parent}/{name}", True) for name in names if not name.startswith("."))
