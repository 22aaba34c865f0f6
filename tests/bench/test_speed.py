"""`make bench` on a newsroom of 20 claims: it must be sound, and every row must come out."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from bench.publishing import marks
from bench.speed import interpreter
from bench.speed.__main__ import main
from tests.conftest import ROOT


def test_a_small_run(tmp_path: Path):
    page = tmp_path / "performance.md"
    begin, end = marks("make bench")
    page.write_text(f"# Performance\n\n{begin}\nlast year's\n{end}\n\nMore.\n")
    names = ["cold build", "check of one file, edited", "preview, saved to served"]
    where = ["--work", str(tmp_path), "--page", str(page)]
    assert main(["--sizes", "20", "--runs", "1", "--peers", *where, "--only", *names]) == 0
    rows = json.loads((tmp_path / "speed.json").read_text())["rows"]
    assert {(row["claims"], row["what"]) for row in rows} == {(20, name) for name in names}
    assert rows[0]["files"] > 20
    told = page.read_text()
    assert "last year" not in told
    assert told.endswith("More.\n")
    assert "| 20 | cold build |" in told
    assert f"- Run by CPython {platform.python_version()}, " in told


@pytest.mark.parametrize(
    ("configured", "prefix", "told"),
    [
        ("'--enable-optimizations' '--with-lto'", "/opt/python", "with profile-guided optimisation"),
        ("'--prefix=/opt/python'", "/opt/python", "without profile-guided optimisation"),
        ("'--prefix=/usr'", "/usr", "not known whether with profile-guided optimisation"),
        (None, "C:/Python", "not known whether with profile-guided optimisation"),
    ],
)
def test_how_python_was_built_is_told(
    configured: str | None, prefix: str, told: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sysconfig.get_config_var", lambda _name: configured)
    monkeypatch.setattr("sys.base_prefix", prefix)
    assert interpreter.described().endswith(f", {told}")


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system lets nobody choose cores")
def test_what_is_measured_keeps_to_its_cores(tmp_path: Path):
    """In a process of its own, so that this one stays as it is."""
    program = tmp_path / "program.py"
    program.write_text(
        "import subprocess, sys\n"
        "from bench.speed import interpreter\n"
        "interpreter.keep_to(1)\n"
        "subprocess.run([sys.executable, '-c', 'import os; print(len(os.sched_getaffinity(0)))'])\n"
    )
    where = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True, env=where)
    assert told.stdout.strip() == "1"


def test_more_cores_than_there_are():
    with pytest.raises(SystemExit, match="cores"):
        interpreter.keep_to(100_000)
