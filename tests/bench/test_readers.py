"""`make bench-readers` on a newsroom of 60 claims: Chromium finds what is looked for, and every table comes out."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bench.publishing import marks
from bench.readers.host import hosted
from bench.readers.parts import PARTS, part

ROOT = Path(__file__).parents[2]


@pytest.mark.browser
def test_a_small_run(tmp_path: Path):
    page = tmp_path / "performance.md"
    begin, end = marks("make bench-readers")
    page.write_text(f"{begin}\nlast year's\n{end}\n")
    where = ["--work", str(tmp_path), "--page", str(page)]
    # a program of its own: Playwright allows one browser to a process, and other tests may have it
    asked = [sys.executable, "-m", "bench.readers", "--claims", "60", "--runs", "1", "--words", "the", *where]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = page.read_text()
    assert "last year" not in told
    assert told.removeprefix(f"{begin}\n\n").removesuffix(f"\n\n{end}\n") == done.stdout.strip()
    rows = dict(line[2:].split(" | ", 1) for line in told.splitlines() if line.startswith("| "))
    assert all(int(rows[name].split(" | ")[0]) > 0 for name in PARTS)
    assert {"more results", "claims, page 1 of 1", "statistics", "`claims.json`"} <= rows.keys()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("search/", PARTS[0]),
        ("assets/lit.woff2", PARTS[1]),
        ("search/en/pagefind-entry.json", PARTS[2]),
        ("search/en/wasm.en.pagefind", PARTS[2]),
        ("search/en/pagefind.en_1.pf_meta", PARTS[3]),
        ("search/en/index/en_1.pf_index", PARTS[4]),
        ("search/en/fragment/en_1ab.pf_fragment", PARTS[5]),
        ("search/rows-0.json", PARTS[6]),
    ],
)
def test_a_file_belongs_to_a_part(path: str, expected: str):
    assert part(path) == expected


@pytest.mark.parametrize("compressing", [True, False])
def test_a_host_compresses_text_alone(compressing: bool, tmp_path: Path):
    for name in ("index.html", "wasm.en.pagefind"):
        (tmp_path / name).write_text("the same " * 100)
    with hosted(tmp_path, compressing=compressing) as address:
        answers = {}
        for name in ("", "wasm.en.pagefind"):
            with urllib.request.urlopen(address + name) as answer:
                answers[name] = answer.headers["Content-Encoding"], len(answer.read())
    assert answers["wasm.en.pagefind"] == (None, 900)
    assert answers[""][0] == ("gzip" if compressing else None)
    assert (answers[""][1] < 900) == compressing
