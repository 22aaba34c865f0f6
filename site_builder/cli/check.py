"""``site-builder check``."""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from site_builder import caching, standing
from site_builder.cli import NOTHING, SOUND, UNSOUND, USAGE, options, screen
from site_builder.cli.teaching import Teaching
from site_builder.reading.home import CONFIG, SettingsError, find_root

# what a check needs, and a look at what is known already does not, is imported where it is used: a hook waits for it
if TYPE_CHECKING:
    from site_builder import pipeline
    from site_builder.model.finding import Report
    from site_builder.model.settings import Settings
    from site_builder.reading.looked import Looked

_FORMATS = ("text", "json", "github", "sarif", "junit")
_OF_FILES = ("text", "json")
"""The formats that the newsroom's files decide, and nothing of the repository."""


@click.command(
    "check",
    cls=Teaching,
    examples={
        "site-builder check": "Checks everything, in the newsroom's folder or below it.",
        "site-builder check claims/night-trains": "Reports only on the claims of one article.",
        "site-builder check --watch": "Checks again on every save, while you write.",
        "site-builder check --against origin/main": "Says, too, what of the published changed in silence.",
    },
    exits={
        "0": "sound",
        "1": "a finding blocks publication",
        "2": "used or set up wrongly",
        "3": "there was nothing to check",
        "4": "a fault of site-builder itself",
    },
)
@options.paths
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="How to report: text for people.",
)
@options.root
@click.option(
    "--against",
    metavar="REF|FILE",
    help="Compare with what was published: a git ref such as origin/main, or the site's claims.json.",
)
@click.option(
    "--changed-since",
    metavar="REF",
    help="For --format github: show what concerns files changed since REF first.",
)
@click.option("--jobs", type=int, help="How many processes share the work; else the newsroom's size decides.")
@click.option(
    "--executor", metavar="dask:ADDRESS", help="Let a Dask cluster do the work: the address of its scheduler."
)
@click.option("--cache/--no-cache", default=None, help="Keep results for the next time, or do without.")
@click.option(
    "--watch",
    "watching",
    is_flag=True,
    help="Check on every save and show what is new; Ctrl-C ends it.",
)
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[Path, ...],
    form: str,
    root: Path,
    against: str | None,
    changed_since: str | None,
    watching: bool,
    **how: Any,
) -> None:
    """Check every claim against the article it quotes.

    With PATHS, report only on these claim or article files or folders.

    """
    home = find_root(root)
    only = options.inside(home, paths)
    look = partial(_checked, home, only, _published(against), how, {} if watching else None)
    if watching:
        if form != "text":
            raise click.UsageError("--watch is for people, and --format for machines: leave one of them out")
        context.exit(_watch(home, look))
    # a check makes millions of things and no rings of them: looking for rings took a tenth of its time
    gc.disable()
    if form in _OF_FILES and not against:
        told, code = _told_before(home, only, how, form, look)
        screen.show(told)
        context.exit(code)
    checked = look()
    screen.show(_render(checked, form, home, changed_since))
    if form == "github":
        _sum_up(checked)
    context.exit(_code(checked.report))


def _told_how(settings: Settings, how: Mapping[str, Any]) -> Settings:
    """Return the settings with what the command line says of how the work is done."""
    said = {name: value for name, value in how.items() if value is not None}
    if "jobs" in said or "executor" in said:
        settings = settings.model_copy(update={"jobs": None, "executor": None})
    return settings.model_copy(update=said)


def _checked(
    home: Path,
    only: tuple[str, ...],
    against: str | None,
    how: Mapping[str, Any],
    objects: caching.Objects | None,
    looked: Looked | None = None,
) -> pipeline.Checked:
    from site_builder import pipeline
    from site_builder.reading.settings import read_settings
    from site_builder.work import open_workshop

    settings = _told_how(read_settings(home), how)
    with open_workshop(home, settings, lambda said: click.echo(said, err=True), objects) as workshop:
        return pipeline.examine(
            home,
            datetime.date.today(),
            settings=settings,
            against=against,
            only=only,
            workshop=workshop,
            looked=looked,
        )


def _told_before(
    home: Path,
    only: tuple[str, ...],
    how: Mapping[str, Any],
    form: str,
    look: Callable[..., pipeline.Checked],
) -> tuple[str, int]:
    """Return what a check says, and its exit code: that of the last where no file has changed since, nor the day."""
    store = caching.open_store(home, "reports") if how["cache"] is not False else None
    if store is None:
        return _told(look(), form, home)
    said = (only, datetime.date.today(), how, form, screen.colour(), screen.width())
    wish = standing.Wish("report", [str(home), repr(said)], store)
    found: tuple[str, int] | None = wish.find()
    if found:
        return found
    from site_builder.reading.settings import read_settings

    settings = _told_how(read_settings(home), how)
    if settings.cache:
        wish.look_at(home / place for place in (CONFIG, *settings.places))
    made = _told(look(looked=wish.looked(home)), form, home)
    if settings.cache:
        wish.keep(made)
    return made


def _watch(home: Path, look: Callable[[], pipeline.Checked]) -> int:
    """Check on every save, until somebody stops it; return the exit code of the last check."""
    from site_builder.cli import watch

    last = None
    try:
        for changed in watch.changes(home):
            last = _again(look, changed, last)
            screen.say("\nWaiting for changes; Ctrl-C ends it.", dim=True)
    except KeyboardInterrupt:
        screen.say("\nStopped.")
    return _code(last) if last else USAGE


def _again(
    look: Callable[[], pipeline.Checked], changed: tuple[str, ...], before: Report | None
) -> Report | None:
    """Check once more and show what is new. What keeps the check from its work is told, and not the end."""
    from site_builder.cli import watch

    if changed:
        screen.say(f"\n{screen.rule(watch.told(changed))}\n", bold=True)
    try:
        now = look().report
    except SettingsError as error:
        screen.say(f"error: {error}", fg="red")
        return before
    from site_builder.reporting import since, text

    if before is None:
        screen.show(text.render(now, colour=screen.colour(), width=screen.width()))
    else:
        screen.show(since.render(before, now, colour=screen.colour(), width=screen.width()))
    return now


def _sum_up(checked: pipeline.Checked) -> None:
    """Add to the page that GitHub shows for the job, where there is one."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page:
        from site_builder.reporting import job

        with Path(page).open("a", encoding="utf-8") as file:
            file.write(job.render(checked.report, checked.project))


def _published(against: str | None) -> str | None:
    """Return the whole path where a file is meant: it is named as seen from here, not from the newsroom."""
    return str(Path(against).resolve()) if against and Path(against).is_file() else against


def _code(report: Report) -> int:
    if report.blocks:
        return UNSOUND
    return NOTHING if report.checked_nothing else SOUND


def _told(checked: pipeline.Checked, form: str, home: Path) -> tuple[str, int]:
    return _render(checked, form, home, None), _code(checked.report)


def _render(checked: pipeline.Checked, form: str, home: Path, changed_since: str | None) -> str:
    report = checked.report
    if form == "text":
        from site_builder.reporting import text

        return text.render(report, colour=screen.colour(), width=screen.width())
    if form == "json":
        from site_builder.reporting import json

        return json.render(report)
    from site_builder.reading import git
    from site_builder.reporting import github, junit, sarif

    if form == "junit":
        return junit.render(report, (case.file.path for case in checked.cases))
    # forges know files by their place in the repository, of which the newsroom may be a folder
    folder = git.folder_in_repository(home)
    if form == "sarif":
        return sarif.render(report.below(folder))
    changed = git.changed_since(home, changed_since) if changed_since else ()
    return github.render(report.below(folder), {folder + path for path in changed})
