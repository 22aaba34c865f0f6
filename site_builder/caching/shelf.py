"""Many small results in a few files, so that all of them are soon read."""

from __future__ import annotations

import hashlib
from typing import Protocol

_BOARDS = 16
"""Files that the results are spread over: what is new is written, and little beside it."""

Board = dict[str, bytes]


class _Memory(Protocol):
    def get(self, key: str) -> Board | None:
        """Return what was kept, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""


class Shelf:
    """Packed results by name; a name tells all that its result depends on, the program too."""

    def __init__(self, memory: _Memory, purpose: str) -> None:
        self._memory, self._purpose = memory, purpose
        self._boards: dict[int, Board] = {}
        self._used: dict[int, set[str]] = {}
        self._changed: set[int] = set()

    def get(self, name: str) -> bytes | None:
        """Return the result of this name, if there is one."""
        number = _board(name)
        found = self._board(number).get(name)
        if found is not None:
            self._used[number].add(name)
        return found

    def put(self, name: str, content: bytes) -> None:
        """Keep a result, once the shelf is closed."""
        number = _board(name)
        self._board(number)[name] = content
        self._used[number].add(name)
        self._changed.add(number)

    def close(self) -> None:
        """Write what has changed; of what was not asked for, as much is kept as was, at most."""
        for number in self._changed:
            board, used = self._boards[number], self._used[number]
            idle = [name for name in board if name not in used]
            for name in idle[: max(0, len(idle) - len(used))]:
                del board[name]
            self._memory.put(self._key(number), board)
        self._changed.clear()

    def _board(self, number: int) -> Board:
        if number not in self._boards:
            self._boards[number] = self._memory.get(self._key(number)) or {}
            self._used[number] = set()
        return self._boards[number]

    def _key(self, number: int) -> str:
        return f"{self._purpose}/{number:02}"


def _board(name: str) -> int:
    return hashlib.blake2b(name.encode(), digest_size=1).digest()[0] % _BOARDS
