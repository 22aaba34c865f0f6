"""What the system tells of a file without opening it, and whether many of them are as they were."""

from __future__ import annotations

import hashlib
import os
import stat
from array import array
from collections.abc import Iterable, Sequence

from site_builder.frozen import frozen

Stamp = bytes
"""What the system tells of a file: size, times of writing and of change (ns), inode; of a link, of its goal too."""
STAMP_SIZE = 32
"""Bytes of the stamp of what is no link."""

_COARSEST = 2_000_000_000
"""Nanoseconds in which some file systems count: two changes within them may look like one."""
_LENGTH = 24
_NOTHING = (-1, 0, 0, 0)
_WORD = (1 << 64) - 1
_KIND = 0o170000
"""The bits of a mode that tell a file from a link."""


@frozen
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
    stamps, links = stamps_and_links(named)
    return seen_as(named, stamps + _packed([number for path in links for number in _beyond(path)]))


def seen_as(paths: Iterable[str], stamps: bytes) -> Seen:
    """Return how paths stand, none of which is a link, each with its stamp."""
    digest = hashlib.blake2b(stamps, digest_size=_LENGTH).digest()
    return Seen("\0".join(paths), digest, latest_of(stamps))


def stamps_at(paths: Iterable[str]) -> bytes:
    """Return the stamps of ``paths`` as they are now, one after the other; of a link, only its own."""
    return stamps_and_links(paths)[0]


def latest_of(stamps: bytes) -> int:
    """Return the youngest of the times in these stamps, 0 where there are none."""
    told = array("q")
    told.frombytes(stamps)
    return max(max(told[1::4], default=0), max(told[2::4], default=0))


def is_young(stamp: Stamp, now: int) -> bool:
    """Tell whether a file with this stamp could change once more unseen: it is as young as ``now``."""
    return latest_of(stamp) >= now - _COARSEST


def stamps_and_links(paths: Iterable[str]) -> tuple[bytes, list[str]]:
    """Return the same, and which of the paths are links."""
    told: list[int] = []
    links: list[str] = []
    # a site has tens of thousands of files: no function is called for each but the system's
    for path in paths:
        try:
            found = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            told += _NOTHING
            continue
        told += (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        if found.st_mode & _KIND == stat.S_IFLNK:
            links.append(path)
    return _packed(told), links


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


NOWHERE = _packed(_NOTHING)
"""The stamp of what is not there."""


def stamp_of(path: str) -> Stamp:
    """Return what tells two states of a file apart; raises as :func:`os.lstat` does."""
    found = os.lstat(path)
    return stamp_told(found) + (_packed(_beyond(path)) if stat.S_ISLNK(found.st_mode) else b"")


def stamp_told(found: os.stat_result) -> Stamp:
    """Return the stamp of what is no link, as the system told of it."""
    return _packed((found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino))
