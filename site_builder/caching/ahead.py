"""A look at very many files by another process, while this one goes on with what does not need it yet."""

from __future__ import annotations

import mmap
import os
import threading
from collections.abc import Sequence

from site_builder.caching.stamps import STAMP_SIZE, stamps_at
from site_builder.processors import processors

_ENOUGH = 4000
"""So many files take longer to look at than another process takes to begin."""


class Ahead:
    """Looks at ``paths`` from now on; only when it is asked where few are, or one processor, or other threads run."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths, self._child = paths, 0
        # a lock that another thread holds would be held for ever in a copy of this process
        if len(paths) < _ENOUGH or processors() < 2 or threading.active_count() > 1:
            return
        try:
            self._told = mmap.mmap(-1, len(paths) * STAMP_SIZE)
            self._child = os.fork()
        except OSError:
            return
        if not self._child:
            self._look()

    def _look(self) -> None:
        """Look at all of them, and end: nothing else that the program has begun is this process' to end."""
        code = 1
        try:
            self._told[:] = stamps_at(self._paths)
            code = 0
        finally:
            os._exit(code)

    def stamps(self) -> bytes:
        """Return their stamps, one after the other; of a link, its own."""
        if self._end() == 0:
            return self._told[:]
        return stamps_at(self._paths)

    def _end(self) -> int | None:
        """Wait for the other process; return its code, ``None`` where there is none any more."""
        child, self._child = self._child, 0
        return os.waitpid(child, 0)[1] if child else None

    def close(self) -> None:
        """Leave no process behind."""
        self._end()
