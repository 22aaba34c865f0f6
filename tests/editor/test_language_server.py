"""What an editor sees while typing, from the language server that editors' programs really use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli.commands import group
from tests import disk
from tests.editor.language_server import LanguageServer

SERVER = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
NODE = shutil.which("node")

INSTALLABLE = NODE is not None and (SERVER.exists() or shutil.which("npm") is not None)

pytestmark = pytest.mark.skipif(
    not INSTALLABLE and "CI" not in os.environ, reason="needs node and npm (`make editor` installs the rest)"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = disk.make(tmp_path_factory.mktemp("newsroom"))
    disk.put(home / "seeds/second-piece.txt", "It rained.\n")
    flags = ["--sentence", "2", "--claim", "It cost 1,600 euros.", "--verdict", "open", "--name", "cost"]
    done = CliRunner().invoke(group, ["new", "piece", "--root", str(home), *flags])
    assert done.exit_code == 0, done.output
    return home


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[LanguageServer]:
    assert NODE and SERVER.exists(), "run `make editor` first"
    with LanguageServer([NODE, str(SERVER), "--stdio"], home) as server:
        yield server


class Desk:
    """A claim file under the editor's hands."""

    def __init__(self, server: LanguageServer, home: Path, text: str, name: str) -> None:
        self.server, self.text = server, text
        self.uri = (home / f"claims/piece/{name}.yaml").as_uri()
        document = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": text}
        server.tell("textDocument/didOpen", textDocument=document)

    def at(self, words: str) -> dict[str, object]:
        """Return the place behind ``words``, as the protocol says it."""
        before = self.text[: self.text.index(words) + len(words)]
        line = before.count("\n")
        return {
            "textDocument": {"uri": self.uri},
            "position": {"line": line, "character": len(before.rpartition("\n")[2])},
        }

    def offered(self, words: str) -> set[str]:
        found = self.server.ask("textDocument/completion", **self.at(words))
        return {item["label"] for item in (found["items"] if isinstance(found, dict) else found or [])}

    def faults(self) -> list[str]:
        told = self.server.wait_for("textDocument/publishDiagnostics", self.uri)
        return [fault["message"] for fault in told["diagnostics"]]


def drafted(home: Path) -> str:
    return (home / "claims/piece/cost.yaml").read_text(encoding="utf-8")


def test_draft_is_faultless(server: LanguageServer, home: Path) -> None:
    assert Desk(server, home, drafted(home), "cost").faults() == []


def test_verdicts_of_the_newsroom_are_offered(server: LanguageServer, home: Path) -> None:
    desk = Desk(server, home, drafted(home).replace("verdict: open", "verdict: "), "verdict")
    assert desk.offered("verdict: ") == {"right", "half right", "wrong", "mistranslated", "open"}


def test_articles_of_the_newsroom_are_offered(server: LanguageServer, home: Path) -> None:
    desk = Desk(server, home, drafted(home).replace("article: piece", "article: "), "article")
    assert desk.offered("article: ") == {"piece", "second-piece"}


def test_keys_are_offered_and_explained(server: LanguageServer, home: Path) -> None:
    desk = Desk(server, home, drafted(home) + "conc", "keys")
    assert {"corrections", "topics", "withdrawn"} <= desk.offered("\nconc")
    shown = server.ask("textDocument/hover", **desk.at("\nverd"))
    assert "One step of the scale." in str(shown["contents"])


def test_misspelt_key_is_told(server: LanguageServer, home: Path) -> None:
    faults = Desk(server, home, drafted(home).replace("verdict:", "verdikt:"), "misspelt").faults()
    assert any("verdikt" in fault for fault in faults)


def test_unknown_verdict_is_told(server: LanguageServer, home: Path) -> None:
    faults = Desk(server, home, drafted(home).replace("verdict: open", "verdict: opne"), "unknown").faults()
    assert faults
