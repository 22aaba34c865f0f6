"""``site-builder verify``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from site_builder import pipeline
from site_builder.cli import NOTHING, SOUND, UNSOUND, options, screen
from site_builder.cli.teaching import Teaching
from site_builder.reading.settings import find_root
from site_builder.reporting import site as report


@click.command(
    "verify",
    cls=Teaching,
    examples={
        "site-builder verify site": "Looks at what `mkdocs build` made.",
    },
    exits={
        "0": "sound",
        "1": "the site is not what the files say",
        "2": "used or set up wrongly",
        "3": "there was nothing to verify",
        "4": "a fault of site-builder itself",
    },
)
@click.argument("site", type=click.Path(path_type=Path, file_okay=False, exists=True))
@options.root
@click.pass_context
def command(context: click.Context, site: Path, root: Path) -> None:
    """Read a finished site back and compare it with the newsroom's files.

    SITE is the folder that is published. Nothing that the builder remembers is used: each published claim must have
    its page, its mark on the right words, its ClaimReview and its entry in the data; each article its text; each link
    its target; each page the seal of the files as they are now.

    """
    home = find_root(root)
    project = pipeline.load(home, datetime.date.today())
    verified = pipeline.verify(project, pipeline.make_cases(project), home, site)
    screen.show(report.render(verified, colour=screen.colour(), width=screen.width()))
    context.exit(UNSOUND if verified.judged else NOTHING if verified.looked_at_nothing else SOUND)
