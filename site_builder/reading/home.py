"""Where a newsroom begins, and how it is told that its settings are unsound: all that every command needs at once."""

from __future__ import annotations

from pathlib import Path

CONFIG = "mkdocs.yml"


class SettingsError(Exception):
    """The settings are unsound: exit code 2. The message names the file and what to do."""


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that holds ``mkdocs.yml``.

    Raises:
        SettingsError: there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / CONFIG).is_file():
            return folder
    raise SettingsError(
        f"no {CONFIG} here or in any folder above: run the command inside a newsroom's folder, "
        "or begin one with `site-builder init FOLDER`"
    )
