"""``site-builder quote``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from site_builder.anchoring import Prepared, anchor, prepare
from site_builder.cli import batch, look
from site_builder.cli.teaching import Teaching
from site_builder.model.anchor import Anchor
from site_builder.model.span import Span


@click.command(
    "quote",
    cls=Teaching,
    examples={
        'site-builder quote seeds/night-trains.txt "twelve trains"': "Tells where the words stand, if they do.",
    },
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.argument("words", required=False)
@click.option(
    "--lang",
    "--language",
    "lang",
    help="The language of the text (BCP 47); else the record's beside it, else English.",
)
@click.option("--prefix", help="Words just before the quote.")
@click.option("--suffix", help="Words just after the quote.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object; offsets count code points.")
@click.option(
    "--batch",
    "batched",
    is_flag=True,
    help="JSON Lines on standard input: text or file, quote, lang, prefix, suffix.",
)
def command(
    file: Path | None,
    words: str | None,
    lang: str | None,
    prefix: str | None,
    suffix: str | None,
    as_json: bool,
    batched: bool,
) -> None:
    """Show where WORDS stand in FILE."""
    if batched:
        return batch.run(lambda line: _answer(line, lang))
    if file is None or words is None:
        raise click.UsageError("name a FILE and the WORDS, or use --batch")
    article = look.article(file, lang)
    found = anchor(prepare(article.text, article.language), words, prefix=prefix, suffix=suffix)
    if as_json:
        return click.echo(batch.dump(_record(found, article.text)))
    return click.echo(_say(found, article.text), nl=False)


@lru_cache(maxsize=256)
def _prepared(text: str, language: str) -> Prepared:
    return prepare(text, language)


def _answer(line: Mapping[str, Any], lang: str | None) -> dict[str, Any]:
    text, quote = batch.text_of(line), batch.words_of(line, "quote")
    if quote is None:
        raise batch.Refusal("give `quote`")
    prepared = _prepared(text, batch.words_of(line, "lang") or lang or "en")
    prefix, suffix = batch.words_of(line, "prefix"), batch.words_of(line, "suffix")
    return _record(anchor(prepared, quote, prefix=prefix, suffix=suffix), text)


def _record(found: Anchor, text: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "status": found.status.value,
        "places": [[place[0].start, place[-1].end] for place in found.places],
        "parts": [[list(part) for part in place] for place in found.places],
        "normalised": list(found.normalised),
        "cuts": [
            {"what": c.what, "start": c.span.start, "end": c.span.end, "text": c.span.of(text)}
            for c in found.cuts
        ],
        "nearest": None,
    }
    if near := found.nearest:
        record["nearest"] = {
            "start": near.span.start,
            "end": near.span.end,
            "text": near.span.of(text),
            "score": round(near.score, 1),
            "figures_differ": near.figures_differ,
            "differences": [{"quote": list(d.quote), "text": list(d.text)} for d in near.differences],
        }
    return record


def _say(found: Anchor, text: str) -> str:
    lines = [found.status.value + (f" ({', '.join(found.normalised)})" if found.normalised else "")]
    lines += [f"  {_at(part)}  {part.of(text)}" for place in found.places for part in place]
    lines += [f"  cuts a {cut.what}: {_at(cut.span)}  {cut.span.of(text)}" for cut in found.cuts]
    if near := found.nearest:
        loud = "THE FIGURES DIFFER; " if near.figures_differ else ""
        lines.append(f"  {loud}nearest passage: {_at(near.span)}  {near.span.of(text)}")
    return "\n".join(lines) + "\n"


def _at(span: Span) -> str:
    return f"{span.start}-{span.end}"
