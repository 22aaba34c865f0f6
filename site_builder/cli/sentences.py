"""``site-builder sentences``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from site_builder.cli import batch, look, screen
from site_builder.cli.teaching import Teaching
from site_builder.model.article import Article


@click.command(
    "sentences",
    cls=Teaching,
    examples={
        "site-builder sentences seeds/night-trains.txt": "Shows each sentence, its place and its kind.",
        "site-builder sentences notes.txt --lang id --json": "The same for programs, of a text in Indonesian.",
    },
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option(
    "--lang",
    "--language",
    "lang",
    help="The language of the text (BCP 47); else the record's beside it, else English.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object; offsets count code points.")
@click.option("--batch", "batched", is_flag=True, help="JSON Lines on standard input: text or file, lang.")
def command(file: Path | None, lang: str | None, as_json: bool, batched: bool) -> None:
    """Show how FILE is split into sentences."""
    if batched:
        return batch.run(lambda line: _answer(line, lang))
    if file is None:
        raise click.UsageError("name a FILE, or use --batch")
    article = look.article(file, lang)
    if as_json:
        return click.echo(batch.dump(_record(article)))
    rows = [
        (str(i), str(s.span.start), str(s.span.end), s.kind.value, s.span.of(article.text))
        for i, s in enumerate(article.sentences, 1)
    ]
    return screen.show(screen.table(rows, ("", "start", "end", "kind", "sentence"), places=(1, 2)))


def _answer(line: Mapping[str, Any], lang: str | None) -> dict[str, Any]:
    return _record(look.article_of(batch.text_of(line), batch.words_of(line, "lang") or lang))


def _record(article: Article) -> dict[str, Any]:
    return {
        "sentences": [
            {"start": s.span.start, "end": s.span.end, "text": s.span.of(article.text), "kind": s.kind.value}
            for s in article.sentences
        ]
    }
