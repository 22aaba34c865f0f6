"""``site-builder init``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from site_builder import pipeline
from site_builder.cli import disk
from site_builder.cli.schema import write
from site_builder.cli.teaching import Teaching
from site_builder.newsroom import starter


@click.command(
    "init",
    cls=Teaching,
    examples={
        "site-builder init checks": "Makes the folder checks/ with an example that passes its own check.",
        'site-builder init . --name "The Daily: checks"': "Begins in this folder, under this name.",
    },
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="The name of the site; the folder's name if left out.")
def command(folder: Path, name: str | None) -> None:
    """Start a new newsroom in FOLDER: settings, one example article with a checked claim, and what CI needs.

    The folder may exist, but no file is ever overwritten.
    """
    today = datetime.date.today()
    files = starter(name or folder.resolve().name.replace("-", " ").capitalize(), today)
    there = [path for path in files if (folder / path).exists()]
    if there:
        raise click.UsageError(f"{', '.join(there[:3])} stands in {folder} already; nothing was written")
    disk.write_new(folder, files)
    write(folder, pipeline.load(folder, today))
    click.echo(f"Here is your newsroom: {folder}\n")
    click.echo(f"  cd {folder}")
    click.echo("  site-builder check           checks the example")
    click.echo("  site-builder new example     begins a claim")
    click.echo("  mkdocs serve                 shows the site")
