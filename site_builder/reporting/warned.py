"""What a program that we are a part of warns of."""

from __future__ import annotations

import logging


class Warnings(logging.Handler):
    """Counts warnings as MkDocs' ``--strict`` does, but before the site is published."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1
