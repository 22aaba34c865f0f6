"""`site-builder new`, as an editor runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from site_builder.cli.commands import group
from tests import disk


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return disk.make(tmp_path)


def new(home: Path, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(group, ["new", "piece", "--root", str(home), *arguments], input=given)


FLAGS = ("--sentence", "2", "--claim", "The bridge cost 1,600 euros.", "--verdict", "open", "--name", "cost")


def test_with_flags_nothing_is_asked(home: Path) -> None:
    done = new(home, *FLAGS)
    assert done.exit_code == 0, done.output
    text = (home / "claims/piece/cost.yaml").read_text(encoding="utf-8")
    assert "quote: The bridge cost 1,600 euros." in text
    assert "  - value: 1600\n    unit: EUR\n" in text
    checked = CliRunner().invoke(group, ["check", "--root", str(home), str(home / "claims/piece/cost.yaml")])
    assert checked.exit_code == 0 and "1 claim (1 draft)" in checked.output
    assert "figures   1 found" in checked.output


def test_line_for_editors_leads_to_the_schema(home: Path) -> None:
    new(home, *FLAGS)
    path = home / "claims/piece/cost.yaml"
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).resolve() == (home / ".schemas/claim.json").resolve()
    assert '"piece"' in (home / ".schemas/claim.json").read_text(encoding="utf-8")


def test_what_is_not_given_is_asked(home: Path) -> None:
    done = new(home, given="2\nThe bridge was dear.\n\n\n")
    assert done.exit_code == 0, done.output
    assert "1,600 euros" in done.output and "With figures that nobody has checked" in done.output
    text = (home / "claims/piece/the-bridge-was-dear.yaml").read_text(encoding="utf-8")
    assert "verdict: open\n" in text


def test_list_writes_nothing(home: Path) -> None:
    done = new(home, "--list")
    assert done.exit_code == 0
    assert [path.name for path in (home / "claims/piece").iterdir()] == ["bridge.yaml"]


def test_existing_file_stays_as_it_is(home: Path) -> None:
    path = disk.put(home / "claims/piece/cost.yaml", "mine\n")
    done = new(home, *FLAGS)
    assert done.exit_code == 2 and "there already" in done.output
    assert path.read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize(
    ("flag", "value", "said"),
    [
        ("--sentence", "9", "no sentence 9"),
        ("--verdict", "maybe", "no verdict maybe"),
        ("--name", "../escape", "no good address"),
        ("--name", "Big Name", "big-name"),
    ],
)
def test_wrong_use_is_told(home: Path, flag: str, value: str, said: str) -> None:
    arguments = [*FLAGS]
    arguments[arguments.index(flag) + 1] = value
    done = new(home, *arguments)
    assert done.exit_code == 2 and said in done.output
    assert [path.name for path in (home / "claims/piece").iterdir()] == ["bridge.yaml"]


def test_former_address_of_another_claim_stays_free(home: Path) -> None:
    disk.claim(home, {"formerly": ["piece/cost"]})
    done = new(home, *FLAGS)
    assert done.exit_code == 2 and "former address" in done.output


def test_unknown_article_is_wrong_use(home: Path) -> None:
    done = CliRunner().invoke(group, ["new", "nothing", "--root", str(home)])
    assert done.exit_code == 2 and "there are: piece" in done.output


@pytest.mark.parametrize(("begun", "offered"), [("", ["deep/other", "piece"]), ("p", ["piece"]), ("z", [])])
def test_shells_complete_the_names_of_articles(home: Path, begun: str, offered: list[str]) -> None:
    disk.put(home / "seeds/deep/other.md", "Words.\n")

    complete = ShellComplete(group, {}, "site-builder", "_SITE_BUILDER_COMPLETE")
    found = complete.get_completions(["new", "--root", str(home)], begun)
    assert [item.value for item in found] == offered


def test_shells_complete_nothing_where_there_is_no_newsroom(tmp_path: Path) -> None:
    complete = ShellComplete(group, {}, "site-builder", "_SITE_BUILDER_COMPLETE")
    assert complete.get_completions(["new", "--root", str(tmp_path)], "") == []
