"""Where work is given out and comes back in its order: done before, done here, or done by others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from site_builder.work.executors import Here, WorkError

A = TypeVar("A")
B = TypeVar("B")

_AT_ONCE = 16
"""Pieces that go to a worker together: one message for many small results."""


class Memory(Protocol):
    """What remembers results between runs."""

    def key(self, purpose: str, piece: Any) -> str:
        """Return the name under which the result of ``piece`` is kept."""

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""


Progress = Callable[[int, int], None]
"""Told how many pieces are done, of how many."""


def _untold(_done: int, _all: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Applies a function to many pieces."""

    executor: Executor = field(default_factory=Here)
    memory: Memory | None = None
    progress: Progress = _untold

    def map(self, function: Callable[[A], B], pieces: Sequence[A]) -> list[B]:
        """Return the result for each piece, in their order. What was done before is not done again.

        Raises:
            WorkError: a worker died over it.
        """
        keys = [self.memory.key(function.__qualname__, piece) if self.memory else "" for piece in pieces]
        results: list[B | None] = [self.memory.get(key) if self.memory else None for key in keys]
        left = [number for number, result in enumerate(results) if result is None]
        done = len(pieces) - len(left)
        self.progress(done, len(pieces))
        for number, result in zip(left, self._done(function, [pieces[n] for n in left]), strict=True):
            results[number] = result
            if self.memory:
                self.memory.put(keys[number], result)
            done += 1
            self.progress(done, len(pieces))
        return [result for result in results if result is not None]

    def _done(self, function: Callable[[A], B], pieces: Sequence[A]) -> Iterator[B]:
        if isinstance(self.executor, Here):
            yield from map(function, pieces)
            return
        futures = [self.executor.submit(_each, function, some) for some in _handfuls(pieces)]
        try:
            for future in futures:
                yield from future.result()
        except BrokenProcessPool:
            raise WorkError(
                "a worker process ended before its work was done, perhaps for want of memory: "
                "run it again with --jobs 1"
            ) from None


def _each(function: Callable[[A], B], pieces: Iterable[A]) -> list[B]:
    return [function(piece) for piece in pieces]


def _handfuls(pieces: Sequence[A]) -> Iterator[Sequence[A]]:
    size = max(1, min(_AT_ONCE, len(pieces) // 8))
    for start in range(0, len(pieces), size):
        yield pieces[start : start + size]
