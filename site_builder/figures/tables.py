"""The tables of one language as they are shipped, put in the form that :mod:`~site_builder.figures.habits` indexes.

Two tables make up a language: ``units/`` comes from CLDR (``bench/tables/units.py``), ``grammar/`` is written by
hand and holds what CLDR does not: bounds, ranges, rates, everyday names. ``common.json`` holds signs and symbols of
every language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from importlib import resources
from typing import Any, NamedTuple

from site_builder.figures.folding import fold
from site_builder.figures.phrases import Phrases, expand, is_unspaced
from site_builder.model.figure import Bound, Kind

DURATIONS = frozenset(
    {
        *("century", "decade", "year", "month", "week", "day", "night", "hour", "minute", "second"),
        *("millisecond", "microsecond", "nanosecond"),
    }
)
UNSPACED = frozenset({"ja", "zh", "yue", "th", "lo", "km", "my"})
"""Languages whose phrases stand without spaces; the tables may have them for the reader's sake."""
_STEM = 5
"""Letters of the shortest stem that takes endings."""
_SYMBOL = 3
"""Names up to this many letters are told apart by case: ``Mb`` is no ``MB``."""


class Unit(NamedTuple):
    """What a name or sign beside a number means. ``factor`` turns the number into the unit: 10 for ``割``."""

    kind: Kind
    id: str
    factor: Fraction = Fraction(1)


class Joint(NamedTuple):
    """What stands before, between (the key) and after two numbers that make a range.

    ``change`` tells that the words may also mean a change from one value to the other (*from 5 to 10*).
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    change: bool


def read_table(folder: str, name: str) -> dict[str, Any]:
    """Return a shipped table, or an empty one where there is none."""
    path = resources.files("site_builder.figures").joinpath(folder, f"{name}.json")
    table: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return table


class Tables:
    """The raw tables of one language: those of every language, those of CLDR, those written by hand."""

    def __init__(self, name: str, common: dict[str, Any], cldr: dict[str, Any], own: dict[str, Any]) -> None:
        """Keep the tables of the language ``name`` (a primary subtag)."""
        self.name, self.common, self.cldr, self.own = name, common, cldr, own
        self.weak = set(self.words("weak"))
        self.endings = int(own.get("endings", 3))

    def fold(self, words: Iterable[str]) -> Iterator[str]:
        """Return words folded as texts are."""
        for word in words:
            folded = fold(word, self.name, False)[0].strip(" \u200e\u200f")
            yield folded.replace(" ", "") if self.name in UNSPACED else folded

    def words(self, key: str) -> list[str]:
        """Return the phrases of a hand-written key."""
        return [w for w in self.fold(expand(self.own.get(key, ""))) if w]

    def flags(self, *keys: str) -> Phrases[bool]:
        """Return the phrases of some keys, with no meaning but to be there."""
        return Phrases({word: True for key in keys for word in self.words(key)})

    def named(self) -> Iterator[tuple[str, Unit]]:
        """Yield every name of a unit as written, the weightiest last."""
        yield from self._sections(self.cldr, "heads", Kind.CURRENCY)
        yield from self._sections(self.cldr, "money", Kind.CURRENCY)
        yield from self._sections(self.cldr, "signs", Kind.CURRENCY)
        yield from self._sections(self.cldr, "after", None)
        yield from self._sections(self.own, "subunits", Kind.CURRENCY)
        yield from self._sections(self.own, "money", Kind.CURRENCY)
        yield from self._sections(self.own, "units", None)
        yield from self._sections(self.own, "age_unit", Kind.AGE)
        for table, key in ((self.common, "percent"), (self.own, "percent")):
            yield from ((w, Unit(Kind.PERCENT, "percent")) for w in expand(table.get(key, "")))
        for table, key in ((self.common, "percentage_point"), (self.own, "points")):
            yield from ((w, Unit(Kind.PERCENT, "percentage-point")) for w in expand(table.get(key, "")))
        yield from (
            (w, Unit(Kind.PERCENT, "percent", Fraction(10))) for w in expand(self.own.get("tenths", ""))
        )

    def _sections(self, table: dict[str, Any], key: str, kind: Kind | None) -> Iterator[tuple[str, Unit]]:
        for unit, forms in table.get(key, {}).items():
            for form in expand(forms):
                yield form, Unit(kind or _kind(unit), unit.strip())

    def units(self) -> dict[str, Unit]:
        """Return the names of units, folded."""
        table: dict[str, Unit] = {}
        for form, unit in self.named():
            folded = next(self.fold([form]))
            if folded and folded not in self.weak and not _is_symbol(form):
                table[folded] = unit
        return {**self.stems(), **table} if self.endings else table

    def homonyms(self) -> dict[str, Unit]:
        """Return the names of money that are also names of measures, such as the pound, as money."""
        money = {
            **dict(self._sections(self.cldr, "heads", Kind.CURRENCY)),
            **dict(self._sections(self.own, "money", Kind.CURRENCY)),
        }
        measured = self.units()
        folded = {next(self.fold([form])): unit for form, unit in money.items()}
        return {
            name: unit
            for name, unit in folded.items()
            if name in measured and measured[name].kind is Kind.MEASURE
        }

    def stems(self) -> dict[str, Unit]:
        """Return what all forms of a unit's name begin with, where that is long enough to carry an ending."""
        forms: dict[Unit, list[str]] = {}
        for form, unit in self._sections(self.cldr, "after", None):
            if form.isalpha() and not _is_symbol(form):
                forms.setdefault(unit, []).append(next(self.fold([form])))
        found = {_shared_start(names): unit for unit, names in forms.items() if len(names) > 1}
        return {stem: unit for stem, unit in found.items() if len(stem) >= _STEM and stem not in self.weak}

    def symbols(self) -> dict[str, Unit]:
        """Return the short names of units, as written."""
        doubtful = self.weak | {word for word in self.little_words() if len(word) < _SYMBOL}
        table = {w: u for w, u in self.named() if _is_symbol(w) and next(self.fold([w])) not in doubtful}
        shared = {w: u for w, u in self._sections(self.common, "symbols", None) if w not in table}
        return {**table, **shared, **self.codes()}

    def little_words(self) -> set[str]:
        """Return the words that make up the language's bounds, ranges and rates: ``in`` and ``al`` are no units."""
        keys = (
            "about",
            "more",
            "less",
            "least",
            "most",
            "between",
            "from",
            "to",
            "and",
            "per",
            "of",
            "year_before",
        )
        return {
            word for key in keys for phrase in self.words(key) for word in phrase.replace("#", " ").split()
        }

    def codes(self) -> dict[str, Unit]:
        """Return the codes of currencies, as written."""
        codes = {code: Unit(Kind.CURRENCY, code) for code in self.common["codes"].split()}
        everyday = {code.lower(): codes[code] for code in self.common["everyday_codes"].split()}
        return codes | everyday

    def signs(self) -> dict[str, Unit]:
        """Return the signs of currencies, folded."""
        table: dict[str, Unit] = {}
        for source in (self.cldr, self.common, self.own):
            for form, unit in self._sections(source, "signs", Kind.CURRENCY):
                table[next(self.fold([form]))] = unit
        return {form: unit for form, unit in table.items() if form}

    def parts(self) -> dict[str, Unit]:
        """Return the names of what completes a larger unit, folded."""
        coins = self._sections(self.own, "subunits", Kind.CURRENCY)
        return {next(self.fold([w])): u for w, u in (*coins, *self._sections(self.common, "parts", None))}

    def prefixes(self) -> dict[str, Unit]:
        """Return what makes a unit of the number behind it, folded."""
        folded = {next(self.fold([w])): u for w, u in self._sections(self.cldr, "before", None)}
        folded |= {word: Unit(Kind.PERCENT, "percent") for word in self.words("percent_before")}
        folded |= {
            word: Unit(Kind.PERCENT, "percent", Fraction(1, 10)) for word in self.words("permille_before")
        }
        folded |= {
            word: Unit(Kind.PERCENT, "percent", Fraction(1, 100)) for word in self.words("permyriad_before")
        }
        signs = {sign: unit for sign, unit in self.signs().items() if not is_unspaced(sign[0])}
        return folded | signs

    def circumfixes(self) -> dict[str, str]:
        """Return what stands before a number whose unit stands on both sides, with the unit of the rate."""
        found: dict[str, str] = {}
        for unit, forms in self.cldr.get("around", {}).items():
            if "-per-" in unit:
                found |= {form.partition("…")[0]: unit.partition("-per-")[2] for form in expand(forms)}
        return found

    def rates(self) -> dict[str, str]:
        """Return what makes a rate of the unit before it, with the unit of the rate."""
        found: dict[str, str] = {}
        for source, key in ((self.cldr, "per"), (self.own, "per_units")):
            for unit, forms in source.get(key, {}).items():
                found |= dict.fromkeys(self.fold(expand(forms)), unit)
        return found

    def rates_before(self) -> dict[str, str]:
        """Return what makes a rate of the number behind it, with the unit of the rate."""
        rows = self.own.get("per_before", {}).items()
        return {w: unit for unit, forms in rows for w in self.fold(expand(forms))}

    def bounds(self) -> dict[str, Bound]:
        """Return the words before a number that bound it."""
        found = self._bounds(self.own, "")
        plain = {"least": "or_equal", "most": "or_equal"}
        for stronger, weaker in (("least", Bound.MORE_THAN), ("most", Bound.LESS_THAN)):
            tails = self.words(plain[stronger])
            target = Bound.AT_LEAST if stronger == "least" else Bound.AT_MOST
            found |= {f"{w} {t}": target for w, b in list(found.items()) if b is weaker for t in tails}
        return found | _shared_bounds(self.common, "")

    def bounds_after(self) -> dict[str, Bound]:
        """Return the words after a number that bound it."""
        return self._bounds(self.own, "after_") | _shared_bounds(self.common, "after_")

    def _bounds(self, table: dict[str, Any], prefix: str) -> dict[str, Bound]:
        return {
            w: bound
            for key, bound in _BOUNDS.items()
            for w in self.fold(expand(table.get(prefix + key, "")))
            if w
        }

    def joints(self) -> dict[str, tuple[Joint, ...]]:
        """Return the joints by what stands between the numbers; those with more words around come first."""
        found: dict[str, list[Joint]] = {}
        for key in ("between", "from"):
            for form in expand(self.own.get(key, "")):
                before, middle, after = (next(self.fold([part])) for part in form.split("#"))
                found.setdefault(middle, []).append(
                    Joint((before,) if before else (), (after,) if after else (), key == "from")
                )
        for table in (self.own, self.common):
            for middle in self.fold(expand(table.get("to", ""))):
                found.setdefault(middle, []).append(Joint((), (), False))
        size = lambda joint: -sum(map(len, joint.before + joint.after))  # noqa: E731
        return {middle: tuple(sorted(rows, key=size)) for middle, rows in found.items()}

    def months(self) -> dict[str, int]:
        """Return the names of months with their numbers."""
        rows = enumerate(self.cldr.get("months", ()), 1)
        return {w: number for number, forms in rows for w in self.fold(expand(forms)) if w}

    def times(self) -> dict[str, bool]:
        """Return parts of the day and hours of the clock; false for what is also a night."""
        nights = set(self.words("night_words"))
        words = [*self.fold(expand(self.cldr.get("periods", ""))), *self.words("time_after")]
        return {word: word not in nights for word in words if len(word) > 1 or not word.isascii()}

    def labels(self) -> dict[str, Kind]:
        """Return the words that make a rank or a name of the number behind them."""
        found = dict.fromkeys(self.fold(expand(self.common["names"])), Kind.CODE)
        return (
            found | dict.fromkeys(self.words("labels"), Kind.ORDINAL) | {"#": Kind.ORDINAL, "№": Kind.ORDINAL}
        )


_BOUNDS = {
    "about": Bound.ABOUT,
    "nearly": Bound.NEARLY,
    "more": Bound.MORE_THAN,
    "less": Bound.LESS_THAN,
    "least": Bound.AT_LEAST,
    "most": Bound.AT_MOST,
}


def _shared_bounds(table: dict[str, Any], prefix: str) -> dict[str, Bound]:
    return {sign: bound for key, bound in _BOUNDS.items() for sign in expand(table.get(prefix + key, ""))}


def _shared_start(names: list[str]) -> str:
    """Return what all names begin with: the first and the last in order tell."""
    first, last = min(names), max(names)
    length = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[:length]


def _kind(unit: str) -> Kind:
    if unit in {"percent", "permille", "percentage-point"}:
        return Kind.PERCENT
    return Kind.DURATION if unit in DURATIONS else Kind.MEASURE


def _is_symbol(form: str) -> bool:
    """Tell whether case and shape matter: short forms in a script with case."""
    return len(form) <= _SYMBOL and form.lower() != form.upper()
