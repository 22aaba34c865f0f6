"""Pages to disk: a whole new site beside the old one, then one exchange.

A reader of the published folder sees the old site or the new one, never a mixture; a build that fails leaves
the old one as it was.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from site_builder.digests import bytes_of

_EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux' ``renameat2``: two names change places in one step."""
_AT_FDCWD = -100
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC


class Output(Protocol):
    """What can be written: a path below the site's folder (POSIX) and its content."""

    @property
    def path(self) -> str:
        """Return the path below the site's folder."""

    @property
    def content(self) -> bytes | str:
        """Return the bytes, or text to be written as UTF-8."""


class Known(Output, Protocol):
    """An output of which it is known what its content will be, before it is made: it may be made when asked for."""

    @property
    def digest(self) -> bytes | None:
        """Return the digest of the content (:func:`site_builder.digests.digest_of`); ``None`` where it is not known."""


class Several(Protocol):
    """Many outputs that are known together: ``paths`` are parted by zero bytes, ``digests`` follow each other."""

    @property
    def paths(self) -> str:
        """Return their paths below the site's folder."""

    @property
    def digests(self) -> bytes:
        """Return the digests of their contents."""

    def __iter__(self) -> Iterator[Known]:
        """Yield each of them."""


def known_digest(output: Output | Known) -> bytes | None:
    """Return the digest that an output tells of its content, without its content; ``None`` where it tells none."""
    told: bytes | None = getattr(output, "digest", None)
    return told


def is_counted(output: Output | Known) -> bool:
    """Tell whether the digest that an output tells was counted from the very content that it holds."""
    return bool(getattr(output, "counted", False))


def look_of(output: Output | Known) -> bytes | None:
    """Return how the file of an output looks that was written already, by whoever made it; ``None`` of all others."""
    told: bytes | None = getattr(output, "look", None)
    return told or None


_NEW_SITE = ".{}.new-"
"""How the name of a folder begins that a site is built in."""
_HELD: dict[Path, int] = {}
"""The folders that this process builds in, each with the descriptor that holds its lock."""


def stage(target: Path) -> Path:
    """Make an empty folder beside ``target`` to build into, and remove those that dead builds left behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _bring_back(target)
    clear(target)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_NEW_SITE.format(target.name), dir=target.parent))
        # another build may have cleared it away before it was locked
        if lock(folder) and folder.exists():
            folder.chmod(0o755)
            return folder


def clear(target: Path) -> None:
    """Remove the folders that dead builds of ``target`` left behind.

    A folder whose build still lives is let alone: it is locked (``flock``) while its process runs, and the system drops
    the lock of a process that ends, however it ends.
    """
    for left in target.parent.glob(f"{_NEW_SITE.format(target.name)}*"):
        if left not in _HELD and lock(left):
            release(left)


def release(folder: Path) -> None:
    """Remove a folder that was built in, and give up its lock."""
    shutil.rmtree(folder, ignore_errors=True)
    _unlock(folder)


def lock(folder: Path) -> bool:
    """Lock a folder for as long as this process lives; tell whether it could be: no other living process has it."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return False
    _HELD[folder] = descriptor
    return True


def _unlock(folder: Path) -> None:
    if (descriptor := _HELD.pop(folder, None)) is not None:
        os.close(descriptor)


def _bring_back(target: Path) -> None:
    """Put back the site that a build moved away where it died before the new one was in its place."""
    for spare in sorted(target.parent.glob(f".{target.name}.old-*")):
        if (spare / "site").is_dir() and not target.exists():
            (spare / "site").rename(target)
        shutil.rmtree(spare, ignore_errors=True)


def write(outputs: Iterable[Output], folder: Path) -> int:
    """Write every output below ``folder``, which is made if it is missing; return how many.

    Raises:
        ValueError: an output's path leaves the folder.
    """
    return sum(1 for _ in write_each(outputs, folder))


def write_each(outputs: Iterable[Output], folder: Path) -> Iterator[os.stat_result]:
    """Write every output as :func:`write` does; yield of each what the system tells of its file.

    Raises:
        ValueError: an output's path leaves the folder.
    """
    os.makedirs(folder, exist_ok=True)
    made = {""}
    for output in outputs:
        parent, _, name = output.path.rpartition("/")
        if output.path.startswith("/") or ".." in output.path.split("/") or not name:
            raise ValueError(f"{output.path!r} is no path inside the site")
        if parent not in made:
            make_folder(folder, parent, made)
        yield _write(f"{folder}/{output.path}", bytes_of(output.content))


def make_folder(folder: Path | str, inside: str, made: set[str]) -> None:
    """Make a folder inside ``folder``, and those above it that are not among those ``made``."""
    above = inside.rpartition("/")[0]
    if above not in made:
        make_folder(folder, above, made)
    try:
        os.mkdir(f"{folder}/{inside}")
    except FileExistsError:
        if not os.path.isdir(f"{folder}/{inside}"):
            raise
    made.add(inside)


def _write(path: str, content: bytes) -> os.stat_result:
    """Write a file at once: a file object around it would cost as much again."""
    descriptor = os.open(path, _NEW, 0o666)
    try:
        # the system may take less than all of a very large one
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def publish(staged: Path, target: Path, kept: Path | None = None) -> None:
    """Put the staged site in the place of the old one, which is removed, or moved to ``kept``."""
    if _first(staged, target):
        _unlock(staged)
        return
    if not _exchange(staged, target):
        # Not Linux, or a file system without exchange: two renames, with a moment in between.
        spare = Path(tempfile.mkdtemp(prefix=f".{target.name}.old-", dir=target.parent))
        target.rename(spare / "site")
        staged.rename(target)
        (spare / "site").rename(staged)
        spare.rmdir()
    if kept is None:
        release(staged)
    elif kept != staged:
        staged.rename(kept)
        _unlock(staged)


def _first(staged: Path, target: Path) -> bool:
    """Put the site where none is yet; tell whether there was room: another build may have been quicker."""
    if target.exists():
        return False
    try:
        staged.rename(target)
    except OSError:
        if not target.exists():
            raise
        return False
    return True


def _exchange(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


def files_of(folder: Path) -> list[str]:
    """Return the files of a finished site, POSIX and relative to it, sorted; hidden ones too; no links to folders."""
    found: list[str] = []
    left = [""]
    while left:
        inside = left.pop()
        with suppress(OSError), os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                if entry.is_dir(follow_symlinks=False):
                    left.append(path)
                elif not entry.is_dir():
                    found.append(path)
    return sorted(found)
