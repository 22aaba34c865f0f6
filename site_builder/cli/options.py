"""What several commands ask for in the same words."""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from site_builder.reading.home import SettingsError, find_root

# settings and articles take long to import, and most options need neither
if TYPE_CHECKING:
    from site_builder.model.article import Article
    from site_builder.model.project import Project

_MOST_NAMES = 20

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
    from site_builder.reading import files
    from site_builder.reading.settings import read_settings

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
    from site_builder.reading import files
    from site_builder.reading.settings import read_settings

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
        raise click.UsageError(f"there is no article {name}{_known(project, name)}")
    return found


def _known(project: Project, name: str) -> str:
    """Return what to do about an article that is not there: the nearest name, all of them, or how to get one."""
    names = sorted(project.articles)
    if not names:
        return f": {project.settings.articles}/ holds none yet; `site-builder import FILE` makes one"
    near = get_close_matches(name, names, n=1)
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f"; did you mean {near[0]}?" if near else f"; there are: {', '.join(names[:_MOST_NAMES])}{more}"


def inside(home: Path, paths: Sequence[Path]) -> tuple[str, ...]:
    """Return the places of files and folders in the newsroom's folder, POSIX.

    Raises:
        click.UsageError: one is not there, or lies elsewhere.
    """
    return tuple(_inside(path, home) for path in paths)


def _inside(path: Path, home: Path) -> str:
    if not path.exists():
        raise click.UsageError(f"there is no {path}")
    try:
        return path.resolve().relative_to(home).as_posix()
    except ValueError:
        raise click.UsageError(f"{path} is not inside the newsroom's folder {home.name}") from None
