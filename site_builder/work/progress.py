"""A bar for work that takes long: in a terminal only, and only once somebody has waited for two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from site_builder.work.workshop import Progress

_PATIENCE = 2.0
"""Seconds for which nobody wonders."""


@contextmanager
def watch() -> Iterator[Progress]:
    """Yield what is to be told how far the work is; it draws on the standard error stream."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    with ExitStack() as opened:
        yield _Bar(opened).told


class _Bar:
    def __init__(self, opened: ExitStack) -> None:
        self._opened = opened
        self._begun = time.monotonic()
        self._shown: Any = None
        self._task: Any = None

    def told(self, done: int, all: int) -> None:
        """Draw how far it is, if it takes long."""
        if self._shown is None:
            if done >= all or time.monotonic() - self._begun < _PATIENCE:
                return
            # rich is slow to import, and most checks are over before
            from rich.console import Console
            from rich.progress import Progress as Shown

            self._shown = self._opened.enter_context(Shown(console=Console(stderr=True), transient=True))
            self._task = self._shown.add_task("Articles", total=all)
        self._shown.update(self._task, completed=done, total=all)
