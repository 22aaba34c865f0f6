"""From the disk: which files there are, and their text."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from site_builder.digests import digest_of
from site_builder.model.source import Problem, Source

CLAIM_ENDINGS = (".yaml", ".yml")
ARTICLE_ENDINGS = (".txt", ".md")
MAX_CHARACTERS = 300_000
"""A newspaper's longest article has half of that; more is a mistake or an attack."""
MAX_LINES = 20_000
MAX_KEPT = 2_000_000
"""A kept copy of a source may be a whole report."""
_BYTES_PER_CHARACTER = 4


def walk(root: Path, folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the files below ``folder``, sorted, as POSIX paths relative to ``root``; hidden ones are passed over.

    Links to folders are not followed.
    """
    yield from sorted(_found(root, folder, endings))


def count(root: Path, folder: str, endings: tuple[str, ...], most: int) -> int:
    """Return how many files are below ``folder``, or ``most`` where there are more: nobody looks for them then."""
    return sum(1 for _ in islice(_found(root, folder, endings), most))


def _found(root: Path, folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    # between two walks of a preview, a folder may have become a link
    _is_inside.cache_clear()
    top = root / folder
    start, base = len(str(top)), top.relative_to(root).as_posix()
    for parent, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = f"{base}{parent[start:]}" if base != "." else parent[start:].lstrip("/") or base
        for name in names:
            if name.endswith(endings) and not name.startswith("."):
                yield f"{inside}/{name}"


def read(root: Path, path: str, *, most: int = MAX_CHARACTERS) -> tuple[Source, Problem | None]:
    """Read a UTF-8 text file as it stands, line ends included; a byte order mark is no part of the text.

    What is no plain file inside ``root``, has more than ``most`` code points or too many lines, is not UTF-8 or holds
    NUL comes back as a problem; undecodable bytes are shown as U+FFFD.
    """
    data, problem = _data(root, path, most * _BYTES_PER_CHARACTER)
    return (Source(path, ""), problem) if problem else _as_text(path, data, most)


def read_digested(root: Path, path: str) -> tuple[Source, Problem | None, bytes]:
    """Read a file as :func:`read` does, and return the digest of its bytes, too."""
    data, problem = _data(root, path, MAX_CHARACTERS * _BYTES_PER_CHARACTER)
    digest = digest_of(data)
    return (Source(path, ""), problem, digest) if problem else (*_as_text(path, data, MAX_CHARACTERS), digest)


def _data(root: Path, path: str, most: int) -> tuple[bytes, Problem | None]:
    """Return the bytes of a file, which are ``most`` at most, or what keeps us from them."""
    try:
        data = _plainly(root, path, most)
        if data is not None:
            return data, None
        problem = _no_plain_file(root, path, most)
        return b"" if problem else (root / path).read_bytes(), problem
    except (OSError, ValueError, RuntimeError) as error:
        # a name with NUL is a ValueError, a link to itself a RuntimeError
        reason = getattr(error, "strerror", None) or "its name leads nowhere"
        return b"", _unreadable(f"the file cannot be opened: {reason.lower()}", "look whether it is there")


def _as_text(path: str, data: bytes, most: int) -> tuple[Source, Problem | None]:
    text, problem = _decoded(data)
    if len(text) > most:
        return Source(path, ""), _too_long(f"{len(text):,} characters", most)
    # a line has a character at least: most files are shorter than that
    if len(text) > MAX_LINES and most <= MAX_CHARACTERS and (lines := len(text.splitlines())) > MAX_LINES:
        return Source(path, ""), _too_long(f"{lines:,} lines", MAX_LINES)
    return Source(path, text), problem


def _plainly(root: Path, path: str, most: int) -> bytes | None:
    """Return what is in a file that is no link, in a folder that is none; ``None`` where more has to be looked at.

    So are nearly all of thousands: three system calls tell so and read it.
    """
    folder, _, name = path.rpartition("/")
    if not _is_inside(str(root), folder) or name in ("", ".", ".."):
        return None
    try:
        descriptor = os.open(f"{root}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > most:
            return None
        data = os.read(descriptor, found.st_size + 1)
        # the file grew, or the system gave it in pieces
        return data if len(data) == found.st_size else None
    finally:
        os.close(descriptor)


@lru_cache(maxsize=4096)
def _is_inside(root: str, folder: str) -> bool:
    """Tell whether a folder leads where its name says: none above it, up to the root, is a link."""
    whole = os.path.realpath(root)
    return os.path.realpath(os.path.join(root, folder)) == os.path.normpath(os.path.join(whole, folder))


def _no_plain_file(root: Path, path: str, most: int) -> Problem | None:
    """Look before opening: a link may lead to any file of this machine, a pipe never ends."""
    # text, not Path: there are thousands of files
    top, whole = os.path.realpath(root), os.path.realpath(f"{root}/{path}")
    if not whole.startswith(f"{top.rstrip('/')}/"):
        return _unreadable("the file is a link that leads out of the newsroom", "put the file itself here")
    found = Path(whole).stat()
    if not stat.S_ISREG(found.st_mode):
        return _unreadable("this is no plain file", "put a text file here")
    return _too_long(f"{found.st_size:,} bytes", most) if found.st_size > most else None


def _decoded(data: bytes) -> tuple[str, Problem | None]:
    try:
        # without a mark, the quick decoder gives the same
        text = data.decode("utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = _unreadable("the file is not UTF-8 text", "save it as UTF-8", line)
        return data.decode("utf-8-sig", "replace"), problem
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return text, _unreadable("the file holds a NUL character", "save it as plain text", line)
    return text, None


def _too_long(size: str, most: int) -> Problem:
    return _unreadable(f"the file has {size}", f"at most {most:,} are read: split it, or take a part")


def _unreadable(message: str, advice: str, line: int = 1) -> Problem:
    return Problem("unreadable", message, help=advice, line=line, column=1)
