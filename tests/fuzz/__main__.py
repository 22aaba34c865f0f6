"""``python -m tests.fuzz NAME SECONDS``: look for bytes that break a promise, by coverage (atheris) from what is kept.

New inputs that reach new code are kept in ``.cache/fuzz/NAME``; one that breaks the promise is written beside them as
``crash-…``. Copy it to ``tests/fuzz/kept/NAME`` and it is a test.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["site_builder"]):
    from tests.fuzz import promises

KEPT = Path(__file__).parent / "kept"
_SECONDS_EACH = 10
"""An input that takes longer hangs."""
_LONGEST = 4_096


def main(name: str, seconds: str) -> None:
    """Look for that long."""
    found = Path(".cache/fuzz", name)
    found.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={_SECONDS_EACH}",
        f"-max_len={_LONGEST}",
        "-rss_limit_mb=1500",
        "-print_final_stats=1",
        "-verbosity=0",
        f"-artifact_prefix={found}/",
    ]
    atheris.Setup(
        [sys.argv[0], *options, str(found), str(KEPT / name)], lambda data: promises.keep(name, data)
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
