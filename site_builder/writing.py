"""Pages to disk: a whole new site beside the old one, then one exchange.

A reader of the published folder sees the old site or the new one, never a mixture; a build that fails leaves
the old one as it was.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

_EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux' ``renameat2``: two names change places in one step."""
_AT_FDCWD = -100


class Output(Protocol):
    """What can be written: a path below the site's folder (POSIX) and its content."""

    @property
    def path(self) -> str:
        """Return the path below the site's folder."""

    @property
    def content(self) -> bytes | str:
        """Return the bytes, or text to be written as UTF-8."""


def stage(target: Path) -> Path:
    """Make an empty folder beside ``target`` to build into, and remove those that a dead build left behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.new-"
    for left in target.parent.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    folder.chmod(0o755)
    return folder


def write(outputs: Iterable[Output], folder: Path) -> int:
    """Write every output below ``folder``; return how many.

    Raises:
        ValueError: an output's path leaves the folder.
    """
    made: set[str] = set()
    count = 0
    for output in outputs:
        parent, _, name = output.path.rpartition("/")
        if output.path.startswith("/") or ".." in output.path.split("/") or not name:
            raise ValueError(f"{output.path!r} is no path inside the site")
        if parent not in made:
            os.makedirs(folder / parent, exist_ok=True)
            made.add(parent)
        content = output.content.encode() if isinstance(output.content, str) else output.content
        with open(f"{folder}/{output.path}", "wb") as file:
            file.write(content)
        count += 1
    return count


def publish(staged: Path, target: Path) -> None:
    """Put the staged site in the place of the old one, which is removed."""
    if not target.exists():
        staged.rename(target)
        return
    if not _exchange(staged, target):
        # Not Linux, or a file system without exchange: two renames, with a moment in between.
        spare = Path(tempfile.mkdtemp(prefix=f".{target.name}.old-", dir=target.parent))
        target.rename(spare / "site")
        staged.rename(target)
        staged = spare
    shutil.rmtree(staged, ignore_errors=True)


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
    """Return the files of a finished site, POSIX and relative to it, sorted; hidden ones too."""
    found = []
    for parent, _, names in os.walk(folder):
        inside = Path(parent).relative_to(folder).as_posix()
        found += [name if inside == "." else f"{inside}/{name}" for name in names]
    return sorted(found)
