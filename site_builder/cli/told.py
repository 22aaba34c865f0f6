"""What keeps a command from its work, in an editor's words."""

from __future__ import annotations

import click

from site_builder.cli import USAGE


class Told(click.ClickException):
    """Something outside the command is not as it should be: a file, a folder. How to call it is not in question."""

    exit_code = USAGE
