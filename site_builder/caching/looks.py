"""What stands on the disk, as far as the system tells: a file is read again only if it may have changed since.

As in git's index, a file counts as unchanged where its size, both of its times and its inode are what they were. One
that was as young as our look is read all the same: it may have been written twice in one tick of the clock.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from site_builder.caching.stamps import NOWHERE, STAMP_SIZE, is_young, stamps_and_links
from site_builder.digests import SIZE, parted
from site_builder.frozen import frozen

_AT_ONCE = 1 << 20
"""Bytes read at once: a file may be larger than our memory."""
_NO_FILE = b"\0" * SIZE


@frozen
class Look:
    """What was seen in some places: the ``paths`` of files and folders, each with its stamp and its content's digest.

    ``unsure`` are those that must be looked at closely the next time: young ones, which could have changed once more
    unseen, and links. ``content`` is a digest of which files there are, and of what is in them.
    """

    places: tuple[str, ...]
    paths: str
    stamps: bytes
    digests: bytes
    unsure: frozenset[str]
    content: bytes

    @property
    def files(self) -> dict[str, bytes | None]:
        """Return the files, each with the digest of its content where it is a plain file that is not young."""
        return {
            path: None if path in self.unsure else digest
            for path, digest in zip(self.paths.split("\0"), parted(self.digests, SIZE), strict=True)
            if digest != _NO_FILE
        }


def look(
    places: Iterable[Path], now: int, before: Look | None = None, heard: Collection[str] | None = None
) -> Look:
    """Look at the files in ``places``, files or folders; hidden ones are let alone.

    ``now`` is the time by the clock of the file system. What did not change since ``before`` is not read. Where the
    system told of each change since, ``heard`` are the paths that it told of: no others are looked at.

    Raises:
        OSError: a file cannot be read.
    """
    named = tuple(map(str, places))
    # first how they stand, then what is in them: what is written meanwhile is seen the next time
    found = _as_before(before, heard) if before and before.places == named else None
    if before and found and found.stamps == before.stamps and not before.unsure:
        return before
    found = found or _find(named, before)
    digests, unsure = [], set(found.links)
    for path, stamp, is_file, known in zip(
        found.paths, parted(found.stamps, STAMP_SIZE), found.are_files, found.known, strict=True
    ):
        digest = known
        if digest is None or (digest == _NO_FILE) == is_file:
            digest = _content(path, path in found.links) if is_file else _NO_FILE
            if is_young(stamp, now):
                unsure.add(path)
        digests.append(digest)
    whole = b"".join(digests)
    return Look(
        named, "\0".join(found.paths), found.stamps, whole, frozenset(unsure), _summed(found.paths, digests)
    )


class _Found(NamedTuple):
    """What is there: paths, stamps, which are links, which are files, and the digests of those that look as before."""

    paths: Sequence[str]
    stamps: bytes
    links: Sequence[str]
    are_files: Sequence[bool]
    known: Sequence[bytes | None]


def _find(places: Iterable[str], before: Look | None) -> _Found:
    there = dict(path for place in places for path in _walk(Path(place)))
    stamps, links = stamps_and_links(there)
    known = {}
    if before:
        looks = zip(before.paths.split("\0"), parted(before.stamps, STAMP_SIZE), strict=True)
        known = dict(zip(looks, parted(before.digests, SIZE), strict=True))
    unsure = before.unsure if before else frozenset()
    looks = zip(there, parted(stamps, STAMP_SIZE), strict=True)
    digests = [None if look[0] in unsure else known.get(look) for look in looks]
    return _Found([*there], stamps, links, [*there.values()], digests)


def _as_before(before: Look, heard: Collection[str] | None) -> _Found | None:
    """Return what is found where no folder has changed: then there are the same files. Else ``None``."""
    paths, digests = before.paths.split("\0"), [*parted(before.digests, SIZE)]
    near = None if heard is None else _stamps_where_heard(before, paths, heard)
    stamps, links = (near, []) if near is not None else stamps_and_links(paths)
    known: list[bytes | None] = [*digests]
    if stamps != before.stamps or before.unsure:
        looks = zip(paths, parted(stamps, STAMP_SIZE), parted(before.stamps, STAMP_SIZE), strict=True)
        for number, (path, now, then) in enumerate(looks):
            if now != then or path in before.unsure:
                if digests[number] == _NO_FILE:
                    return None
                known[number] = None
    return _Found(paths, stamps, links, [digest != _NO_FILE for digest in digests], known)


def _stamps_where_heard(before: Look, paths: Sequence[str], heard: Collection[str]) -> bytes | None:
    """Return the stamps of ``paths``, taken anew only where something was heard or is unsure.

    ``None`` where that might miss something: links lead elsewhere, and what comes or goes changes its folder.
    """
    places = {path: number for number, path in enumerate(paths)}
    stamps = bytearray(before.stamps)
    for path in before.unsure.union(heard):
        number = places.get(path)
        stamp, links = stamps_and_links([path])
        if number is None or links or stamp == NOWHERE:
            return None
        stamps[number * STAMP_SIZE : (number + 1) * STAMP_SIZE] = stamp
    return bytes(stamps)


def _summed(paths: Iterable[str], digests: Iterable[bytes]) -> bytes:
    files = sorted((path, digest) for path, digest in zip(paths, digests, strict=True) if digest != _NO_FILE)
    names = "\0".join(path for path, _ in files).encode("utf-8", "surrogatepass")
    whole = hashlib.blake2b(b"%d\n" % len(names) + names, digest_size=SIZE)
    whole.update(b"".join(digest for _, digest in files))
    return whole.digest()


def _content(path: str, is_link: bool) -> bytes:
    """Return the digest of what is in a file, where a link is another thing than a file with the same content."""
    content = _read(path)
    if is_link:
        content.update(b"\0link\0" + os.fsencode(os.readlink(path)))
    return content.digest()


def _read(path: str) -> hashlib.blake2b:
    """Return a digest of what is in a file. A pipe or a device has no end: nobody may read it, and it is told apart.

    So is what cannot be opened, such as a link that leads nowhere: what becomes of it is told by those who need it.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return hashlib.blake2b(b"\0closed\0%d" % (error.errno or 0), digest_size=SIZE)
    with open(descriptor, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return hashlib.blake2b(b"\0no file\0", digest_size=SIZE)
        content = hashlib.blake2b(digest_size=SIZE)
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
