"""Where work is given out and comes back in its order: done before, done here, or done by others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import field
from itertools import islice
from typing import Any, TypeVar

from site_builder.caching import pack, unpack
from site_builder.frozen import frozen
from site_builder.processors import processors
from site_builder.work.executors import Here, WorkError
from site_builder.work.memory import Memory, Passing

A = TypeVar("A")
B = TypeVar("B")

_AT_ONCE = 16
"""Pieces that go to a worker together: one message for many small results."""
_AHEAD = 8
"""Handfuls that are under way at once, at least: enough for every worker, and little to hold in memory."""
_SHARES = 4
"""Handfuls that what is left is enough for, for each worker: they become small at the end, so that all end together."""


Progress = Callable[[int, int], None]
"""Told how many pieces are done, of how many."""


def _untold(_done: int, _all: int) -> None:
    """Tell nobody."""


@frozen
class Workshop:
    """Applies a function to many pieces. What is made here can be kept in its ``memory``."""

    executor: Executor = field(default_factory=Here)
    memory: Memory = field(default_factory=Passing)
    progress: Progress = _untold

    def shared(self) -> Memory | None:
        """Return the memory for those who do the work, who read and keep there by themselves.

        ``None`` where they cannot: on another machine there is no such folder, and the key that signs stays here.
        """
        near = isinstance(self.executor, (Here, ProcessPoolExecutor))
        return self.memory.apart() if near else None

    def map(self, function: Callable[[A], B], pieces: Sequence[A]) -> list[B]:
        """Return the result for each piece, in their order.

        Raises:
            WorkError: a worker died over it.
        """
        return list(self.give(function, pieces, len(pieces)))

    def give(self, function: Callable[[A], B], pieces: Iterable[A], number: int) -> Iterator[B]:
        """Yield what :meth:`map` returns for a ``number`` of pieces, as it comes: not all is in memory at once.

        Raises:
            WorkError: a worker died over it.
        """
        under_way: deque[tuple[Sequence[A], Future[bytes] | None]] = deque()
        done = 0
        # a single edit is not worth another process
        given_out = number > 1 and not isinstance(self.executor, Here)
        workers = max(2, processors())
        ahead = max(_AHEAD, 2 * workers) if given_out else 0
        for some in _handfuls(pieces, number, _SHARES * workers):
            under_way.append((some, self.executor.submit(_afar, function, pack(some)) if given_out else None))
            if len(under_way) > ahead:
                done += len(under_way[0][0])
                yield from _results(*under_way.popleft(), function)
                self.progress(done, number)
        for handful in under_way:
            yield from _results(*handful, function)
            done += len(handful[0])
            self.progress(done, number)


def _results(pieces: Sequence[A], future: Future[bytes] | None, function: Callable[[A], B]) -> Iterable[B]:
    if future is None:
        return map(function, pieces)
    try:
        made: Iterable[B] = unpack(future.result())
        return made
    except BrokenProcessPool:
        raise WorkError(
            "a worker process ended before its work was done, perhaps for want of memory: "
            "run it again with --jobs 1"
        ) from None
    except Exception:
        # what went wrong there goes wrong here, too, and can be told with its place
        return map(function, pieces)


def _afar(function: Callable[[Any], Any], pieces: bytes) -> bytes:
    """Do the work in another process."""
    return pack([function(piece) for piece in unpack(pieces)])


def _handfuls(pieces: Iterable[A], number: int, shares: int) -> Iterator[Sequence[A]]:
    several, left = iter(pieces), number
    while some := list(islice(several, max(1, min(_AT_ONCE, left // shares)))):
        left -= len(some)
        yield some
