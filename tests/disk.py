"""A small sound newsroom on disk, and git to keep it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.rules.newsroom import CLAIM, RECORD, SCALE, TEXT, merged, written

CONFIG = "site_name: Bridge checks\nplugins:\n  - site_builder: {}\n"
# Whoever runs the tests: their git settings must not decide.
_ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Kim",
    "GIT_AUTHOR_EMAIL": "kim@example.org",
    "GIT_COMMITTER_NAME": "Kim",
    "GIT_COMMITTER_EMAIL": "kim@example.org",
}


def make(home: Path) -> Path:
    """Write a newsroom of one article and one published claim."""
    put(home / "mkdocs.yml", CONFIG)
    put(home / "seeds/piece.txt", TEXT)
    put(home / "seeds/piece.yaml", written(RECORD))
    put(home / "claims/scale.yaml", written(SCALE))
    claim(home)
    return home


def claim(home: Path, over: Mapping[str, Any] = {}, id: str = "piece/bridge") -> Path:
    """Write a claim file: a sound one with the keys of ``over`` laid over it."""
    return put(home / f"claims/{id}.yaml", written(merged(CLAIM, over)))


def modes_count() -> bool:
    """Tell whether this process may be kept from a file: as a rule, the administrator may not."""
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).chmod(0)
        return not os.access(file.name, os.R_OK)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def git(home: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **_ALONE},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(home: Path, message: str, tag: str = "") -> None:
    """Commit everything as it stands; begin the history where there is none."""
    if not (home / ".git").exists():
        git(home, "init", "--quiet", "--initial-branch=main")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--message", message)
    if tag:
        git(home, "tag", tag)
