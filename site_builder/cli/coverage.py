"""``site-builder coverage``."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from site_builder import pipeline
from site_builder.cli import NOTHING, batch, options, screen
from site_builder.cli.teaching import Teaching
from site_builder.coverage import cover
from site_builder.figures import as_record
from site_builder.model.article import Article
from site_builder.model.coverage import Coverage
from site_builder.reading.settings import find_root


@click.command(
    "coverage",
    cls=Teaching,
    examples={
        "site-builder coverage": "Of every article.",
        "site-builder coverage night-trains": "Of one article.",
    },
)
@options.an_article
@click.option("--json", "as_json", is_flag=True, help="One JSON object; offsets count code points.")
@options.root
@click.pass_context
def command(context: click.Context, article: str | None, as_json: bool, root: Path) -> None:
    """Show which sentences with figures no claim covers and nobody set aside.

    With ARTICLE (its name), of that article alone.
    """
    project = pipeline.load(find_root(root), datetime.date.today())
    name = options.article_of(project, article).name if article else None
    cases = pipeline.make_cases(project)
    chosen = [each for _, each in sorted(project.articles.items()) if name in (None, each.name)]
    covered = [(each, cover(each, cases)) for each in chosen]
    all_of_them = [coverage for _, coverage in covered]
    if not chosen and not as_json:
        screen.say(f"Nothing to show: there is no article in {project.settings.articles}/.")
        context.exit(NOTHING)
    if as_json:
        click.echo(batch.dump({"articles": [_record(*pair) for pair in covered]}))
        return
    if screen.is_terminal() and len(covered) > 1:
        screen.say(_table(covered))
        covered = [pair for pair in covered if pair[1].uncovered]
    for pair in covered:
        _say(*pair)
    if len(chosen) > 1:
        screen.say(screen.hanging(_sum("All articles", all_of_them), 0), bold=True)


def _table(covered: list[tuple[Article, Coverage]]) -> str:
    headings = ("sentences", "checked", "aside", "open", "article")
    rows = [
        (
            str(len(coverage.sentences)),
            str(len(coverage.checked)),
            str(len(coverage.set_aside)),
            str(len(coverage.uncovered)),
            article.path,
        )
        for article, coverage in covered
    ]
    return screen.table(rows, headings)


def _say(article: Article, coverage: Coverage) -> None:
    screen.say(screen.hanging(_sum(article.path, [coverage]), 0), bold=True)
    figures = [[figure.text for figure in each.figures] for each in coverage.uncovered]
    sentences = [each.sentence.span.of(article.text) for each in coverage.uncovered]
    rows = [(", ".join(texts), words) for texts, words in zip(figures, sentences, strict=True)]
    if rows:
        screen.say()
        screen.say(screen.table(rows, ("figures", "sentence"), marked=figures))


def _sum(name: str, covered: list[Coverage]) -> str:
    checked, total = sum(len(c.checked) for c in covered), sum(len(c.sentences) for c in covered)
    asides, open_ = sum(len(c.set_aside) for c in covered), sum(len(c.uncovered) for c in covered)
    beside = sum(len(c.beside) for c in covered)
    return (
        f"{name}: {checked} of {total} sentences checked, {asides} set aside, "
        f"{open_} with figures that nobody has checked"
        + (f" (captions, credits and strays set aside: {beside})" if beside else "")
    )


def _record(article: Article, coverage: Coverage) -> dict[str, Any]:
    return {
        "article": article.name,
        "sentences": len(coverage.sentences),
        "checked": len(coverage.checked),
        "set_aside": len(coverage.set_aside),
        "set_aside_beside": len(coverage.beside),
        "uncovered": [
            {
                "start": u.sentence.span.start,
                "end": u.sentence.span.end,
                "text": u.sentence.span.of(article.text),
                "figures": [as_record(figure) for figure in u.figures],
            }
            for u in coverage.uncovered
        ],
    }
