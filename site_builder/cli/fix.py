"""``site-builder fix``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from site_builder import pipeline
from site_builder.cli import disk, options, screen
from site_builder.cli.teaching import Teaching
from site_builder.editing.fix import fixes
from site_builder.reading.settings import find_root


@click.command(
    "fix",
    cls=Teaching,
    examples={
        "site-builder fix --dry-run": "Shows what would change, in all claim files.",
        "site-builder fix claims/night-trains": "Mends the claim files of one article.",
    },
)
@options.paths
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@options.root
def command(paths: tuple[Path, ...], dry_run: bool, root: Path) -> None:
    """Mend what is safe to mend in claim files, and show what changed.

    A quote that differs from the article in typography alone gets the article's own; keys get the order of the
    handbook. No word, number, comment or other line changes. With PATHS, only in these files or folders.
    """
    home = find_root(root)
    project = pipeline.load(home, datetime.date.today())
    only = options.inside(home, paths)
    files = [file for file in project.claims if not only or pipeline.is_in(file.path, only)]
    changes = list(fixes(files, pipeline.make_cases(project)))
    for change in changes:
        screen.say(screen.diff(change.diff()))
        click.echo("".join(f"{change.path}: {why}\n" for why in change.why))
        if not dry_run:
            disk.write(home, change.path, change.after)
    said = "would be mended" if dry_run else "mended"
    click.echo(f"{len(changes)} of {len(files)} claim files {said}.")
