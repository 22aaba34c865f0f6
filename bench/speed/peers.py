"""Other generators, on the same data: installed by name into a folder that git does not see."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from bench.speed import ours
from bench.speed.corpus import SHARED
from bench.speed.running import Run, run, size

_OUTPUT = {"mkdocs": "site"}


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: its name, the packages that it needs, and the arguments of a build."""

    name: str
    packages: tuple[str, ...]
    arguments: tuple[str, ...]


PEERS = {
    peer.name: peer
    for peer in (
        Peer("hugo", ("hugo",), ("--quiet", "--cleanDestinationDir")),
        Peer("mkdocs", ("mkdocs",), ("build", "--quiet")),
        Peer("pelican", ("pelican", "markdown", "pyyaml"), ("content", "-s", "pelicanconf.py", "-q")),
        Peer("eleventy", ("@11ty/eleventy",), ("--quiet",)),
    )
}


def available(peer: Peer) -> bool:
    """Tell whether its templates are at hand and its package manager is there."""
    return (SHARED / "export_peer.py").is_file() and (peer.name != "eleventy" or bool(shutil.which("npm")))


def install(peer: Peer, work: Path) -> Path:
    """Return the program, installed if it was not."""
    if peer.name == "eleventy":
        home = work / "npm"
        program = home / "node_modules/.bin/eleventy"
        if not program.exists():
            home.mkdir(parents=True, exist_ok=True)
            (home / "package.json").write_text("{}\n", encoding="utf-8")
            subprocess.run(
                ["npm", "install", "--silent", "--no-audit", "--no-fund", *peer.packages],
                cwd=home,
                check=True,
            )
        return program
    home = work / "venv"
    program = home / "bin" / peer.name
    if not program.exists():
        venv.create(home, with_pip=True)
        subprocess.run([home / "bin/pip", "install", "--quiet", "--quiet", *peer.packages], check=True)
    return program


def make(peer: Peer, folder: Path, claims: int) -> Path:
    """Write the peer's site of ``claims`` claims."""
    exporter = SHARED / "export_peer.py"
    command = [sys.executable, exporter, peer.name, str(claims), "--out", folder]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def cold(peer: Peer, program: Path, folder: Path) -> Run:
    """Build a site where there is none."""
    for made in ("public", "site", "resources", ".cache"):
        shutil.rmtree(folder / made, ignore_errors=True)
    return again(peer, program, folder)


def again(peer: Peer, program: Path, folder: Path) -> Run:
    """Build where a site stands already."""
    # Hugo keeps a cache in the user's folder: each site has its own here
    kept = {"HUGO_CACHEDIR": str(folder / ".cache")}
    return run([str(program), *peer.arguments], folder, environment=kept)


def edited(peer: Peer, program: Path, folder: Path) -> Run:
    """Build again after a line was added to one claim's explanation."""
    with (folder / _claims(peer) / "c000001.md").open("a", encoding="utf-8") as file:
        file.write("\nMore of the same.\n")
    return again(peer, program, folder)


def _claims(peer: Peer) -> str:
    return "docs/claims" if peer.name == "mkdocs" else "content/claims"


SCENARIOS = {ours.COLD: cold, ours.EDITED: edited}
"""What is measured of peers too, by the name that it has for ours."""


def output(peer: Peer, folder: Path) -> tuple[int, float]:
    """Return how many files the site has, and their MB."""
    return size(folder / _OUTPUT.get(peer.name, "public"))
