"""A fault of ours, as lines to paste into a report: no traceback reaches an editor."""

from __future__ import annotations

import platform
import traceback

import site_builder


def describe(error: BaseException) -> str:
    """Return what to report: versions, the error, and the last places it came through."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.name][-4:]
    places = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join(
        [
            "This is a fault in site-builder, not in your files. Please report it with these lines:",
            "",
            f"  site-builder {site_builder.__version__}, Python {platform.python_version()}, {platform.system()}",
            f"  {type(error).__name__}: {error}",
            *places,
        ]
    )


def _short(filename: str) -> str:
    for root in ("site_builder/", "site-packages/"):
        _, found, rest = filename.rpartition(root)
        if found:
            return rest
    return filename.rpartition("/")[2]
