"""``site-builder new``."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from pathlib import Path

import click

from site_builder import pipeline
from site_builder.cli import disk, options, screen
from site_builder.cli.schema import FOLDER, write
from site_builder.cli.teaching import Teaching
from site_builder.editing.draft import Offer, draft, name_for, offers
from site_builder.model.article import Article
from site_builder.model.project import Project
from site_builder.model.scale import Scale
from site_builder.reading.settings import find_root

_HEADINGS = {
    "figures": "With figures that nobody has checked",
    "open": "Not checked",
    "set aside": "Set aside",
    "checked": "Checked already",
}


@click.command(
    "new",
    cls=Teaching,
    examples={
        "site-builder new night-trains": "Shows the sentences and asks for the rest.",
        "site-builder new night-trains --list": "Only shows the sentences with their numbers.",
        "site-builder new night-trains --sentence 2 --verdict unverifiable": "Asks only for the rest.",
    },
)
@options.article
@click.option("--sentence", "number", type=int, metavar="N", help="The number of the sentence.")
@click.option("--claim", "claim", help="What is said, in one plain sentence.")
@click.option("--verdict", help="A step of the scale; what is not checked yet is none but the last resort.")
@click.option("--name", help="The name of the claim's file, without the ending.")
@click.option("--list", "listing", is_flag=True, help="Only show the sentences and their numbers.")
@options.root
def command(
    article: str,
    number: int | None,
    claim: str | None,
    verdict: str | None,
    name: str | None,
    listing: bool,
    root: Path,
) -> None:
    """Begin a claim: choose a sentence of ARTICLE, get a draft with its quote and its figures.

    What is not given with a flag is asked. No file is ever overwritten.
    """
    home = find_root(root)
    project = pipeline.load(home, datetime.date.today())
    chosen = options.article_of(project, article)
    offered = offers(chosen, pipeline.make_cases(project))
    if listing or number is None:
        _show(chosen, offered)
    if listing:
        return
    offer = _offer(offered, number if number is not None else click.prompt("Which sentence", type=int))
    claim = claim or click.prompt("What is said, in one plain sentence")
    verdict = _verdict(project.scale, verdict)
    path = _path(project, chosen, name or _ask_name(project, chosen, claim))
    text = draft(
        chosen,
        offer.sentence,
        claim,
        verdict,
        scale=project.scale,
        language=project.settings.language,
        schema=_to_schema(path),
    )
    disk.write_new(home, {path: text})
    write(home, project)
    click.echo(f"{path}\nNow write it out, and run `site-builder check {path}`.")


def _show(article: Article, offered: Sequence[Offer]) -> None:
    state = ""
    for offer in offered:
        if offer.state != state:
            state = offer.state
            screen.say(f"\n{_HEADINGS[state]}:\n", bold=True)
        figures = f"  [{'; '.join(figure.text for figure in offer.figures)}]" if offer.figures else ""
        words = f"{offer.sentence.span.of(article.text)}{figures}"
        screen.show(f"{offer.number:5}  {screen.hanging(words, 7)}\n")
    screen.say()


def _offer(offered: Sequence[Offer], number: int) -> Offer:
    found = next((offer for offer in offered if offer.number == number), None)
    if found is None:
        raise click.UsageError(f"there is no sentence {number}; `--list` shows them with their numbers")
    return found


def _verdict(scale: Scale, verdict: str | None) -> str:
    labels = [step.label for step in scale.steps]
    if verdict is None:
        # Nothing was looked for yet: the step that needs no evidence is the true one to begin with.
        first = next((step.label for step in scale.steps if not step.needs_evidence), None)
        verdict = click.prompt("Verdict so far", type=click.Choice(labels), default=first)
    if verdict not in labels:
        raise click.UsageError(f"the scale has no verdict {verdict}; it has: {', '.join(labels)}")
    return str(verdict)


def _ask_name(project: Project, article: Article, claim: str) -> str:
    folder = f"{article.name}/"
    taken = [file.id.removeprefix(folder) for file in project.claims if file.id.startswith(folder)]
    return str(click.prompt("The file's name, part of the page's address", default=name_for(claim, taken)))


def _path(project: Project, article: Article, name: str) -> str:
    """Return where the file will stand, POSIX, relative to the newsroom's folder."""
    id = f"{article.name}/{name}"
    former = {each for file in project.claims if file.claim for each in file.claim.formerly}
    if id in former:
        raise click.UsageError(f"{id} is the former address of another claim: choose another name")
    if "/" in name or not name_for(name) == name:
        raise click.UsageError(
            f"{name} makes no good address: use lower-case letters, digits and hyphens, such as {name_for(name)}"
        )
    return f"{project.settings.claims}/{id}.yaml"


def _to_schema(path: str) -> str:
    return Path(os.path.relpath(f"{FOLDER}/claim.json", Path(path).parent)).as_posix()
