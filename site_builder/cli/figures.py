"""``site-builder figures``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from site_builder import figures
from site_builder.cli import batch, screen
from site_builder.cli.teaching import Teaching


@click.command(
    "figures",
    cls=Teaching,
    examples={
        "site-builder figures seeds/night-trains.txt": "Shows what is read, line by line.",
        'echo "lima hingga enam hari" | site-builder figures --lang id': "Reads standard input: 5 to 6 days.",
    },
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default="-")
@click.option(
    "--lang", "--language", "lang", default="en", show_default=True, help="The language of the text (BCP 47)."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line; offsets count code points.")
@click.option("--batch", "batched", is_flag=True, help="JSON Lines on standard input: text or file, lang.")
def command(file: Path, lang: str, as_json: bool, batched: bool) -> None:
    """Show the figures read in FILE (standard input if left out), one text a line."""
    if batched:
        return batch.run(lambda line: _record(batch.text_of(line), batch.words_of(line, "lang") or lang))
    if not figures.readable(lang):
        click.echo(f"note: spelled-out numbers cannot be read in `{lang}`; digits can", err=True)
    if as_json:
        for text in _lines(file):
            click.echo(batch.dump(_record(text, lang)))
        return None
    rows = [
        _row(number, text, figure)
        for number, text in enumerate(_lines(file), 1)
        for figure in figures.read(text, lang)
    ]
    headings = ("line", "start", "end", "kind", "value", "unit", "as written")
    return screen.show(screen.table(rows, headings, places=(1, 2)))


def _lines(file: Path) -> Iterator[str]:
    if str(file) == "-":
        yield from (line.rstrip("\n") for line in sys.stdin)
        return
    try:
        yield from batch.read_text(file).splitlines()
    except batch.Refusal as refusal:
        raise click.UsageError(str(refusal)) from None


def _record(text: str, lang: str) -> dict[str, Any]:
    return {"text": text, "figures": [figures.as_record(figure) for figure in figures.read(text, lang)]}


def _row(number: int, text: str, figure: Any) -> tuple[str, ...]:
    record: Mapping[str, Any] = figures.as_record(figure)
    low, high = record["low"], record["high"]
    value = str(low) if low == high else f"{'…' if low is None else low} to {'…' if high is None else high}"
    return (
        str(number),
        str(record["start"]),
        str(record["end"]),
        record["kind"],
        value,
        record["unit"] or "",
        figure.text,
    )
