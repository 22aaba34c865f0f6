"""From the disk: which files there are, and their text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from site_builder.model.source import Problem, Source

CLAIM_ENDINGS = (".yaml", ".yml")
ARTICLE_ENDINGS = (".txt", ".md")
MAX_BYTES = 20_000_000
"""A newspaper's longest article has a few hundred kilobytes; more is a mistake or an attack."""


def walk(root: Path, folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the files below ``folder``, sorted, as POSIX paths relative to ``root``; hidden ones are passed over."""
    top = root / folder
    found = []
    for parent, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(parent).relative_to(root).as_posix()
        found += [f"{inside}/{name}" for name in names if name.endswith(endings) and not name.startswith(".")]
    yield from sorted(found)


def read(root: Path, path: str) -> tuple[Source, Problem | None]:
    """Read a UTF-8 text file as it stands, line ends included; a byte order mark is no part of the text.

    What is not UTF-8 or holds NUL comes back as a problem, with the undecodable bytes shown as U+FFFD.
    """
    full = root / path
    try:
        size = full.stat().st_size
        data = full.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        reason = error.strerror or "unknown reason"
        return Source(path, ""), _unreadable(
            f"the file cannot be opened: {reason.lower()}", "look whether it is there"
        )
    if size > MAX_BYTES:
        return Source(path, ""), _unreadable(
            f"the file has {size:,} bytes", f"at most {MAX_BYTES:,} are read"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = _unreadable("the file is not UTF-8 text", "save it as UTF-8", line)
        return Source(path, data.decode("utf-8-sig", "replace")), problem
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Source(path, text), _unreadable(
            "the file holds a NUL character", "save it as plain text", line
        )
    return Source(path, text), None


def _unreadable(message: str, advice: str, line: int = 1) -> Problem:
    return Problem("unreadable", message, help=advice, line=line, column=1)
