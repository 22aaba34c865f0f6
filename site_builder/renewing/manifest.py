"""What is in the folder of a site: its files, by looks and content, and its folders, by looks."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import field

from site_builder.caching.stamps import STAMP_SIZE, Stamp, latest_of, stamp_of, stamp_told, stamps_at
from site_builder.digests import SIZE, digest_of, parted
from site_builder.frozen import frozen

Packed = tuple[str, bytes, str, bytes]
"""A manifest in few large pieces: tens of thousands of small ones take long to read back."""

UNSURE = b"\xff" * STAMP_SIZE + b"\0" * SIZE
"""The record of a file that is not known: none looks so, and none has such a digest."""
_RECORD = len(UNSURE)
_PLAINLY = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@frozen
class Manifest:
    """The files of a site by their paths, each as a record: its stamp, then its digest. And its folders as they look.

    There are tens of thousands, so that nothing is made for each that is not needed.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, Stamp] = field(default_factory=dict)

    @classmethod
    def unpack(cls, packed: Packed) -> Manifest:
        """Return the manifest that was packed."""
        paths, records, folders, stamps = packed
        return cls(
            dict(zip(paths.split("\0"), parted(records, _RECORD), strict=False)),
            dict(zip(folders.split("\0"), parted(stamps, STAMP_SIZE), strict=False)),
        )

    def pack(self) -> Packed:
        """Return the same in few large pieces."""
        return (
            "\0".join(self.files),
            b"".join(self.files.values()),
            "\0".join(self.folders),
            b"".join(self.folders.values()),
        )

    def paths_in(self, folder: str) -> list[str]:
        """Return the whole paths of its files and folders where the site is in ``folder``."""
        return [*_within(folder, self.files), *_within(folder, self.folders)]

    def stamps(self) -> bytes:
        """Return the stamps of its files and folders, in the order of :meth:`paths_in`."""
        return b"".join([*self._looks(), *self.folders.values()])

    def is_sure(self) -> bool:
        """Tell whether it is known of each file how it looks: of a link it is not."""
        return UNSURE not in self.files.values()

    def latest(self) -> int:
        """Return the youngest time (ns) of all."""
        return latest_of(self.stamps())

    def note(self, folder: str, path: str, digest: bytes | None = None) -> None:
        """Take down the file at ``path`` as it looks now; what is no plain file is not known."""
        self.files[path] = look_inside(f"{folder}/{path}", digest) or UNSURE

    def has(self, folder: str, path: str, digest: bytes) -> Stamp | None:
        """Return how the file at ``path`` looks, if it has the content of this digest: it is read if it was touched."""
        known, whole = self.files.get(path), f"{folder}/{path}"
        if known is None or not known.endswith(digest):
            return None
        if look_at(whole) != known[:STAMP_SIZE]:
            found = look_inside(whole)
            if found is None or not found.endswith(digest):
                return None
            known = self.files[path] = found
        return known[:STAMP_SIZE]

    def settle(self, folder: str, told: bytes | None = None) -> bool:
        """Bring it and what is in ``folder`` together: tell whether they could be.

        Files that are in one of them alone go. What looks changed stays known if its content is what it was. ``told``
        are the stamps of :meth:`paths_in` there, if somebody has looked already.
        """
        try:
            if not self.files or not stat.S_ISDIR(os.lstat(folder).st_mode):
                return False
            now = told or stamps_at(self.paths_in(folder))
            files = len(self.files) * STAMP_SIZE
            if now[files:] == b"".join(self.folders.values()):
                self._look_again(folder, now[:files])
            else:
                self._walk(folder)
                self._look_again(folder, stamps_at(_within(folder, self.files)))
        except OSError:
            return False
        return bool(self.files)

    def _looks(self) -> list[Stamp]:
        return [record[:STAMP_SIZE] for record in self.files.values()]

    def _look_again(self, folder: str, now: bytes) -> None:
        """Read the files that look changed by their stamps of ``now``."""
        known = self._looks()
        if now == b"".join(known):
            return
        for path, look, before in zip([*self.files], parted(now, STAMP_SIZE), known, strict=True):
            if look != before:
                found = look_inside(f"{folder}/{path}")
                self.files[path] = (
                    found if found and found.endswith(self.files[path][STAMP_SIZE:]) else UNSURE
                )

    def _walk(self, folder: str) -> None:
        """Remove the files that are not known, and folders without any; forget those that are not there."""
        found, folders, left = {}, [], [""]
        while left:
            inside = left.pop()
            folders.append(inside)
            with os.scandir(f"{folder}/{inside}") as entries:
                for entry in entries:
                    path = f"{inside}/{entry.name}" if inside else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        left.append(path)
                    elif known := self.files.get(path):
                        found[path] = known
                    else:
                        os.unlink(entry.path)
        self.files.clear()
        self.files.update(found)
        self.folders.clear()
        # those within a folder come after it
        for inside in reversed(folders):
            try:
                os.rmdir(f"{folder}/{inside}")
            except OSError:
                self.folders[inside] = stamp_of(f"{folder}/{inside}")


def look_at(path: str) -> Stamp | None:
    """Return how a file or folder looks, ``None`` where there is none."""
    try:
        return stamp_of(path)
    except OSError:
        return None


def look_inside(path: str, digest: bytes | None = None) -> bytes | None:
    """Return the record of a plain file, which is read where its digest is not given; ``None`` of anything else.

    Links are not followed; pipes and devices are not opened.
    """
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            return None
        if digest:
            return stamp_told(found) + digest
        with open(os.open(path, _PLAINLY), "rb") as file:
            found = os.fstat(file.fileno())
            return stamp_told(found) + digest_of(file.read()) if stat.S_ISREG(found.st_mode) else None
    except OSError:
        return None


def read_inside(path: str, digest: bytes, known: bytes | None = None) -> bytes | None:
    """Return the content of a plain file, if it has this digest: not counted where it looks as ``known``.

    ``known`` is its record.
    """
    try:
        with open(os.open(path, _PLAINLY), "rb") as file:
            found = os.fstat(file.fileno())
            content = file.read() if stat.S_ISREG(found.st_mode) else b""
            looks = {stamp_told(found), stamp_told(os.fstat(file.fileno()))}
    except OSError:
        return None
    untouched = known is not None and looks == {known[:STAMP_SIZE]} and known.endswith(digest)
    return content if untouched or digest_of(content) == digest else None


def _within(folder: str, paths: Iterable[str]) -> list[str]:
    return [f"{folder}/{path}" if path else folder for path in paths]
