"""By what Python everything is run, and on how many of the machine's cores: times say little without."""

from __future__ import annotations

import os
import platform
import sys
import sysconfig

_OPTIMISED = "--enable-optimizations"
_SYSTEM = "/usr"


def described() -> str:
    """Return the interpreter's version, and whether it was built with profile-guided optimisation, if it tells.

    One that was not takes a quarter more time. Distributions optimise in ways that their settings do not show, so of
    the system's own nothing can be told.
    """
    configured = sysconfig.get_config_var("CONFIG_ARGS")
    if configured and _OPTIMISED in configured:
        how = "with"
    elif configured and sys.base_prefix != _SYSTEM:
        how = "without"
    else:
        how = "not known whether with"
    name = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{name}, {how} profile-guided optimisation"


def cores() -> int:
    """Return how many cores this process and its children may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def keep_to(number: int) -> None:
    """Let this process, and all that it starts from now on, use no more than ``number`` of the cores that it has.

    Raises:
        SystemExit: there are fewer, or the system lets nobody choose.
    """
    if not hasattr(os, "sched_setaffinity"):
        raise SystemExit("This system lets nobody choose cores.")
    mine = sorted(os.sched_getaffinity(0))
    if not 1 <= number <= len(mine):
        raise SystemExit(f"There are {len(mine)} cores, not {number}.")
    os.sched_setaffinity(0, mine[:number])
