"""``site-builder selftest``."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from site_builder import pipeline, selftest
from site_builder.cli import NOTHING, SOUND, UNSOUND, options, screen
from site_builder.cli.teaching import Teaching
from site_builder.model.project import Project
from site_builder.reading.settings import find_root

_SHOWN = 20


@click.command(
    "selftest",
    cls=Teaching,
    examples={
        "site-builder selftest": "Tries every published claim; some minutes in a large newsroom.",
    },
    exits={
        "0": "everything was noticed",
        "1": "something survived",
        "2": "used or set up wrongly",
        "3": "there was nothing to spoil",
        "4": "a fault of site-builder itself",
    },
)
@options.root
@click.pass_context
def command(context: click.Context, root: Path) -> None:
    """Spoil your own claims, one thing at a time, and expect the check to notice each."""
    outcomes = list(_tried(pipeline.load(find_root(root), datetime.date.today())))
    made = Counter(outcome.mutant.kind for outcome in outcomes)
    killed = Counter(outcome.mutant.kind for outcome in outcomes if outcome.killed)
    _show(made, killed)
    survivors = [outcome.mutant for outcome in outcomes if not outcome.killed]
    for mutant in survivors[:_SHOWN]:
        screen.say(f"SURVIVED  {mutant.claim}: {mutant.kind}: {mutant.told}", fg="red")
    if len(survivors) > _SHOWN:
        click.echo(f"and {len(survivors) - _SHOWN} more")
    noticed = len(outcomes) - len(survivors)
    if not outcomes:
        screen.say("Nothing to spoil: no claim is published and sound.")
        context.exit(NOTHING)
    screen.say(f"\n{len(outcomes)} mutants, {noticed} noticed, {len(survivors)} survived", bold=True)
    context.exit(UNSOUND if survivors else SOUND)


def _tried(project: Project) -> Iterator[selftest.Outcome]:
    with screen.progress("Mutants tried") as tick:
        for number, outcome in enumerate(selftest.run(project), 1):
            tick(number, None)
            yield outcome


def _show(made: Counter[str], killed: Counter[str]) -> None:
    if screen.is_terminal():
        rows = [
            (str(count), str(killed[kind]), str(count - killed[kind]), kind) for kind, count in made.items()
        ]
        screen.show(screen.table(rows, ("made", "noticed", "survived", "mutants")))
        return
    for kind, count in made.items():
        screen.say(f"{kind:44} {killed[kind]:6} of {count:6} noticed")
