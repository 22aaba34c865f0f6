"""What several commands ask for in the same words."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import click
from click.shell_completion import CompletionItem

from site_builder.model.article import Article
from site_builder.model.project import Project
from site_builder.reading import files
from site_builder.reading.settings import SettingsError, find_root, read_settings

root = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The newsroom's folder.",
)


language = click.option(
    "--lang",
    "--language",
    "lang",
    help="The language of the text (BCP 47); else the record's beside it, else English.",
)


def _names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Return the names of articles that begin so, for shells; nothing where there is no newsroom."""
    try:
        home = find_root(Path(context.params.get("root") or "."))
        folder = read_settings(home).articles
    except SettingsError:
        return []
    paths = files.walk(home, folder, files.ARTICLE_ENDINGS)
    names = (PurePosixPath(path).relative_to(folder).with_suffix("").as_posix() for path in paths)
    return [name for name in names if name.startswith(begun)]


article = click.argument("article", shell_complete=_names)
an_article = click.argument("article", required=False, shell_complete=_names)


def _claim_files(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the claim files and their folders that begin so; other files where there is no newsroom."""
    try:
        home = find_root(Path(context.params.get("root") or "."))
        folder = read_settings(home).claims
    except SettingsError:
        return [CompletionItem(begun, type="file")]
    paths = {home / path for path in files.walk(home, folder, files.CLAIM_ENDINGS)}
    shown = sorted(os.path.relpath(path) for path in paths | {path.parent for path in paths})
    return [CompletionItem(path) for path in shown if path.startswith(begun)]


paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), shell_complete=_claim_files)


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
