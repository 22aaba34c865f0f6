"""The files of a new newsroom: an example that is sound, and everything that checks and publishes it."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

from site_builder import __version__

_HERE = Path(__file__).resolve().parent
_SHARED = ("docs/handbook.md", "docs/ci.md", "docs/glossary.md", "claims/scale.yaml")
"""Files that a newsroom has in common with this repository: the wheel carries them, a checkout has them at its root."""
_WORDS = r"(?:>-\n(?:\1    .*\n)+|(?!>-).+\n)"
_TOLD = re.compile(
    rf"^( +)(\w+):\n\1  en: ({_WORDS})(?:\1  (?!en:)[a-z]{{2,3}}[\w-]*: {_WORDS})*", re.MULTILINE
)
"""Words told in several languages, English first: a new newsroom begins with one language, and its words alone."""
_HIDDEN = "dot-"
"""Stands for the point of a hidden name: tools that pack and copy pass over hidden files too easily."""


def starter(name: str, today: datetime.date) -> dict[str, str]:
    """Return the files of a new newsroom called ``name``, by path (POSIX, relative to its folder)."""
    found = {path.relative_to(_HERE / "files").as_posix(): path for path in (_HERE / "files").rglob("*")}
    found = {path: _HERE.parents[1] / path for path in _SHARED} | found
    files = {path: file.read_text(encoding="utf-8") for path, file in found.items() if file.is_file()}
    files["claims/scale.yaml"] = _TOLD.sub(r"\1\2: \3", files["claims/scale.yaml"])
    if not files["claims/scale.yaml"].startswith("# yaml-language-server"):
        line = "# yaml-language-server: $schema=../.schemas/scale.json\n"
        files["claims/scale.yaml"] = line + files["claims/scale.yaml"]
    words = {
        "@SITE_NAME@": json.dumps(name, ensure_ascii=False),
        "@TITLE@": name,
        "@TODAY@": today.isoformat(),
        "@VERSION@": __version__,
    }
    return {path.replace(_HIDDEN, "."): _filled(text, words) for path, text in sorted(files.items())}


def editing_page() -> dict[str, str]:
    """Return the files that name what the page for editors loads, for npm."""
    names = ("package.json", "package-lock.json")
    return {name: (_HERE / "admin" / name).read_text(encoding="utf-8") for name in names}


def _filled(text: str, words: dict[str, str]) -> str:
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text
