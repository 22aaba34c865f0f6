"""Files read and written for an editor: what the system refuses is told in words."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from site_builder.cli.told import Told


def read(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        Told: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise Told(f"{path} cannot be read: {reason(error)}") from None


def write_new(home: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet, all or none of them; paths are relative to ``home``.

    Raises:
        Told: one is there already, or cannot be written.
    """
    begun: list[Path] = []
    try:
        for path, text in files.items():
            (home / path).parent.mkdir(parents=True, exist_ok=True)
            with (home / path).open("x", encoding="utf-8", newline="\n") as file:
                begun.append(home / path)
                file.write(text)
    except OSError as error:
        for each in begun:
            with suppress(OSError):
                each.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise Told(f"{path} is there already, and stays as it is: choose another name") from None
        raise Told(f"{path} cannot be written: {reason(error)}; nothing was written") from None


def write(home: Path, path: str, text: str | bytes) -> None:
    """Write a file, whether it is there or not: the whole new one, or else the old one stays.

    Raises:
        Told: it cannot be written.
    """
    data = text.encode() if isinstance(text, str) else text
    whole = (home / path).resolve()
    aside = whole.with_name(f".{whole.name}.new")
    try:
        whole.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
        if whole.exists():
            aside.chmod(whole.stat().st_mode & 0o777)
        aside.replace(whole)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise Told(f"{path} cannot be written: {reason(error)}; it is as it was") from None


def reason(error: OSError) -> str:
    """Return why the system refuses, in lower case, such as ``permission denied``."""
    return (error.strerror or str(error) or "unknown reason").lower()
