"""Executors, all with the one interface of :class:`concurrent.futures.Executor`."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

from site_builder.processors import processors
from site_builder.reading.settings import SettingsError

T = TypeVar("T")

DASK = "dask:"
ENOUGH = 400
"""Claims from which on other processes do more good than starting them costs."""


_PATIENCE = 5.0
"""Seconds that a worker has to end in."""


class WorkError(SettingsError):
    """The work could not be given to others, or they died over it: exit code 2. The message says what to do."""


class Here(Executor):
    """Does each thing at once, in this process."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Do it and return a future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def open_executor(jobs: int | None = None, where: str | None = None, claims: int = 0) -> Iterator[Executor]:
    """Yield the executor that was asked for, and close it after use.

    ``where`` is ``dask:ADDRESS`` or empty; ``jobs`` is a number of processes on this machine. Without either, the
    number of ``claims`` decides: a small newsroom is done before another process has started.

    Raises:
        WorkError: there is no such executor, or it cannot be reached.
    """
    if where:
        if jobs is not None:
            raise WorkError(
                "give either a number of jobs or an executor: the cluster decides how many it runs"
            )
        with _dask(where) as executor:
            yield executor
        return
    number = jobs if jobs is not None else (processors() if claims >= ENOUGH else 1)
    if number < 1:
        raise WorkError(f"{number} jobs do nothing: give 1 or more")
    if number == 1:
        yield Here()
        return
    yield from _processes(number)


def _processes(number: int) -> Iterator[Executor]:
    executor = ProcessPoolExecutor(number, mp_context=_context(), initializer=_start)
    try:
        yield executor
    except BaseException:
        # Ctrl-C, or a fault: nobody waits for what is not needed any more
        workers = list((executor._processes or {}).values())
        executor.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.terminate()
        # what they write in is removed next
        for worker in workers:
            worker.join(_PATIENCE)
        raise
    executor.shutdown()


def _context() -> multiprocessing.context.BaseContext:
    """Fork where nothing else runs in this process, for it costs nothing; a lock held by another thread would hang."""
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if alone else "spawn")


def _start() -> None:
    # Ctrl-C reaches the whole group: the parent tells of it, and ends its workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when its parent has ended, however that was: it would wait for work for ever.

    The locks of the parent are its own, too: the next build would find the site before taken.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _dask(where: str) -> Iterator[Executor]:
    if not where.startswith(DASK) or not where.removeprefix(DASK):
        raise WorkError(
            f"`{where}` is no executor: write dask: and its scheduler's address, dask:tcp://HOST:8786"
        )
    try:
        import distributed
    except ImportError:
        raise WorkError("Dask is not installed: pip install 'site-builder[dask]'") from None
    make: Any = distributed.Client
    try:
        client = make(where.removeprefix(DASK), timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WorkError(
            f"the Dask scheduler at {where.removeprefix(DASK)} does not answer: {error}"
        ) from None
    with client:
        yield client.get_executor(pure=False)
