"""What remembers results: between runs on the disk, or for as long as somebody holds it."""

from __future__ import annotations

from typing import Any, Protocol

from site_builder.caching import Objects, fingerprint, pack, unpack


class Memory(Protocol):
    """Results by their keys. ``objects`` are what of them lies in memory, where a process goes on."""

    objects: Objects | None

    def key(self, purpose: str, piece: Any) -> str:
        """Return the name under which the result of ``piece`` is kept."""

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""

    def get_packed(self, key: str) -> memoryview | bytes | None:
        """Return what was kept as it was packed, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""

    def put_packed(self, key: str, content: bytes) -> bool:
        """Keep a value that was packed already; tell whether it is kept."""

    def use(self, key: str) -> None:
        """Count a result among those that are needed still."""

    def apart(self) -> Memory | None:
        """Return the same for another process of this machine; ``None`` where what is kept is in this process alone."""


class Passing:
    """A memory that ends with the process."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self.objects: Objects | None = None

    def key(self, purpose: str, piece: Any) -> str:
        """Return the name under which the result of ``piece`` is kept."""
        return f"{purpose}/{fingerprint(piece.parts())}"

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""
        found = self._kept.get(key)
        return None if found is None else unpack(found)

    def get_packed(self, key: str) -> bytes | None:
        """Return what was kept as it was packed, or ``None``."""
        return self._kept.get(key)

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""
        self._kept[key] = pack(value)

    def put_packed(self, key: str, content: bytes) -> bool:
        """Keep a value that was packed already."""
        self._kept[key] = content
        return True

    def use(self, key: str) -> None:
        """Do nothing: all of it is needed."""

    def apart(self) -> Memory | None:
        """Return nothing: no other process could look into this one."""
        return None
