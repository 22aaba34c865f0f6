"""What people see in a terminal, and what goes into a pipe."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.reporting.columns import width
from tests import disk
from tests.cli.terminal import environment, plain, shown


@pytest.fixture
def home(tmp_path: Path) -> Path:
    disk.make(tmp_path)
    disk.claim(tmp_path, {"quote": "The bridge cost 600 euros"}, id="piece/cost")
    disk.put(tmp_path / "seeds/second.txt", "It took 30 workers and \x1b[31m12 cranes, said the mayor.\n" * 2)
    disk.put(tmp_path / "seeds/second.yaml", "working_title: Second\nlanguage: en\n")
    return tmp_path


def piped(cwd: Path, *arguments: str, **over: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "site_builder", *arguments],
        cwd=cwd,
        env=environment(**over),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.stdout.decode()


COMMANDS = {
    "check": ("check",),
    "coverage": ("coverage",),
    "sentences": ("sentences", "seeds/piece.txt"),
    "figures": ("figures", "seeds/piece.txt"),
    "explain": ("explain", "Q001"),
    "rules": ("explain",),
    "new": ("new", "piece", "--list"),
    "selftest": ("selftest",),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_terminal_and_pipe(home: Path, name: str) -> None:
    """In colour and within its width in a terminal; without either, or a single escape, in a pipe."""
    seen = shown(home, *COMMANDS[name], columns=60)
    assert "\x1b[" in seen
    if name != "check":  # its place and message stay on one line, for terminals that open files by it
        assert max(map(width, plain(seen).splitlines())) <= 60
    assert "\x1b[31m12" not in seen  # an article's own escape sequences are shown, not obeyed
    through = piped(home, *COMMANDS[name])
    assert "\x1b[" not in through.replace("\x1b[31m12 cranes", "")
    if name != "check":
        told = {"mayor", "bridge", "euros", "cranes", "article", "noticed"} & set(
            re.findall("[a-z]+", through)
        )
        assert told and all(word in plain(seen) for word in told)


@pytest.mark.parametrize(
    ("over", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
@pytest.mark.parametrize("command", ["check", "explain"])
def test_colours_can_be_turned_off(home: Path, command: str, over: dict[str, str], coloured: bool) -> None:
    seen = shown(home, command, **over)
    assert ("\x1b[" in seen) == coloured


def test_colours_can_be_forced_into_a_pipe(home: Path) -> None:
    forced = piped(home, "check", FORCE_COLOR="1")
    assert "\x1b[1;31merror[Q001]" in forced
    assert plain(forced) == piped(home, "check") == piped(home, "check", FORCE_COLOR="0")
    assert piped(home, "check", FORCE_COLOR="1", NO_COLOR="1") == plain(forced)


def test_pipe_does_not_depend_on_the_terminal(home: Path) -> None:
    assert piped(home, "check", COLUMNS="40") == piped(home, "check", COLUMNS="200")


def test_carets_stand_below_their_words(home: Path) -> None:
    lines = plain(shown(home, "check", "claims/piece/cost.yaml", columns=72)).splitlines()
    number = next(i for i, line in enumerate(lines) if "^" in line)
    start = lines[number].index("^")
    assert lines[number - 1][start:].startswith("600 euros")


def test_a_narrow_terminal_goes_without_places(home: Path) -> None:
    assert "start" in shown(home, "sentences", "seeds/piece.txt", columns=80)
    assert "start" not in shown(home, "sentences", "seeds/piece.txt", columns=50)


@pytest.mark.parametrize("arguments", [("--help",), ("explain", "Q001"), ("check",)])
def test_start_is_quick_where_no_terminal_is(home: Path, arguments: tuple[str, ...]) -> None:
    """What only a terminal, a web page or a site needs is not loaded for a pipe."""
    program = (
        "import sys, site_builder.cli as c\n"
        "try: c.main(sys.argv[1:])\n"
        "finally: print(sorted({'rich', 'lxml', 'trafilatura', 'jinja2', 'mkdocs', 'pint'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=home, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr
