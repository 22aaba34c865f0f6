"""``site-builder schema``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from site_builder import pipeline, schemas
from site_builder.cli import disk, options
from site_builder.cli.teaching import Teaching
from site_builder.model.project import Project
from site_builder.reading.settings import find_root
from site_builder.rules import RULES

FOLDER = ".schemas"
"""Where the schemas stand in a newsroom's folder: hidden, because nobody edits them."""


@click.command(
    "schema",
    cls=Teaching,
    examples={
        "site-builder schema claim": "Prints the schema of claim files.",
        "site-builder schema --write": "Writes all of them to where editors' programs look.",
    },
)
@click.argument("kind", type=click.Choice(schemas.KINDS), required=False)
@click.option("--write", "writing", is_flag=True, help=f"Write all of them into {FOLDER}/.")
@options.root
def command(kind: str | None, writing: bool, root: Path) -> None:
    """Print the JSON Schema of a claim file, an article's record or a verdict scale.

    Editors' programs complete and check the files by it. It knows this newsroom's verdicts, articles and topics;
    `site-builder new` brings it up to date.
    """
    home = find_root(root)
    project = pipeline.load(home, datetime.date.today())
    if writing:
        for path in write(home, project):
            click.echo(path)
    elif kind:
        click.echo(schemas.dump(schemas.schema(kind, _known(project))), nl=False)
    else:
        raise click.UsageError(f"say which: {', '.join(schemas.KINDS)}; or --write")


def write(home: Path, project: Project) -> list[str]:
    """Write the newsroom's schemas and return their paths, relative to its folder."""
    own = _known(project)
    for kind in schemas.KINDS:
        disk.write(home, f"{FOLDER}/{kind}.json", schemas.dump(schemas.schema(kind, own)))
    return [f"{FOLDER}/{kind}.json" for kind in schemas.KINDS]


def _known(project: Project) -> schemas.Known:
    return schemas.known_of(project, (rule.name for rule in RULES))
