"""The preview, measured: from a saved claim to the new words on the page that the server gives."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from bench.speed.running import Run, as_installed

_SECONDS = 1800
_LOOK = 0.02
_PATIENCE = 10.0
"""Seconds in which a preview ends that is asked to."""
_QUIET = 2.0
"""Seconds after which the server waits for changes, and those of before are settled."""


def measure(command: Sequence[str], folder: Path, claim: str) -> Run:
    """Start the preview, save ``claim`` (a file of the newsroom) with a new word, and wait until its page has it.

    Raises:
        TimeoutError: it never has.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    page = f"http://{address}/{claim.removesuffix('.yaml')}/"
    process = subprocess.Popen(
        [*command, "-a", address], cwd=folder, stderr=subprocess.DEVNULL, env=as_installed()
    )
    try:
        _wait_for("<main", page)
        time.sleep(_QUIET)
        word = f"Word{time.time_ns()}"
        before, begun = _processor(process.pid), time.perf_counter()
        path = folder / claim
        text = re.sub(r"(explanation: \|\n  )", rf"\1{word}. ", path.read_text(encoding="utf-8"), count=1)
        path.write_text(text, encoding="utf-8")
        _wait_for(word, page)
        wall = time.perf_counter() - begun
        return Run(wall, _processor(process.pid) - before, _memory(process.pid))
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            # who is started in the background may be deaf to Ctrl-C
            process.terminate()
            process.wait()


def _wait_for(word: str, page: str) -> None:
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(page, timeout=_SECONDS) as answer:
                if word in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(_LOOK)
    raise TimeoutError(f"{page} never had {word}")


def _processor(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    # utime and stime, proc_pid_stat(5)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> float:
    found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0
