"""What a first search loads, sorted by what it is for."""

from __future__ import annotations

from collections.abc import Iterable

from bench.readers.browsing import Loaded

_ENGINE = ("pagefind.js", ".pagefind", "pagefind-entry.json")
PARTS = (
    "the page: text, style, script",
    "the page: fonts and icons",
    "Pagefind: its programs",
    "Pagefind: its list of pages",
    "Pagefind: pieces of its index",
    "Pagefind: the words of each result",
    "rows of results",
)
Parts = dict[str, tuple[int, int]]
"""How many files were loaded of each part, and their bytes."""
SEARCH = PARTS[2:]
"""The parts that a reader pays for searching, who has the page already."""


def part(path: str) -> str:
    """Return the part that a file belongs to, by its address below the site's."""
    if path.endswith(_ENGINE):
        return PARTS[2]
    for ending, found in ((".pf_meta", PARTS[3]), (".pf_index", PARTS[4]), (".pf_fragment", PARTS[5])):
        if path.endswith(ending):
            return found
    if path.endswith(".json"):
        return PARTS[6]
    return PARTS[1] if path.endswith((".woff2", ".svg", ".ico")) else PARTS[0]


def sorted_out(loaded: Iterable[Loaded]) -> Parts:
    """Return of each part how many files were loaded, and their bytes."""
    found = dict.fromkeys(PARTS, (0, 0))
    for each in loaded:
        count, size = found[part(each.path)]
        found[part(each.path)] = (count + 1, size + each.size)
    return found


def total(parts: Parts, names: Iterable[str] = PARTS) -> tuple[int, int]:
    """Return the files and bytes of some of the parts, or of all."""
    chosen = [parts[name] for name in names]
    return sum(count for count, _ in chosen), sum(size for _, size in chosen)
