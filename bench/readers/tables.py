"""What is measured of a finished site, each as a table in Markdown."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from bench.readers.browsing import DESK, DEVICES, Device, Loaded, Reader, Shown
from bench.readers.host import hosted
from bench.readers.parts import PARTS, SEARCH, Parts, sorted_out, total

_HOSTS = (True, False)
"""Those that compress what is text, and those that do not."""
_Act = Callable[[Reader, str], float]
_AT_ONCE: dict[str, _Act] = {
    "first search, all words put in at once, to its results": lambda reader, words: reader.ask(words),
}
_IN_TURN: dict[str, _Act] = {
    "first search, put in two seconds after touching the field": lambda reader, words: reader.ask(
        words, after=2
    ),
    "more results": lambda reader, _: reader.more(),
    "filters opened": lambda reader, _: reader.open_filters(),
    "a verdict chosen": lambda reader, _: reader.choose("verdict"),
    "a topic chosen, too": lambda reader, _: reader.choose("topic"),
    "filters cleared by another search": lambda reader, words: reader.ask_anew(f"{words} rose"),
}


def first_search(browser: Browser, site: Path, words: Sequence[str]) -> Iterator[str]:
    """Yield what a reader loads who looks for each of ``words`` and has never been on the site."""
    found: dict[tuple[str, bool], Parts] = {}
    for compressing in _HOSTS:
        with hosted(site, compressing=compressing) as address:
            for each in words:
                found[each, compressing] = sorted_out(_searched(Reader(browser, DESK, address), each))
    yield from ("| first search | files | kB, text compressed | kB, as it lies |", "|---|---:|---:|---:|")
    for name in PARTS:
        yield _row(name, *(found[words[0], compressing][name] for compressing in _HOSTS))
    for each in words:
        yield _row(f"**“{each}”, without the page**", *(total(found[each, how], SEARCH) for how in _HOSTS))
        yield _row(f"“{each}”, with the page", *(total(found[each, how]) for how in _HOSTS))


def _searched(reader: Reader, words: str) -> list[Loaded]:
    reader.go("search/")
    reader.ask(words)
    loaded = reader.loaded()
    reader.leave()
    return loaded


def _row(name: str, *measured: tuple[int, int]) -> str:
    return f"| {name} | {measured[0][0]} | {' | '.join(_kilobytes(size) for _, size in measured)} |"


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.1f}" if size < 10_000 else f"{size / 1000:,.0f}"


def acts(browser: Browser, site: Path, words: str, runs: int) -> Iterator[str]:
    """Yield how long a reader waits on the search page for what they do, one after the other, and what is loaded."""
    taken: dict[tuple[str, Device], list[float]] = {}
    loads: dict[str, list[Loaded]] = {}
    with hosted(site, compressing=True) as address:
        for device, some in product(DEVICES * runs, (_AT_ONCE, _IN_TURN)):
            reader = Reader(browser, device, address)
            reader.go("search/")
            reader.loaded()
            for name, act in some.items():
                taken.setdefault((name, device), []).append(act(reader, words))
                loads[name] = reader.loaded()
            reader.leave()
    yield f"| on the search page | files | kB | {' | '.join(f'{each.name}: seconds' for each in DEVICES)} |"
    yield f"|---|---:|---:|{'---:|' * len(DEVICES)}"
    for name, loaded in loads.items():
        seconds = " | ".join(f"{median(taken[name, device]):.2f}" for device in DEVICES)
        yield f"| {name} | {len(loaded)} | {_kilobytes(sum(each.size for each in loaded))} | {seconds} |"


def pages(browser: Browser, site: Path, runs: int) -> Iterator[str]:
    """Yield what pages weigh that list, and how long they take until they are loaded and laid out."""
    heads = (f"{each.name}: seconds | {each.name}: layout | {each.name}: screens" for each in DEVICES)
    yield f"| page | elements | kB of text | kB in all | {' | '.join(heads)} |"
    yield f"|---|---:|---:|---:|{'---:|---:|---:|' * len(DEVICES)}"
    with hosted(site, compressing=True) as address:
        for name, path in _listing(site):
            shown = {
                device: [_opened(browser, device, address, path) for _ in range(runs)] for device in DEVICES
            }
            last, loaded = shown[DESK][-1]
            sizes = f"{_kilobytes(loaded[0].size)} | {_kilobytes(sum(each.size for each in loaded))}"
            times = (_times([each for each, _ in shown[device]], device) for device in DEVICES)
            yield f"| {name} | {last.elements:,} | {sizes} | {' | '.join(times)} |"


def _opened(browser: Browser, device: Device, address: str, path: str) -> tuple[Shown, list[Loaded]]:
    reader = Reader(browser, device, address)
    shown, loaded = reader.go(path), reader.loaded()
    reader.leave()
    return shown, sorted(loaded, key=lambda each: each.path != path)


def _times(shown: Sequence[Shown], device: Device) -> str:
    seconds, layout = median(each.seconds for each in shown), median(each.layout for each in shown)
    return f"{seconds:.2f} | {layout:.2f} | {shown[-1].pixels / device.height:.0f}"


def _listing(site: Path) -> Iterator[tuple[str, str]]:
    yield "front page", ""
    for folder in ("claims", "articles"):
        last = len([*site.glob(f"{folder}-*/")]) + 1
        for name, number in (("first", 1), ("middle", (last + 1) // 2), ("last", last)):
            if number > 1 or name == "first":
                address = f"{folder}/" if number == 1 else f"{folder}-{number}/"
                yield f"{folder}, page {number:,} of {last:,}", address
    yield from (("verdict: misleading", "verdicts/misleading/"), ("topics", "topics/"))
    yield from (
        ("claimants", "claimants/"),
        ("statistics", "statistics/"),
        ("search", "search/"),
        ("data", "data/"),
    )


def circumstances(browser: Browser) -> Iterator[str]:
    """Yield by what, and as on which devices, all was measured."""
    yield f"- Chromium {browser.version}; the host is on the same machine."
    yield from (f"- {device.name}: {device.told}." for device in DEVICES)


def files(site: Path) -> Iterator[str]:
    """Yield how large the files are that programs load whole, and those that a search loads a piece of."""
    yield from ("| file | kB | kB, compressed |", "|---|---:|---:|")
    claims = sorted(
        site.glob("claims*.json"), key=lambda path: (len(path.stem) > len("claims-2026"), path.name)
    )
    for path in (*claims, site / "search/filters.json", *site.glob("search/*/*.pf_meta")):
        content = path.read_bytes()
        name = path.relative_to(site).as_posix()
        yield f"| `{name}` | {_kilobytes(len(content))} | {_kilobytes(len(gzip.compress(content, 6)))} |"
