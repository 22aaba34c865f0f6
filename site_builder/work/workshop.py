"""Where work is given out and comes back in its order: done before, done here, or done by others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from site_builder.caching import pack, unpack
from site_builder.work.executors import Here, WorkError

A = TypeVar("A")
B = TypeVar("B")

_AT_ONCE = 16
"""Pieces that go to a worker together: one message for many small results."""
_AHEAD = 8
"""Handfuls that are under way at once: enough for every worker, and little to hold in memory."""


class Memory(Protocol):
    """What remembers results between runs."""

    def key(self, purpose: str, piece: Any) -> str:
        """Return the name under which the result of ``piece`` is kept."""

    def get(self, key: str) -> Any | None:
        """Return what was kept, or ``None``."""

    def put(self, key: str, value: object) -> None:
        """Keep ``value``."""

    def put_packed(self, key: str, content: bytes) -> None:
        """Keep a value that was packed already."""


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
        return list(self.stream(function, pieces))

    def stream(self, function: Callable[[A], B], pieces: Sequence[A]) -> Iterator[B]:
        """Yield what :meth:`map` returns, as it comes: not all of it is in memory at once.

        Raises:
            WorkError: a worker died over it.
        """
        under_way: deque[_Handful[A, B]] = deque()
        done = 0
        for some in _handfuls(pieces):
            under_way.append(self._begin(function, some))
            if len(under_way) > _AHEAD:
                done += len(under_way[0].pieces)
                yield from self._end(under_way.popleft(), function)
                self.progress(done, len(pieces))
        for handful in under_way:
            yield from self._end(handful, function)
            done += len(handful.pieces)
            self.progress(done, len(pieces))

    def _begin(self, function: Callable[[A], B], pieces: Sequence[A]) -> _Handful[A, B]:
        """Look for what was done before, and give out the rest."""
        memory = self.memory
        keys = [memory.key(function.__qualname__, piece) for piece in pieces] if memory else []
        kept = [memory.get(key) for key in keys] if memory else [None] * len(pieces)
        left = [piece for piece, result in zip(pieces, kept, strict=True) if result is None]
        # a single edit is not worth another process
        given_out = len(left) > 1 or len(left) == len(pieces)
        given_out = given_out and bool(left) and not isinstance(self.executor, Here)
        future = self.executor.submit(_afar, function, pack(left)) if given_out else None
        return _Handful(pieces, keys, kept, left, future)

    def _end(self, handful: _Handful[A, B], function: Callable[[A], B]) -> Iterator[B]:
        """Yield the results in their order, and keep those that are new."""
        results = _results(handful, function)
        made = iter(results)
        for number, kept in enumerate(handful.kept):
            if kept is not None:
                yield kept
                continue
            result = next(made)
            if isinstance(result, _Packed):
                # packed where it was made, for the way here and for later builds
                if self.memory:
                    self.memory.put_packed(handful.keys[number], result.content)
                yield unpack(result.content)
                continue
            if self.memory:
                self.memory.put(handful.keys[number], result)
            yield result


@dataclass(frozen=True, slots=True)
class _Handful(Generic[A, B]):
    pieces: Sequence[A]
    keys: list[str]
    kept: list[B | None]
    left: list[A]
    future: Future[list[_Packed]] | None


class _Packed(NamedTuple):
    """A result that comes from another process."""

    content: bytes


def _results(handful: _Handful[A, B], function: Callable[[A], B]) -> Iterable[B | _Packed]:
    if handful.future is None:
        return map(function, handful.left)
    try:
        return handful.future.result()
    except BrokenProcessPool:
        raise WorkError(
            "a worker process ended before its work was done, perhaps for want of memory: "
            "run it again with --jobs 1"
        ) from None
    except Exception:
        # what went wrong there goes wrong here, too, and can be told with its place
        return list(map(function, handful.left))


def _afar(function: Callable[[Any], Any], pieces: bytes) -> list[_Packed]:
    """Do the work in another process."""
    return [_Packed(pack(function(piece))) for piece in unpack(pieces)]


def _handfuls(pieces: Sequence[A]) -> Iterator[Sequence[A]]:
    size = max(1, min(_AT_ONCE, len(pieces) // 8))
    for start in range(0, len(pieces), size):
        yield pieces[start : start + size]
