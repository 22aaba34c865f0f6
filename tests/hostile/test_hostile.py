"""One walk over what strangers may send: each ends with its finding, soon, in little memory, without a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.hostile import newsrooms

pytestmark = pytest.mark.long

SECONDS, MEGABYTES = 2, 300
EXPECTED: dict[str, str] = yaml.load(
    (newsrooms.HERE / "expected.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
FILES = list(newsrooms.files())

Answer = dict[str, object]


@pytest.fixture(scope="module")
def ask() -> Iterator[Callable[[Path], Answer]]:
    command = [sys.executable, "-m", "tests.hostile.server"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin and server.stdout
        asked, answered = server.stdin, server.stdout

        def ask(home: Path) -> Answer:
            asked.write(f"{home}\n")
            asked.flush()
            return dict(json.loads(answered.readline()))

        yield ask
        asked.close()


def test_each_is_expected_and_there_are_enough():
    assert EXPECTED.keys() == {*FILES, *newsrooms.MADE}
    assert len(FILES) >= 200


@pytest.mark.parametrize("name", [*FILES, *newsrooms.MADE])
def test_hostile(name: str, tmp_path: Path, ask: Callable[[Path], Answer]):
    home = tmp_path / "newsroom"
    (newsrooms.make if name in newsrooms.MADE else newsrooms.put)(name, home)
    answer = ask(home)
    end, *codes = EXPECTED[name].split()
    assert str(answer["exit"]) == end, answer["said"]
    assert set(codes) <= set(answer["codes"]), answer["said"]  # type: ignore[call-overload]
    assert "hunter2" not in str(answer["said"]), "a file outside the newsroom is shown"
    # processor time: other programs on this machine may not decide
    assert float(str(answer["cpu"])) < SECONDS
    assert int(str(answer["megabytes"])) < MEGABYTES
