"""The key that this machine signs its results with. It never lies in the newsroom's folder.

Without it a result is not read at all: what a stranger's pull request put into a cache that CI keeps would otherwise
be published, or run.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "SITE_BUILDER_CACHE_KEY"
"""Names the secret in the environment: CI gives it to builds of its own branches alone."""
_BYTES = 32
_LEAST = 16


def find_key(environment: Mapping[str, str] = os.environ) -> bytes | None:
    """Return the key: from the environment, else this user's own, made when first asked for.

    ``None`` where there is none and none can be kept.
    """
    given = environment.get(VARIABLE, "")
    if given:
        return hashlib.blake2b(given.encode("utf-8", "surrogateescape"), digest_size=_BYTES).digest()
    try:
        return _own(_folder(environment) / "key")
    except (OSError, RuntimeError):
        # no home, or one that nobody may write in
        return None


def _folder(environment: Mapping[str, str]) -> Path:
    # https://specifications.freedesktop.org/basedir-spec/latest/
    state = environment.get("XDG_STATE_HOME", "")
    return (Path(state) if state.startswith("/") else Path.home() / ".local/state") / "site_builder"


def _own(path: Path) -> bytes | None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make(path)
    found = path.stat()
    if found.st_uid != os.getuid() or found.st_mode & 0o077:
        # somebody else may know it, or have put it there
        return None
    key = path.read_bytes()
    return key if len(key) >= _LEAST else None


def _make(path: Path) -> None:
    """Write a new key in one step: two builds that start together get the same one."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(_BYTES))
    try:
        os.link(new, path)
    except FileExistsError:
        pass
    finally:
        new.unlink()
