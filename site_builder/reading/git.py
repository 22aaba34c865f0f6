"""Files as git keeps them: read only, by git's own plumbing commands.

Source: git's manual pages gitrevisions(7), git-ls-tree(1), git-cat-file(1) and git-diff(1).
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from site_builder.reading.settings import SettingsError

_SECONDS = 60
"""Longer than reading any newsroom takes; a repository that hangs must not hang the check."""
_FILES = ("100644", "100755")
"""The modes of plain files: links and submodules are passed over."""


class HistoryError(SettingsError):
    """The earlier record that was asked for cannot be read: exit code 2. The message says what to do."""


def commit(root: Path, ref: str) -> str:
    """Return the id of the commit that ``ref`` names.

    Raises:
        HistoryError: git is missing, ``root`` lies in no repository, or it has no such commit.
    """
    _run(root, "rev-parse", "--git-dir")
    done = _call(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if done.returncode:
        raise HistoryError(
            f"git knows no commit `{ref}`, and there is no such file: fetch it first "
            f"(a shallow clone has only the newest commit; in GitHub's checkout set `fetch-depth: 0`)"
        )
    return done.stdout.decode().strip()


def files_at(root: Path, commit: str, folders: Sequence[str]) -> dict[str, bytes]:
    """Return the plain files below ``folders`` at ``commit``, by their paths relative to ``root``.

    Raises:
        HistoryError: git fails.
    """
    listed = dict(_listed(_run(root, "ls-tree", "-r", "-z", commit, "--", *folders)))
    if not listed:
        return {}
    contents = _run(root, "cat-file", "--batch", given="\n".join(listed.values()).encode() + b"\n")
    return dict(zip(listed, _contents(contents), strict=True))


def changed_since(root: Path, ref: str) -> frozenset[str]:
    """Return the files changed since ``root``'s branch left ``ref``, by their paths relative to ``root``.

    Changes that are not committed yet count too.

    Raises:
        HistoryError: git fails, or knows no such commit.
    """
    start = _call(root, "merge-base", commit(root, ref), "HEAD").stdout.decode().strip() or commit(root, ref)
    changed = _run(root, "diff", "--name-only", "--relative", "-z", start, "--")
    new = _run(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(name.decode("utf-8", "replace") for name in (changed + new).split(b"\0") if name)


def folder_in_repository(root: Path) -> str:
    """Return where ``root`` lies in its repository, ending in ``/``; empty at its top, or where there is none."""
    try:
        done = _call(root, "rev-parse", "--show-prefix")
    except HistoryError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip("\n") if done.returncode == 0 else ""


def _listed(output: bytes) -> Iterator[tuple[str, str]]:
    for entry in output.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        mode, _, rest = about.decode().partition(" ")
        if mode in _FILES:
            yield path.decode("utf-8", "replace"), rest.partition(" ")[2]


def _contents(output: bytes) -> Iterator[bytes]:
    """Yield the objects that ``git cat-file --batch`` printed: a line with the size, then as many bytes."""
    at = 0
    while at < len(output):
        line = output.index(b"\n", at)
        size = int(output[at:line].rsplit(b" ", 1)[1])
        yield output[line + 1 : line + 1 + size]
        at = line + 1 + size + 1


def _run(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    done = _call(root, *arguments, given=given)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        why = said.splitlines()[0] if said else "no reason given"
        if "not a git repository" in said:
            why = "this folder is kept in no git repository; name the published site's claims.json instead"
        raise HistoryError(f"git cannot read the history: {why}")
    return done.stdout


def _call(root: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            input=given,
            stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise HistoryError("git is not installed, or not found") from None
    except subprocess.TimeoutExpired:
        raise HistoryError(f"git did not answer within {_SECONDS} seconds") from None
