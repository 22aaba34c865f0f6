"""What is measured of our own program, each as its user does it."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.speed import newsroom, preview
from bench.speed.running import Run, run

_BIN = Path(sys.executable).parent
BUILD = [str(_BIN / "mkdocs"), "build", "--quiet"]
_SERVE = [str(_BIN / "mkdocs"), "serve", "--quiet"]
_TOOL = str(_BIN / "site-builder")
COLD, EDITED = "cold build", "rebuild, one explanation edited"
_CLAIM = "claims/a00001/c000001.yaml"
_ARTICLE = "seeds/a00001.txt"


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something to measure: ``prepare`` gets the newsroom's folder and the number of the run; it is not measured."""

    name: str
    command: list[str]
    prepare: Callable[[Path, int], None]
    take: Callable[[list[str], Path], Run] = run


def scenarios() -> Iterator[Scenario]:
    """Yield them in their order: what follows a cold build finds its site and its cache."""
    yield Scenario(COLD, BUILD, _cold)
    yield Scenario("rebuild, nothing changed", BUILD, _nothing)
    edited = _edit(_CLAIM, r"(explanation: \|\n  )", r"\1So. ")
    # there is no site before the last yet, which later builds begin with
    yield Scenario("rebuild, the first edit", BUILD, edited)
    yield Scenario(EDITED, BUILD, edited)
    yield Scenario("rebuild, one claim's text edited", BUILD, _edit(_CLAIM, r'(\nclaim: ")', r"\1So: "))
    yield Scenario("rebuild, one article edited", BUILD, _edit(_ARTICLE, r"$", r" More of the same.\n"))
    yield Scenario("rebuild, one template edited", BUILD, _template)
    yield Scenario("check, cold", [_TOOL, "check"], _cold)
    yield Scenario("check, nothing changed", [_TOOL, "check"], _nothing)
    yield Scenario("check of one file", [_TOOL, "check", _CLAIM], _nothing)
    yield Scenario("check of one file, edited", [_TOOL, "check", _CLAIM], _edit(_CLAIM, r"\Z", r"# again\n"))
    yield Scenario("preview, saved to served", _SERVE, _nothing, partial(preview.measure, claim=_CLAIM))
    yield Scenario("start-up (--help)", [_TOOL, "--help"], _nothing)
    yield Scenario("cold build with search", BUILD, _with("search"))
    yield Scenario("cold build with social cards", BUILD, _with("social_cards"))


def make(folder: Path, claims: int) -> Path:
    """Write the newsroom that is measured."""
    return newsroom.make(folder, claims)


def measure(scenario: Scenario, folder: Path, number: int) -> Run:
    """Run a scenario once."""
    scenario.prepare(folder, number)
    return scenario.take(scenario.command, folder)


def _nothing(_folder: Path, _number: int) -> None:
    """Leave everything as it is."""


def _cold(folder: Path, _number: int) -> None:
    for made in ("site", ".cache"):
        shutil.rmtree(folder / made, ignore_errors=True)


def _with(what: str) -> Callable[[Path, int], None]:
    def prepare(folder: Path, number: int) -> None:
        _cold(folder, number)
        _write(folder / "mkdocs.yml", newsroom.CONFIG.replace(f"{what}: false", f"{what}: true"))

    return prepare


def _edit(file: str, pattern: str, replacement: str) -> Callable[[Path, int], None]:
    def edit(folder: Path, _number: int) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        changed, times = re.subn(pattern, replacement, text, count=1)
        assert times == 1, f"{file} has no place for {pattern}"
        _write(folder / file, changed)

    return edit


def _template(folder: Path, number: int) -> None:
    ours = (newsroom.ROOT / "templates/claim.html").read_text(encoding="utf-8")
    _write(folder / "templates/claim.html", f"{ours}{{# {number} #}}\n")


def restore(folder: Path) -> None:
    """Undo what the scenarios changed in the settings and the templates, so that the next round starts as this one."""
    for own in (folder / "templates").iterdir():
        own.unlink()
    _write(folder / "mkdocs.yml", newsroom.CONFIG)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
