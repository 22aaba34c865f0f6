"""``site-builder check``."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from site_builder import caching, pipeline, standing
from site_builder.cli import NOTHING, SOUND, UNSOUND, USAGE, options, screen, watch
from site_builder.cli.teaching import Teaching
from site_builder.model.finding import Report
from site_builder.model.settings import Settings
from site_builder.reading import git
from site_builder.reading.settings import CONFIG, SettingsError, find_root, read_settings
from site_builder.work import open_workshop

_FORMATS = ("text", "json", "github", "sarif", "junit")
_OF_REPORTS = ("text", "json", "sarif")
"""The formats that need the report alone, and nothing of the claims."""


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
    look = partial(_checked, home, only, _published(against), how)
    if watching:
        if form != "text":
            raise click.UsageError("--watch is for people, and --format for machines: leave one of them out")
        context.exit(_watch(home, look))
    if form in _OF_REPORTS and not against:
        report = _kept_report(home, only, how, look)
        screen.show(_render_report(report, form, home))
        context.exit(_code(report))
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
    home: Path, only: tuple[str, ...], against: str | None, how: Mapping[str, Any]
) -> pipeline.Checked:
    settings = _told_how(read_settings(home), how)
    with open_workshop(home, settings, lambda said: click.echo(said, err=True)) as workshop:
        return pipeline.examine(
            home, datetime.date.today(), settings=settings, against=against, only=only, workshop=workshop
        )


def _kept_report(
    home: Path, only: tuple[str, ...], how: Mapping[str, Any], look: Callable[[], pipeline.Checked]
) -> Report:
    """Return the report of the last check where nothing has changed since, not even the day; else check."""
    settings = _told_how(read_settings(home), how)
    store = caching.open_store(home, "reports") if settings.cache else None
    if store is None:
        return look().report
    asked = standing.Asked(
        (repr((only, datetime.date.today())), settings.content()),
        tuple(home / place for place in (CONFIG, *settings.places)),
    )
    return standing.kept("report", asked, store, lambda: look().report)


def _watch(home: Path, look: Callable[[], pipeline.Checked]) -> int:
    """Check on every save, until somebody stops it; return the exit code of the last check."""
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


def _render(checked: pipeline.Checked, form: str, home: Path, changed_since: str | None) -> str:
    report = checked.report
    if form in _OF_REPORTS:
        return _render_report(report, form, home)
    from site_builder.reporting import github, junit

    if form == "junit":
        return junit.render(report, (case.file.path for case in checked.cases))
    folder = git.folder_in_repository(home)
    changed = git.changed_since(home, changed_since) if changed_since else ()
    return github.render(report.below(folder), {folder + path for path in changed})


def _render_report(report: Report, form: str, home: Path) -> str:
    # each form is imported when it is asked for: people wait for a hook's check
    if form == "text":
        from site_builder.reporting import text

        return text.render(report, colour=screen.colour(), width=screen.width())
    from site_builder.reporting import json, sarif

    if form == "json":
        return json.render(report)
    # Forges know files by their place in the repository, of which the newsroom may be a folder.
    return sarif.render(report.below(git.folder_in_repository(home)))
