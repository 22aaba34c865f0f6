"""Many small results in a few files, so that all of them are soon read."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import Any, Protocol

from site_builder.caching.packing import unpack

_BOARDS = 16
"""Files that the results are spread over: what is new is written, and little beside it."""

Board = dict[str, bytes]

Objects = dict[str, dict[str, Any]]
"""Results in memory, by the purpose of their shelf and by their names."""


class _Memory(Protocol):
    objects: Objects | None

    def get(self, key: str) -> Board | None:
        """Return what was kept, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""


class Shelf:
    """Packed results by name; a name tells all that its result depends on, the program too.

    Where the memory has ``objects``, results that were read lie in memory as long as they are asked for.
    """

    def __init__(self, memory: _Memory, purpose: str) -> None:
        self._memory, self._purpose = memory, purpose
        self._objects = None if memory.objects is None else memory.objects.setdefault(purpose, {})
        self._boards: dict[int, Board] = {}
        self._used: dict[int, set[str]] = defaultdict(set)
        self._changed: set[int] = set()

    def get(self, name: str) -> Any | None:
        """Return the result of this name, if there is one."""
        number = _board(name)
        found = self._objects.get(name) if self._objects is not None else None
        if found is None:
            packed = self._board(number).get(name)
            if packed is None:
                return None
            found = unpack(packed)
            if self._objects is not None:
                self._objects[name] = found
        self._used[number].add(name)
        return found

    def put(self, name: str, content: bytes) -> Any:
        """Keep a result, once the shelf is closed; return it."""
        number = _board(name)
        self._board(number)[name] = content
        self._changed.add(number)
        return self.get(name)

    def close(self) -> None:
        """Write what has changed; of what was not asked for, as much is kept as was, at most."""
        for number in self._changed:
            board, used = self._boards[number], self._used[number]
            idle = [name for name in board if name not in used]
            for name in idle[: max(0, len(idle) - len(used))]:
                del board[name]
            self._memory.put(self._key(number), board)
        self._changed.clear()
        if self._objects is not None:
            asked = set().union(*self._used.values())
            for name in self._objects.keys() - asked:
                del self._objects[name]

    def _board(self, number: int) -> Board:
        if number not in self._boards:
            self._boards[number] = self._memory.get(self._key(number)) or {}
        return self._boards[number]

    def _key(self, number: int) -> str:
        return f"{self._purpose}/{number:02}"


def _board(name: str) -> int:
    return hashlib.blake2b(name.encode(), digest_size=1).digest()[0] % _BOARDS
