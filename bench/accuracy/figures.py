"""How many quantities of other people's test sentences are read, and how many wrong ones would be accepted.

An item counts as found if every expected quantity of its sentence is among the figures read: percentages as
percent, money as money, ranges with both ends. A wrong value is a neighbour of a right one (a digit changed, ten
times, one more, one less) that the sentence does not hold; it is accepted if the checker finds it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from bench.accuracy.row import Row
from site_builder.figures import check, read
from site_builder.model.amount import Range
from site_builder.model.figure import Figure, Kind, Outcome, Reading

Test = Callable[[Figure], bool]


class Wanted(NamedTuple):
    """An expected quantity: its ends (``None`` where open) and the unit a claim would give."""

    low: Fraction | None
    high: Fraction | None
    unit: str | None = None
    test: Test = lambda figure: True


def measure(corpora: Path) -> list[Row]:
    """Return two rows per corpus and language: values found, and wrong values accepted, in percent."""
    rows: list[Row] = []
    for model, (bar, parse) in MODELS.items():
        files = sorted((corpora / "numbers").glob(f"recognizers.{model}.*.json"))
        results = [_file(path, parse) for path in files]
        for path, (found, count, accepted, wrong) in zip(files, results, strict=True):
            language = path.name.split(".")[2]
            rows += _rows(model, language, found, count, accepted, wrong, None)
        if results:
            rows += _rows(model, "all", *map(sum, zip(*results, strict=True)), bar)  # type: ignore[arg-type]
    return rows


def _rows(
    model: str, language: str, found: int, count: int, accepted: int, wrong: int, bar: float | None
) -> list[Row]:
    ceiling = None if bar is None else 0.3
    return [
        Row(f"recognizers {model}", language, "value found", 100 * found / max(count, 1), bar, count),
        Row(
            f"recognizers {model}",
            language,
            "wrong value accepted",
            100 * accepted / max(wrong, 1),
            ceiling,
            wrong,
        ),
    ]


def items(
    path: Path, parse: Callable[[dict[str, Any]], Wanted | None]
) -> Iterator[tuple[str, str, list[Wanted]]]:
    """Yield language, text and the expected quantities of each item that expects any."""
    corpus = json.loads(path.read_text("utf-8"))
    for item in corpus["items"]:
        wanted = [
            found for one in item["expected"] if (found := parse({**one, "language": corpus["language"]}))
        ]
        if wanted:
            yield corpus["language"], item["text"], wanted


def _file(path: Path, parse: Callable[[dict[str, Any]], Wanted | None]) -> tuple[int, int, int, int]:
    found = count = accepted = wrong = 0
    for language, text, wanted in items(path, parse):
        figures = read(text, language)
        for one in wanted:
            count += 1
            found += is_found(one, figures)
            neighbours = list(_wrong(one, wanted, text))
            wrong += len(neighbours)
            accepted += sum(_accepted(value, one.unit, figures, language) for value in neighbours)
    return found, count, accepted, wrong


def is_found(wanted: Wanted, figures: Sequence[Figure]) -> bool:
    """Tell whether one of the figures is the expected quantity, in any of its readings."""
    return any(
        wanted.test(figure) and (_named(wanted, figure) or _read(wanted, figure)) for figure in figures
    )


def _named(wanted: Wanted, figure: Figure) -> bool:
    """Tell whether a single value is one of those that the figure names, as *500* in *more than 500*."""
    single = wanted.low if wanted.low == wanted.high else None
    return single is not None and any(_close(single, value) for value in figure.values)


def _read(wanted: Wanted, figure: Figure) -> bool:
    return any(_same(wanted, reading) for reading in figure.readings)


def _same(wanted: Wanted, reading: Reading) -> bool:
    return all(_close(a, b) for a, b in ((wanted.low, reading.low), (wanted.high, reading.high)))


def _close(one: Fraction | None, two: Fraction | None) -> bool:
    """Compare as the corpora round: to ten digits."""
    if one is None or two is None:
        return one is two
    return abs(one - two) <= abs(one) / 10**10


def _wrong(wanted: Wanted, all_wanted: Sequence[Wanted], text: str) -> Iterator[Fraction]:
    right = {end for one in all_wanted for end in (one.low, one.high)}
    value = wanted.low if wanted.low is not None else wanted.high
    if value is None:
        return
    digits = str(value.numerator)
    changed = Fraction(int(digits[:-1] + str((int(digits[-1]) + 3) % 10)), value.denominator)
    for other in dict.fromkeys((changed, value * 10, value + 1, value - 1, -value)):
        if other not in right and not _written(other, text):
            yield other


def _written(value: Fraction, text: str) -> bool:
    """Tell whether the digits of ``value`` stand in the text on their own account."""
    bare = "".join(text.split()).replace(",", "").replace(".", "")
    return str(abs(value.numerator)) in bare


def _accepted(value: Fraction, unit: str | None, figures: Sequence[Figure], language: str) -> bool:
    result = check(Range(value, value, str(value)), unit, figures, tuple, language=language)
    return result.outcome is Outcome.FOUND and not result.units_differ


def _number(text: str | None, language: str) -> Fraction | None:
    """Read a number as the corpora write their answers."""
    if not text or text == "null":
        return None
    if language in {"de", "fr", "es", "pt", "it", "nl", "sv", "tr"} and "," in text:
        text = text.replace(",", ".")
    try:
        return Fraction(text)
    except ValueError:
        return None


def _single(kind: Kind | None, unit: str | None = None) -> Callable[[dict[str, Any]], Wanted | None]:
    def parse(one: dict[str, Any]) -> Wanted | None:
        value = _number((one.get("value") or "").removesuffix("%"), one["language"])
        if value is None:
            return None
        return Wanted(value, value, unit, lambda figure: kind is None or figure.kind is kind)

    return parse


def _ends(one: dict[str, Any]) -> Wanted | None:
    low, _, high = (one.get("value") or "").strip("[]()").partition(",")
    ends = _number(low, "en"), _number(high, "en")
    return Wanted(*ends) if any(end is not None for end in ends) else None


MODELS: dict[str, tuple[float, Callable[[dict[str, Any]], Wanted | None]]] = {
    "PercentModel": (90, _single(Kind.PERCENT, "percent")),
    "NumberRangeModel": (93, _ends),
    "CurrencyModel": (90, _single(Kind.CURRENCY)),
    "DimensionModel": (94, _single(None)),
    "AgeModel": (90, _single(None)),
}
