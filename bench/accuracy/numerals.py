"""How well numerals are read: duckling's Numeral corpora and the NumberModel of Recognizers-Text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from bench.accuracy.row import Row
from site_builder.figures.numerals import Numeral, scan

DUCKLING_BAR = {"id": 96.0, "vi": 96.0, "en": 96.0}
MEAN_BAR = 93.0
INTEGER_BAR = 85.0
WRONG_BAR = 0.3
_CLOSE = Fraction(1, 10**9)


def measure(corpora: Path) -> list[Row]:
    """Return one row per corpus, language and measure; values are percentages."""
    return [*_duckling(corpora), *_integers(corpora)]


def _items(corpora: Path, pattern: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for path in sorted((corpora / "numbers").glob(pattern)):
        document = json.loads(path.read_text("utf-8"))
        yield document["language"], next(value for value in document.values() if isinstance(value, list))


def _duckling(corpora: Path) -> Iterator[Row]:
    shares = []
    for language, items in _items(corpora, "duckling.*.json"):
        right = sum(not misses for misses in (duckling_miss(item, language) for item in items))
        shares.append(100 * right / len(items))
        yield Row("duckling Numeral", language, "read", shares[-1], DUCKLING_BAR.get(language), len(items))
    if shares:
        yield Row("duckling Numeral", "mean", "read", sum(shares) / len(shares), MEAN_BAR, len(shares))


def duckling_miss(item: dict[str, Any], language: str) -> bool:
    """Tell whether the longest number read in an item's text is not the one expected."""
    found = scan(item["text"], language)
    longest = max(found, key=lambda numeral: numeral.span.end - numeral.span.start, default=None)
    return not longest or not has(longest, value_of(item["expected"]["value"]))


def _integers(corpora: Path) -> Iterator[Row]:
    totals = [0, 0, 0, 0]
    for language, items in _items(corpora, "recognizers.NumberModel.*.json"):
        sums = [0, 0, 0, 0]
        for item in items:
            for place, count in enumerate(integer_counts(item, language)):
                sums[place] += count
        totals = [total + more for total, more in zip(totals, sums, strict=True)]
        yield from _integer_rows(language, sums)
    if totals[1]:
        yield from _integer_rows("all", totals)


def _integer_rows(language: str, sums: list[int]) -> Iterator[Row]:
    found, wanted, accepted, wrong = sums
    bars = (INTEGER_BAR, WRONG_BAR) if language == "all" else (None, None)
    corpus = "recognizers integers"
    yield Row(corpus, language, "found", 100 * found / max(wanted, 1), bars[0], wanted)
    yield Row(corpus, language, "wrong accepted", 100 * accepted / max(wrong, 1), bars[1], wrong)


def integer_counts(item: dict[str, Any], language: str) -> tuple[int, int, int, int]:
    """Return found, wanted, wrong values accepted and wrong values tried for one sentence."""
    numerals = scan(item["text"], language)
    wanted = [value for value in map(_value, item["expected"]) if value is not None]
    whole = [value for value in wanted if value.denominator == 1]
    tried = [other for value in whole for other in wrong_values(value) if other not in wanted]
    return (
        sum(_holds(numerals, value) for value in whole),
        len(whole),
        sum(_holds(numerals, other) for other in tried),
        len(tried),
    )


def wrong_values(value: Fraction) -> list[Fraction]:
    """Return values near ``value`` that are not it: one digit changed, a nought more, one more, one less."""
    digits = str(abs(value.numerator))
    changed = [
        int(digits[:at] + str((int(digit) + 1) % 10) + digits[at + 1 :]) for at, digit in enumerate(digits)
    ]
    return list(dict.fromkeys(map(Fraction, (*changed, value * 10, value + 1, value - 1))))


def _value(expected: dict[str, Any]) -> Fraction | None:
    if expected.get("subtype", "integer") not in {"integer", ""} or not expected.get("value"):
        return None
    return value_of(expected["value"])


def value_of(written: Any) -> Fraction:
    """Return the exact value of a corpus's number, which may have a decimal comma or an exponent."""
    return Fraction(str(written).replace(",", "."))


def has(numeral: Numeral, value: Fraction) -> bool:
    """Tell whether one of the readings is ``value``, as nearly as the corpora write fractions."""
    slack = _CLOSE * max(1, abs(value)) if value.denominator > 1 else 0
    return any(abs(reading - value) <= slack for reading in numeral.readings)


def _holds(numerals: Iterable[Numeral], value: Fraction) -> bool:
    return any(has(numeral, value) for numeral in numerals)
