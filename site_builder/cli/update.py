"""``site-builder update``."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from site_builder import pipeline
from site_builder.cli import batch, disk, options, screen
from site_builder.cli.teaching import Teaching
from site_builder.editing.edits import Change, with_value
from site_builder.editing.revise import Fate, Revised, Revision, unsettled
from site_builder.editing.scalars import entry
from site_builder.reading.articles import parse_article
from site_builder.reading.settings import find_root

_QUIET = (Fate.SAME, Fate.MOVED)
"""What asks nothing of anybody."""


@click.command(
    "update",
    cls=Teaching,
    examples={
        "site-builder update night-trains new.txt": "Compares, and changes nothing.",
        "site-builder update night-trains new.txt --write": "Puts the new text in the place of the old one.",
    },
)
@options.article
@click.argument("newfile", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--write", "writing", is_flag=True, help="Put the new text in the place of the old one.")
@options.root
def command(article: str, newfile: Path, as_json: bool, writing: bool, root: Path) -> None:
    """Tell what a new text of ARTICLE, in NEWFILE, means for each claim on it.

    Each claim's sentence is the same, moved, changed in its wording or in a figure, or gone. Changes of claim files
    are proposed, never made: somebody has to look at each claim again. --write replaces the article's text.
    """
    home = find_root(root)
    project = pipeline.load(home, datetime.date.today())
    old = options.article_of(project, article)
    try:
        text = batch.read_text(newfile)
    except batch.Refusal as refusal:
        raise click.UsageError(str(refusal)) from None
    new = parse_article(old.name, old.path, text, old.record_source, language=project.settings.language)
    revision = Revision(old, new)
    revised = list(revision.revised(pipeline.make_cases(project)))
    if as_json:
        click.echo(batch.dump({"article": old.name, "claims": [_record(each) for each in revised]}))
    else:
        told = "\n".join(_told(revision, revised, list(unsettled(old, new)), project.today))
        screen.say(told)
    if writing:
        disk.write(home, old.path, disk.read(newfile))
        click.echo(f"{old.path} has the new text.", err=True)


def _record(revised: Revised) -> dict[str, object]:
    return {
        "claim": revised.case.file.id,
        "path": revised.case.file.path,
        "fate": revised.fate.value,
        "before": revised.before,
        "after": revised.after,
        "note": revised.note,
        "proposed": {revised.field: revised.proposal} if revised.proposal else {},
    }


def _told(
    revision: Revision, revised: Sequence[Revised], unsettled: Sequence[str], today: datetime.date
) -> Iterator[str]:
    sentences = revision.counts()
    yield f"sentences of {revision.new.path}: " + ", ".join(
        f"{sentences[kind]} {kind}" for kind in ("kept", "gone", "new")
    )
    fates = Counter(each.fate for each in revised)
    yield "claims: " + (", ".join(f"{fates[fate]} {fate}" for fate in Fate if fates[fate]) or "none")
    for each in revised:
        if each.fate not in _QUIET or each.note:
            yield from _claim(each)
    for quote in unsettled:
        yield f"\nThe article's record quotes words that stand there no more:\n  {quote}"
    if sentences["gone"] or sentences["new"]:
        yield f"\nFor readers, on top of `revisions:` in the record of the article:\n\n{_entry(revision, today)}"


def _claim(revised: Revised) -> Iterator[str]:
    note = f" ({revised.note})" if revised.note else ""
    yield f"\n{revised.fate}: {revised.case.file.path}{note}"
    yield f"  was  {revised.before}"
    if revised.after:
        yield f"  now  {revised.after}"
    elif revised.fate is Fate.GONE:
        yield "  its page can stay: with the revision in the article's record, it tells that the words are gone"
    source = revised.case.file.source
    after = with_value(source, revised.field, revised.proposal) if revised.proposal else None
    if after is not None:
        yield "\n" + screen.diff(Change(source.path, source.text, after).diff()).rstrip("\n")
    elif revised.proposal:
        yield f"  add  {entry(revised.field, revised.proposal)}".rstrip("\n")


def _entry(revision: Revision, today: datetime.date) -> str:
    lines = [f"  - date: {today}\n", "    text:  # what changed, and what that means for the claims\n"]
    lines.append("    wordings:\n")
    for wording in revision.wordings():
        said = [(k, words) for k, words in (("before", wording.before), ("after", wording.after)) if words]
        written = "".join(entry(key, words, indent=8) for key, words in said)
        lines.append("      - " + written.removeprefix(" " * 8))
    return "".join(lines).rstrip("\n")
