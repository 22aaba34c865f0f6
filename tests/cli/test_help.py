"""Help that teaches: every command, as a newcomer reads it in a terminal of 80 columns; and what the Tab key offers."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from site_builder.cli.commands import group
from site_builder.cli.teaching import Teaching
from tests import disk

NAMES = group.list_commands(click.Context(group))


def command_of(name: str) -> click.Command:
    found = group.get_command(click.Context(group), name)
    assert found is not None
    return found


def test_help_lists_every_command_in_a_section() -> None:
    text = CliRunner().invoke(group, ["--help"], terminal_width=80).output
    assert all(f"\n  {name} " in text for name in NAMES)
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_every_command_teaches(name: str) -> None:
    """Each has a sentence, help for each option, and examples whose options are there."""
    command = command_of(name)
    assert isinstance(command, Teaching) and command.examples
    text = CliRunner().invoke(group, [name, "--help"], terminal_width=80).output
    assert max(map(len, text.splitlines())) <= 80
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, parameter.name
    for typed in command.examples:
        words = shlex.split(typed.replace("~", "HOME"))
        words = words[words.index("site-builder") :]
        assert words[1] == name
        arguments = [word for word in words[2:] if not word.startswith(">")]
        redirected = arguments[:-1] if ">" in typed else arguments
        command.make_parser(click.Context(command)).parse_args(list(redirected))


def test_same_things_are_called_the_same() -> None:
    """An option of one name has one meaning everywhere, and so one help, but for what a file is."""
    told: dict[str, set[str | None]] = {}
    for name in NAMES:
        for parameter in command_of(name).params:
            if isinstance(parameter, click.Option):
                told.setdefault(parameter.opts[0], set()).add(parameter.help)
    assert len(told["--root"]) == 1


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return disk.make(tmp_path)


def offered(*words: str) -> list[str]:
    *before, begun = words
    complete = ShellComplete(group, {}, "site-builder", "_SITE_BUILDER_COMPLETE")
    return [item.value for item in complete.get_completions(list(before), begun)]


def test_commands_articles_rules_and_claim_files_are_offered(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home / "claims")
    assert offered("co") == ["coverage", "completion"]
    assert offered("coverage", "p") == ["piece"]
    assert offered("explain", "q00")[:2] == ["Q001", "Q002"]
    assert offered("explain", "cut-") == ["cut-figure", "cut-word"]
    assert offered("check", "pi") == ["piece", "piece/bridge.yaml"]
    assert offered("fix", "piece/") == ["piece/bridge.yaml"]
    assert offered("completion", "") == ["bash", "zsh", "fish"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_understood_by_their_shells(shell: str, tmp_path: Path) -> None:
    script = CliRunner().invoke(group, ["completion", shell]).output
    assert script.startswith("# site-builder completion") and "_SITE_BUILDER_COMPLETE" in script
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    path = disk.put(tmp_path / "script", script)
    subprocess.run([program, "-n", str(path)], check=True, timeout=30)


def offered_by(shell: str, script: str, home: Path) -> str:
    """Return what a real shell prints of a script, with the program as it is installed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [shell, "-c", script],
        cwd=home,
        env={**os.environ, "PATH": path, "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert not done.stderr
    return done.stdout


def test_tab_in_bash(home: Path) -> None:
    script = CliRunner().invoke(group, ["completion", "bash"]).output
    script += "COMP_WORDS=(site-builder new p); COMP_CWORD=2; _site_builder_completion site-builder\n"
    assert offered_by("bash", script + 'echo "${COMPREPLY[@]}"', home) == "piece\n"


def test_tab_in_fish(home: Path) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    script = CliRunner().invoke(group, ["completion", "fish"]).output
    assert offered_by("fish", script + "\ncomplete -C 'site-builder new p'", home) == "piece\n"


def test_tab_in_zsh(home: Path) -> None:
    """What the script hands to zsh, in the place of what would show it."""
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    script = CliRunner().invoke(group, ["completion", "zsh"]).output
    shown = "compdef() { }; _describe() { print -l -- ${(P)2} }; compadd() { print -l -- ${(P)@[-1]} }\n"
    asked = "\nwords=(site-builder new p); CURRENT=3; _site_builder_completion"
    assert offered_by("zsh", shown + script + asked, home) == "piece\n"
