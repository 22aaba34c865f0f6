"""Measure what a large site costs its readers: `make bench-readers`. A short run: READERS="--claims 100 --runs 1"."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bench.publishing import publish
from bench.readers import tables
from bench.readers.browsing import chromium
from bench.speed import newsroom, ours
from bench.speed.running import run

_WORK = Path(".cache/bench")
_WORDS = ("waiting", "waiting times", "the")
"""What half of all claims have, a third, and all."""
_MADE = ".made"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, put them on a page."""
    asked = _arguments(arguments)
    site = _site(asked.work.resolve() / f"readers-{asked.claims}", asked.claims)
    with chromium() as browser:
        made = [
            tables.first_search(browser, site, asked.words),
            tables.acts(browser, site, asked.words[0], asked.runs),
            tables.pages(browser, site, asked.runs),
            tables.files(site),
            tables.circumstances(browser),
        ]
        text = "\n\n".join("\n".join(table) for table in made)
    print(text)
    if asked.page:
        publish(asked.page, "make bench-readers", text)
    return 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.readers", description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--words", nargs="+", default=_WORDS, help="what is looked for, each by a new reader")
    parser.add_argument("--work", type=Path, default=_WORK, help="where the newsroom is kept")
    parser.add_argument("--page", type=Path, help="a page to put the tables on")
    return parser.parse_args(arguments)


def _site(folder: Path, claims: int) -> Path:
    """Return a finished site with search. The newsroom of an earlier run is taken again: its build is quick."""
    if not (folder / _MADE).is_file():
        newsroom.make(folder, claims)
        config = newsroom.CONFIG.replace("search: false", "search: true")
        (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
        (folder / _MADE).touch()
    run(ours.BUILD, folder)
    return folder / "site"


if __name__ == "__main__":
    raise SystemExit(main())
