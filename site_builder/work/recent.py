"""What a process that goes on holds of its last work, so that the next need not even read it back."""

from __future__ import annotations

from typing import Any

from site_builder.caching import Store

_HELD = "make_dossier/"
"""Results that are held: a preview has them in its project all the time. Its pages are many, and lie on the disk."""


class Recent:
    """A memory that looks into ``held`` before it looks into the ``store``; what is not asked for again leaves it."""

    def __init__(self, store: Store, held: dict[str, object]) -> None:
        self._store, self._held = store, held
        self._asked: set[str] = set()

    def key(self, purpose: str, piece: Any) -> str:
        """Return the name under which the result of ``piece`` is kept."""
        return self._store.key(purpose, piece)

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""
        found = self._held.get(key)
        if found is not None:
            self._store.use(key)
        else:
            found = self._store.get(key)
        self._hold(key, found)
        return found

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""
        self._store.put(key, value)
        self._hold(key, value)

    def put_packed(self, key: str, content: bytes) -> None:
        """Keep a value that was packed already; it is held once it is asked for."""
        self._store.put_packed(key, content)

    def _hold(self, key: str, value: object) -> None:
        if key.startswith(_HELD) and value is not None:
            self._held[key] = value
            self._asked.add(key)

    def forget(self) -> None:
        """Let go of what was not asked for, if anything was."""
        for key in self._held.keys() - self._asked if self._asked else ():
            del self._held[key]
