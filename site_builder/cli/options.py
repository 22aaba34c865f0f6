"""What several commands ask for in the same words."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.model.article import Article
from site_builder.model.project import Project

root = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The newsroom's folder.",
)


def article_of(project: Project, name: str) -> Article:
    """Return the article of this name; a path to its file is understood, too.

    Raises:
        click.UsageError: there is no such article.
    """
    by_path = {article.path: article for article in project.articles.values()}
    found = project.articles.get(name) or by_path.get(Path(name).as_posix())
    if found is None:
        known = ", ".join(sorted(project.articles)) or "none"
        raise click.UsageError(f"there is no article {name}; there are: {known}")
    return found
