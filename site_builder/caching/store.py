"""Results on the disk, one file each: a signature, then the result.

A file is read only if it was signed with this machine's key for the very name that it is asked for by: what is
corrupt, foreign, or somebody else's under another name, is as good as not there. Only then is it unpickled.
"""

from __future__ import annotations

import copy
import hashlib
import hmac
import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from site_builder.caching.keys import find_key
from site_builder.caching.packing import DAMAGED, pack, unpack
from site_builder.caching.program import program_place, program_version, see_program
from site_builder.caching.shelf import Objects
from site_builder.caching.stamps import Seen

FOLDER = ".cache/site_builder"
_SIGNATURE = 32
_versions: dict[str, bytes] = {}
"""The version of this program, by where it stands."""


class Piece(Protocol):
    """A piece of work that says what its result depends on."""

    def parts(self) -> Iterable[str]:
        """Yield everything that the result depends on, but for the program."""


class Store:
    """Keeps results in a folder. ``trouble`` says why nothing could be kept, or is empty.

    ``objects`` may be what a process that goes on holds of them.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key
        self._used: dict[str, set[str]] = {}
        self.objects: Objects | None = None
        self.trouble = ""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _ignored(folder)
        except OSError as error:
            self.trouble = _said(error)

    def apart(self) -> Store:
        """Return one in the same folder for another process of this machine: it takes the key along, no more."""
        other = copy.copy(self)
        other._used, other.objects = {}, None
        return other

    def key(self, purpose: str, piece: Piece) -> str:
        """Return the name of a result: its purpose, and a digest of the program and everything it depends on."""
        return f"{purpose}/{fingerprint((purpose, *piece.parts()), self._program)}"

    def name(self, purpose: str) -> str:
        """Return the name of a result that depends on nothing but the program."""
        return f"{purpose}/{fingerprint((purpose,), self._program)}"

    @cached_property
    def _program(self) -> bytes:
        """Return the program's version. It stays what it is for as long as a process lives, for all of its stores."""
        place = program_place()
        if place not in _versions:
            _versions[place] = self._find_version(place)
        return _versions[place]

    def _find_version(self, place: str) -> bytes:
        """Return the version; the program's files are read only if they are not those of the last time."""
        # an earlier program may have kept it in another form
        key = f"program/{fingerprint([place, *Seen.__match_args__])}"
        known: tuple[Seen, bytes] | None = self.get(key)
        if known and known[0].still():
            return known[1]
        now, seen = self.clock(), see_program()
        version = program_version()
        if seen.settled(now):
            self.put(key, (seen, version))
        return version

    def clock(self) -> int:
        """Return the time (ns) as the file system tells it of a file that is written now; 0 where none can be."""
        try:
            with open(self._folder / "clock", "wb") as file:
                file.write(b"\n")
                file.flush()
                return os.fstat(file.fileno()).st_mtime_ns
        except OSError as error:
            self.trouble = self.trouble or _said(error)
            return 0

    def get(self, key: str) -> Any | None:
        """Return the result of this name; ``None`` where there is none that this machine has signed."""
        content = self.get_packed(key)
        try:
            return None if content is None else unpack(content)
        except DAMAGED:
            return None

    def get_packed(self, key: str) -> memoryview | None:
        """Return the result of this name as it was packed; ``None`` as above."""
        try:
            with open(self._path(key), "rb") as file:
                data = file.read()
        except OSError:
            return None
        content = memoryview(data)[_SIGNATURE:]
        if not hmac.compare_digest(data[:_SIGNATURE], self._signature(key, content)):
            return None
        self.use(key)
        return content

    def put(self, key: str, value: object) -> None:
        """Keep a result; where that is not possible, remember why and go on."""
        if self.trouble:
            self.use(key)
        else:
            self.put_packed(key, pack(value))

    def put_packed(self, key: str, content: bytes) -> bool:
        """Keep a result that was packed already; tell whether it is kept."""
        self.use(key)
        if self.trouble:
            return False
        path = self._path(key)
        new = f"{path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(new, "wb") as file:
                file.write(self._signature(key, content))
                file.write(content)
            os.replace(new, path)
        except OSError as error:
            self.trouble = _said(error)
        return not self.trouble

    def tidy(self) -> None:
        """Remove the oldest of what was not used this time: of each purpose, twice the need is kept at most."""
        for purpose, used in self._used.items():
            folder = f"{self._folder}/{purpose}"
            try:
                idle = [name for name in os.listdir(folder) if name not in used]
                if len(idle) > len(used):
                    dated = sorted(
                        ((os.stat(f"{folder}/{name}").st_mtime, name) for name in idle), reverse=True
                    )
                    for _, name in dated[len(used) :]:
                        os.unlink(f"{folder}/{name}")
            except OSError as error:
                self.trouble = self.trouble or _said(error)

    def use(self, key: str) -> None:
        """Count a result among those that are needed still."""
        purpose, _, name = key.partition("/")
        self._used.setdefault(purpose, set()).add(name)

    def _path(self, key: str) -> str:
        return f"{self._folder}/{key}"

    def _signature(self, key: str, content: bytes | memoryview) -> bytes:
        signed = hashlib.blake2b(key.encode(), key=self._key, digest_size=_SIGNATURE)
        signed.update(content)
        return signed.digest()


def open_store(root: Path, apart: str = "") -> Store | None:
    """Return the newsroom's store, or one ``apart`` with a folder of its own in it.

    ``None`` where this machine has no key to sign with.
    """
    key = find_key()
    return Store(root / FOLDER / apart, key) if key else None


def fingerprint(parts: Iterable[str], program: bytes = b"") -> str:
    """Return a digest of all that a result depends on, and of the ``program`` that makes it."""
    whole = hashlib.blake2b(program, digest_size=24)
    data = [part.encode("utf-8", "surrogatepass") for part in parts]
    # the lengths keep two inputs from standing for one another
    whole.update(b"".join([b"%d\n%b" % (len(part), part) for part in data]))
    return whole.hexdigest()


def _ignored(folder: Path) -> None:
    """Keep git from seeing the folder, whatever the newsroom's own ``.gitignore`` says."""
    path = folder / ".gitignore"
    if not path.exists():
        path.write_text("*\n", encoding="utf-8")


def _said(error: OSError) -> str:
    return f"{error.strerror or error}"
