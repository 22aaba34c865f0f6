"""``site-builder import``."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from site_builder import intake, pipeline
from site_builder.cli import disk, options
from site_builder.cli.schema import FOLDER, write
from site_builder.cli.teaching import Teaching
from site_builder.cli.told import Told
from site_builder.editing.draft import name_for
from site_builder.intake.record import record
from site_builder.intake.stated import fitting
from site_builder.model.article import is_slug
from site_builder.model.project import Project
from site_builder.reading.settings import find_root
from site_builder.reporting import text as report

_STATED = ("title", "publisher", "author", "url", "language", "published")
_SHOWN = 8
_LONGEST_SHOWN = 100


@click.command(
    "import",
    cls=Teaching,
    examples={
        "site-builder import page.html": "Takes a web page that was saved as HTML only.",
        "site-builder import notes.txt --language en": "Takes a text, which states nothing of itself.",
        "curl -s https://a.example/trains | site-builder import -": "Takes what comes through the pipe.",
    },
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True, allow_dash=True))
@click.option("--name", help="The article's name, part of its address, such as night-trains.")
@click.option("--as", "form", type=click.Choice([each.value for each in intake.Form]), help="What FILE is.")
@click.option("--encoding", help="How FILE's letters are written, such as windows-1252; else as it states.")
@click.option("--title", help="The title as printed.")
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it.")
@click.option("--url", help="Where it stands.")
@click.option("--language", help="The language of the text, such as en or id.")
@click.option("--published", help="When it was published, such as 2026-03-02.")
@options.root
def command(
    file: Path,
    name: str | None,
    form: str | None,
    encoding: str | None,
    root: Path,
    **given: str | None,
) -> None:
    """Make an article from FILE: a web page saved as HTML, Markdown or plain text; - reads standard input.

    Writes its text and its record into the articles' folder. What the source states of itself (title, publisher,
    author, address, language, date) goes into the record; what it does not state stays empty, and nothing is worked
    out. No file is ever overwritten.

    """
    home = find_root(root)
    project = pipeline.load(home, datetime.date.today())
    taken = _take(file, form, encoding)
    stated = replace(taken.stated, **_given(given))
    stated = stated if stated.language else replace(stated, language=_ask_language(file))
    name = _name(name, file, stated.title)
    path = f"{project.settings.articles}/{name}"
    _refuse_overwriting(project, home, name, path)
    written = record(
        f"{Path(path).name}{taken.ending}",
        stated,
        working_title=name.rpartition("/")[2].replace("-", " ").capitalize(),
        headings=taken.headings,
        captions=taken.captions,
        leads_away=taken.leads_away,
        schema=Path(os.path.relpath(f"{FOLDER}/article.json", Path(path).parent)).as_posix(),
    )
    disk.write_new(home, {f"{path}{taken.ending}": taken.text, f"{path}.yaml": written})
    project = pipeline.load(home, project.today)
    write(home, project)
    _tell(path, name, taken, stated)
    _check(project, path)


def _take(file: Path, form: str | None, encoding: str | None) -> intake.Taken:
    data = sys.stdin.buffer.read() if str(file) == "-" else disk.read(file)
    try:
        return intake.take(data, file.name, form=intake.Form(form) if form else None, encoding=encoding)
    except intake.Refused as refused:
        raise Told(f"{_called(file)}: {refused}") from None


def _called(file: Path) -> str:
    return "standard input" if str(file) == "-" else str(file)


def _given(given: dict[str, str | None]) -> dict[str, str]:
    """Return what was given with flags; a value that does not fit its field is wrong use."""
    said = {key: value for key, value in given.items() if value}
    fit = fitting(**said)
    for key, value in said.items():
        if not getattr(fit, key):
            wanted = {"url": "https://daily.example/trains", "language": "en", "published": "2026-03-02"}.get(
                key
            )
            advice = f"write it as {wanted}" if wanted else "write a few words"
            raise click.UsageError(f"--{key} {value!r} cannot be used: {advice}")
    return {key: getattr(fit, key) for key in said}


def _ask_language(file: Path) -> str:
    if str(file) == "-" or not sys.stdin.isatty():
        raise click.UsageError("the text does not state its language: add --language, such as --language id")
    return _given(
        {"language": click.prompt("The text does not state its language. Which is it (such as en)")}
    )["language"]


def _name(name: str | None, file: Path, title: str) -> str:
    """Return the article's name: the one given, or made from the file's name or the title."""
    if name is not None:
        if not all(map(is_slug, name.split("/"))):
            raise click.UsageError(
                f"{name} makes no good address: use lower-case letters, digits and hyphens, such as {_slug(name)}"
            )
        return name
    stem = "" if str(file) == "-" else file.stem
    made = stem if is_slug(stem) else _slug(title) or _slug(stem)
    if not made:
        raise click.UsageError("no name can be made from the title: add --name, such as --name night-trains")
    return made


def _slug(words: str) -> str:
    made = name_for(words)
    return "" if made == "claim" or made.startswith("claim-1") else made


def _refuse_overwriting(project: Project, home: Path, name: str, path: str) -> None:
    endings = (".txt", ".md", ".yaml", ".yml")
    there = [path + ending for ending in endings if (home / (path + ending)).exists()]
    if name in project.articles or there:
        what = there[0] if there else project.articles[name].path
        raise click.UsageError(
            f"{what} is there already, and stays as it is: choose another name with --name. "
            f"If the article was changed by its publisher, `site-builder update {name} NEWFILE` tells what that means"
        )


def _tell(path: str, name: str, taken: intake.Taken, stated: intake.Stated) -> None:
    lines = taken.text.strip().split("\n\n")
    known = [key for key in _STATED if getattr(stated, key)]
    empty = [key for key in _STATED if not getattr(stated, key)]
    click.echo(f"{path}{taken.ending}: {len(lines)} paragraphs and headings, {len(taken.text):,} characters")
    click.echo(f"{path}.yaml: {', '.join(known)}" + (f"; not stated: {', '.join(empty)}" if empty else ""))
    for doubt in taken.doubts:
        click.echo(f"\nLook: {doubt}")
    if taken.left_out:
        click.echo("\nLeft out as no part of the article. If one is, copy it into the text:\n")
        for line in _few(taken.left_out):
            click.echo(f"  - {line}")
    click.echo("\nRead both files through. Then:\n")
    click.echo(f"  site-builder new {name:20} begins a claim about a sentence")
    click.echo(f"  site-builder coverage {name:15} shows the sentences with figures")


def _few(lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines[:_SHOWN]:
        yield line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"
    if len(lines) > _SHOWN:
        yield f"and {len(lines) - _SHOWN} more"


def _check(project: Project, path: str) -> None:
    """Say at once what the check will say of the new files."""
    names = {path + ending for ending in (".txt", ".md", ".yaml")}
    judged = [j for j in pipeline.check(project).report.standing if j.spot.path in names]
    if judged:
        click.echo("\nThe check finds in them:\n")
        click.echo(report.told(judged, ()), nl=False)
