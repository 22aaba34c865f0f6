"""Which program made a result: our own files, Python, and the packages beside it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from site_builder.caching.stamps import Seen, see

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def program_version() -> bytes:
    """Return a digest of every file of this package, of Python's version and of the packages that are installed."""
    whole = hashlib.blake2b(sys.version.encode(), digest_size=32)
    for parent, names in _folders():
        for name in names:
            path = f"{parent}/{name}"
            with open(path, "rb") as file:
                content = file.read()
            whole.update(f"{os.path.relpath(path, _PACKAGE)}\n{len(content)}\n".encode())
            whole.update(content)
    for name in sorted(_installed()):
        whole.update(f"{name}\n".encode())
    return whole.digest()


def program_place() -> str:
    """Return where the program stands, with Python's version and the packages that are installed beside it."""
    return "\n".join([sys.version, str(_PACKAGE), *sorted(_installed())])


def see_program() -> Seen:
    """Return how the files of this package stand now."""
    return see(path for parent, names in _folders() for path in (parent, *(f"{parent}/{n}" for n in names)))


def _folders() -> Iterator[tuple[str, list[str]]]:
    for parent, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield parent, sorted(names)


@cache
def _installed() -> frozenset[str]:
    """Return the names of the folders that tell which packages are there, in which version."""
    found = set()
    for folder in sys.path:
        try:
            found |= {
                name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info"))
            }
        except OSError:
            continue
    return frozenset(found)
