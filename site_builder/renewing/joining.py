"""The new site as it comes together in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from site_builder.caching.stamps import STAMP_SIZE, Stamp
from site_builder.renewing.manifest import UNSURE, Manifest, look_at


class Joining:
    """Takes files into ``folder``, and removes others. ``found`` tells what is there, and is kept true.

    ``published`` tells of the published site, in ``site``: some files of it may be ours, too, under another name.
    """

    def __init__(self, folder: str, site: str, published: Manifest, found: Manifest) -> None:
        self._folder = folder
        self._site, self._published, self._found = site, published, found
        self._touched: set[str] = {""}
        self._made: set[str] = {"", *found.folders}

    def remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it."""
        with self._twin_noted(path):
            self._unlink(path)
        del self._found.files[path]
        parent = path
        while parent := parent.rpartition("/")[0]:
            self._touched.add(parent)
            try:
                os.rmdir(f"{self._folder}/{parent}")
            except OSError:
                break
            self._made.discard(parent)

    def take(self, staged: str, path: str, digest: bytes | None, look: Stamp | None = None) -> None:
        """Move a file in from ``staged``; if that is this very folder, ``look`` may be how it looks."""
        if staged != self._folder:
            parent = path.rpartition("/")[0]
            if parent not in self._made:
                os.makedirs(f"{self._folder}/{parent}", exist_ok=True)
                self._made.add(parent)
            with self._twin_noted(path):
                if self._found.files.get(path) == UNSURE:
                    # it may be one with what comes, and then nothing would be moved
                    self._unlink(path)
                os.rename(f"{staged}/{path}", f"{self._folder}/{path}")
        if staged == self._folder and digest and look:
            self._found.files[path] = look + digest
        else:
            self._found.note(self._folder, path, digest)
        parent = path
        while parent:
            parent = parent.rpartition("/")[0]
            if parent in self._touched:
                break
            self._touched.add(parent)

    def look_at_folders(self) -> None:
        """Note how the folders look in which anything changed."""
        for inside in self._touched:
            look = look_at(f"{self._folder}/{inside}")
            # a file may have the name now
            if look and inside not in self._found.files:
                self._found.folders[inside] = look
            else:
                self._found.folders.pop(inside, None)

    def _unlink(self, path: str) -> None:
        with suppress(FileNotFoundError):
            os.unlink(f"{self._folder}/{path}")

    @contextmanager
    def _twin_noted(self, path: str) -> Iterator[None]:
        """Note how the file looks in the published site: where both are one, what is done to ours changes it."""
        theirs, known = f"{self._site}/{path}", self._published.files.get(path)
        untouched = known and look_at(theirs) == known[:STAMP_SIZE]
        yield
        look = look_at(theirs)
        if known and look and untouched and kept_by_links(look) == kept_by_links(known[:STAMP_SIZE]):
            self._published.files[path] = look + known[STAMP_SIZE:]


def kept_by_links(stamp: Stamp) -> tuple[bytes, bytes]:
    """Return what stays the same of a file that gets another link, or loses one: size, time of writing, inode."""
    return stamp[:16], stamp[24:32]
