"""Measure how long a site takes: `make bench`. For a short run: `make bench BENCH="--sizes 100 --runs 1 --peers"`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.publishing import publish
from bench.speed import interpreter, ours, peers
from bench.speed.rows import OURS, Row, store, table
from bench.speed.running import Run, size

WORK = Path(".cache/bench")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, store it."""
    asked = _arguments(arguments)
    if asked.cores:
        interpreter.keep_to(asked.cores)
    rows: list[Row] = []
    for claims in sorted({*asked.sizes, *asked.alone}):
        chosen = [peers.PEERS[name] for name in asked.peers] if claims in asked.sizes else []
        rows += _in_turn(claims, [peer for peer in chosen if peers.available(peer)], asked)
        store(rows, asked.work / "speed.json")
    made = table(rows)
    print(made)
    if asked.page:
        publish(asked.page, "make bench", made)
    return 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.speed", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=[1_000, 10_000], help="claims, with the peers"
    )
    parser.add_argument("--alone", type=int, nargs="*", default=[], help="claims, ours alone (100000)")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--once", type=int, default=100_000, help="the number of claims from which one run has to do"
    )
    parser.add_argument("--peers", nargs="*", choices=[*peers.PEERS], default=[*peers.PEERS])
    parser.add_argument("--only", nargs="*", default=[], help="the names of what is to be measured, or all")
    parser.add_argument("--work", type=Path, default=WORK, help="where newsrooms and peers are kept")
    parser.add_argument(
        "--cores", type=int, help="how many of the machine's all programs may use; all of them, if left out"
    )
    parser.add_argument("--page", type=Path, help="a page to put the table on")
    return parser.parse_args(arguments)


def _in_turn(claims: int, against: Sequence[peers.Peer], asked: argparse.Namespace) -> Iterator[Row]:
    """Yield the rows of one size: run by run, each program in its turn, so that a busy moment hits them all."""
    work = asked.work.resolve()
    newsroom = ours.make(work / f"ours-{claims}", claims)
    sites = {p.name: peers.make(p, work / f"{p.name}-{claims}", claims) for p in against}
    programs = {peer.name: peers.install(peer, work) for peer in against}
    measured: dict[tuple[str, str], list[Run]] = {}
    sizes: dict[tuple[str, str], tuple[int, float]] = {}
    for number in range(asked.runs if claims < asked.once else 1):
        for scenario in ours.scenarios():
            if asked.only and scenario.name not in asked.only:
                continue
            measured.setdefault((scenario.name, OURS), []).append(ours.measure(scenario, newsroom, number))
            if scenario.name == ours.COLD:
                sizes[scenario.name, OURS] = size(newsroom / "site")
            for peer in against if scenario.name in peers.SCENARIOS else ():
                key, program, site = (scenario.name, peer.name), programs[peer.name], sites[peer.name]
                measured.setdefault(key, []).append(peers.SCENARIOS[scenario.name](peer, program, site))
                sizes[key] = peers.output(peer, site)
        ours.restore(newsroom)
    for (what, name), taken in measured.items():
        yield Row(name, claims, what, tuple(taken), *sizes.get((what, name), (0, 0.0)))


if __name__ == "__main__":
    raise SystemExit(main())
