"""One command, measured: the time on the clock, the processor's time, and the memory of its largest process."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds on the clock and of processors (children's too), MB of its largest process."""

    wall: float
    processor: float
    memory: float


def run(
    command: Sequence[str],
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    codes: Sequence[int] = (0,),
) -> Run:
    """Run ``command`` in ``folder`` to its end.

    Raises:
        ChildProcessError: it ends with none of ``codes``.
    """
    log = folder / ".bench.log"
    started = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=out, env={**as_installed(), **(environment or {})}
        )
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise ChildProcessError(f"{' '.join(command)} ended with {code}:\n{said}")
    log.unlink()
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def as_installed() -> dict[str, str]:
    """Return the environment, but for what keeps Python from reading modules that it has compiled already."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def size(folder: Path) -> tuple[int, float]:
    """Return how many files a finished site has, and their MB."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6
