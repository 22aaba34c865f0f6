"""A real terminal for a program to run in, as wide as a test wants it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

_OWN = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "CI", "TERM")


def environment(**over: str) -> dict[str, str]:
    """Return the environment without what decides about colours and columns, but for ``over``."""
    kept = {key: value for key, value in os.environ.items() if key not in _OWN}
    return {**kept, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **over}


def start(cwd: Path, *arguments: str, columns: int = 80, **over: str) -> tuple[subprocess.Popen[bytes], int]:
    """Start ``site-builder`` in a terminal of its own; return it with the terminal's other end."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "site_builder", *arguments],
        cwd=cwd,
        env=environment(**over),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    return process, ours


def shown(cwd: Path, *arguments: str, columns: int = 80, **over: str) -> str:
    """Return all that ``site-builder`` shows in a terminal, escape sequences included."""
    process, ours = start(cwd, *arguments, columns=columns, **over)
    told = b""
    while piece := _read(ours):
        told += piece
    process.wait(60)
    os.close(ours)
    return told.decode().replace("\r\n", "\n")


def _read(end: int) -> bytes:
    try:
        return os.read(end, 65536)
    except OSError:  # Linux says so when nobody writes any more
        return b""


def plain(text: str) -> str:
    """Return the text without colours and movements."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
