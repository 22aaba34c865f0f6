"""The bill of materials of what runs: every pinned dependency with version, hashes and licence.

CycloneDX 1.5 as JSON (https://cyclonedx.org/docs/1.5/json/), from the lock file and the installed packages' metadata.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)((?:(?!^[A-Za-z0-9]).*\n?)*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_UNKNOWN = "not stated"
_WORDS = {
    "MIT": "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"
}
"""How licences begin that some packages bring along and do not name."""


def bill(lock: str) -> dict[str, Any]:
    """Return the bill of materials for the text of a lock file."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": _component("site-builder", metadata.version("site-builder"), ())},
        "components": list(_components(lock)),
    }


def _components(lock: str) -> Iterator[dict[str, Any]]:
    for name, version, rest in _PIN.findall(lock):
        yield _component(name, version, _HASH.findall(rest))


def _component(name: str, version: str, hashes: Any) -> dict[str, Any]:
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "licenses": [{"license": {"name": licence(name)}}],
        # one archive for each platform: which of them was installed, the lock leaves open
        "properties": [{"name": "site-builder:sha256", "value": value} for value in hashes],
    }


def licence(name: str) -> str:
    """Return the licence that an installed package states; one for another system is not installed."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return _UNKNOWN
    stated = about.get("License-Expression") or (about.get("License") or "").strip().partition("\n")[0]
    classified = [
        c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License ::")
    ]
    return stated or ", ".join(classified) or _by_its_words(name)


def _by_its_words(name: str) -> str:
    """Return the licence that a package brings along without naming it, where its words are known."""
    files = [file for file in metadata.files(name) or () if file.name.startswith("LICENSE")]
    words = " ".join(" ".join(file.read_text().split()) for file in files)
    return next((licence for licence, start in _WORDS.items() if start in words), _UNKNOWN)


if __name__ == "__main__":
    print(json.dumps(bill((ROOT / "requirements/run.txt").read_text(encoding="utf-8")), indent=1))
