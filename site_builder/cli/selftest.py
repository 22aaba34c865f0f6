"""``site-builder selftest``."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import click

from site_builder import pipeline, selftest
from site_builder.cli import NOTHING, SOUND, UNSOUND
from site_builder.reading.settings import find_root

_SHOWN = 20


@click.command("selftest")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The newsroom's folder.",
)
@click.pass_context
def command(context: click.Context, root: Path) -> None:
    """Spoil your own claims, one thing at a time, and expect the check to notice each.

    \b
    Exit codes: 0 all noticed, 1 some survived, 3 there was nothing to spoil.
    """
    outcomes = list(selftest.run(pipeline.load(find_root(root), datetime.date.today())))
    made = Counter(outcome.mutant.kind for outcome in outcomes)
    killed = Counter(outcome.mutant.kind for outcome in outcomes if outcome.killed)
    for kind, count in made.items():
        click.echo(f"{kind:44} {killed[kind]:6} of {count:6} noticed")
    survivors = [outcome.mutant for outcome in outcomes if not outcome.killed]
    for mutant in survivors[:_SHOWN]:
        click.echo(f"SURVIVED  {mutant.claim}: {mutant.kind}: {mutant.told}")
    if len(survivors) > _SHOWN:
        click.echo(f"and {len(survivors) - _SHOWN} more")
    click.echo(
        f"\n{len(outcomes)} mutants, {len(outcomes) - len(survivors)} noticed, {len(survivors)} survived"
    )
    context.exit(NOTHING if not outcomes else UNSOUND if survivors else SOUND)
