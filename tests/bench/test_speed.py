"""`make bench` on a newsroom of 20 claims: it must be sound, and every row must come out."""

from __future__ import annotations

import json
from pathlib import Path

from bench.speed.__main__ import main
from bench.speed.rows import BEGIN, END


def test_a_small_run(tmp_path: Path):
    page = tmp_path / "performance.md"
    page.write_text(f"# Performance\n\n{BEGIN}\nlast year's\n{END}\n\nMore.\n")
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
