"""A command whose help teaches: what it is for, examples, and what its exit code says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

COLUMNS = 80
"""What most terminals show side by side; longer lines of help would break."""


class Teaching(click.Command):
    """Shows ``examples`` (what is typed, and what it does) and ``exits`` (exit codes) below the options."""

    def __init__(
        self, *args: Any, examples: Mapping[str, str], exits: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        self.examples, self.exits = examples, exits or {}
        super().__init__(*args, **kwargs)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples and the exit codes."""
        with formatter.section("Examples"):
            for typed, does in self.examples.items():
                # never broken: people copy it
                formatter.write(f"{'':{formatter.current_indent}}$ {typed}\n")
                with formatter.indentation():
                    formatter.write_text(does)
        if self.exits:
            with formatter.section("Exit codes"):
                formatter.write_dl(list(self.exits.items()))
