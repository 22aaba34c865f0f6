"""Measure the checker on test corpora: `make accuracy CORPORA=folder`.

Prints one row for each corpus, language and measure, and writes the same table to docs/accuracy.md.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from bench.accuracy.row import Row

MEASURES = ("quotes", "revisions", "sentences", "numerals", "figures", "chains", "speed")
PAGE = Path("docs/accuracy.md")
INTRODUCTION = """\
# Accuracy

Measured by `make accuracy` on the development halves of test corpora that others wrote (their sources and
licences stand in the files). A bar is what we set ourselves; where a row misses it, the row says so. The corpora
are not part of this repository.

"""


def main(corpora: Path) -> int:
    """Measure everything; return 1 where a bar is missed."""
    rows: list[Row] = []
    for name in MEASURES:
        rows += import_module(f"bench.accuracy.{name}").measure(corpora)
    table = _table(rows)
    print(table)
    PAGE.write_text(INTRODUCTION + table + "\n", encoding="utf-8")
    missed = [row for row in rows if _missed(row)]
    print(f"\n{len(rows)} rows, {len(missed)} below their bar")
    return 1 if missed else 0


def _missed(row: Row) -> bool:
    if row.bar is None:
        return False
    return row.value > row.bar if _less_is_better(row) else row.value < row.bar


def _less_is_better(row: Row) -> bool:
    return any(word in row.measure for word in ("accepted", "false", "wrong", "ms", "seconds"))


def _table(rows: list[Row]) -> str:
    lines = ["| corpus | language | measure | value | bar | items |", "|---|---|---|---:|---:|---:|"]
    for row in rows:
        bar = "" if row.bar is None else f"{'≤' if _less_is_better(row) else '≥'}\u00a0{row.bar:g}"
        mark = " (missed)" if _missed(row) else ""
        lines.append(
            f"| {row.corpus} | {row.language} | {row.measure} | {row.value:.2f}{mark} | {bar} | {row.count} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m bench.accuracy CORPORA (the folder of the corpora)")
    sys.exit(main(Path(sys.argv[1])))
