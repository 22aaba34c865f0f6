"""How a language writes what stands around numbers: units, money, bounds, ranges, months, times.

Two tables make up a language: ``units/`` comes from CLDR (``bench/tables/units.py``), ``grammar/`` is written by
hand and holds what CLDR does not: bounds, ranges, rates, everyday names. ``common.json`` holds signs and symbols of
every language. A table is read when its language is first asked for.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib import resources
from typing import Any, NamedTuple

from site_builder.figures.folding import fold
from site_builder.figures.phrases import Phrases, expand, is_unspaced
from site_builder.model.figure import Bound, Kind

DURATIONS = frozenset(
    "century decade year month week day night hour minute second millisecond microsecond nanosecond".split()
)
_UNSPACED = frozenset({"ja", "zh", "yue", "th", "lo", "km", "my"})
"""Languages whose phrases stand without spaces; the tables may have them for the reader's sake."""
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


@dataclass(frozen=True, slots=True)
class Habits:
    """The tables of one language, folded."""

    language: str
    units: Phrases[Unit]
    symbols: Phrases[Unit]
    parts: Phrases[Unit]
    """Names of coins and small parts, for what follows the larger unit: ``分`` is also a minute, *in* a word."""
    before: Phrases[Unit]
    """Signs, codes and words that stand before the number: ``$``, ``USD``, ``yüzde``."""
    codes: Phrases[Unit]
    """ISO 4217 codes, in capitals; the best known in small letters too."""
    circumfixes: Phrases[str]
    """What stands before a number whose unit is split around it: ``時速`` … ``キロメートル``; gives the unit of time."""
    rates: Phrases[str]
    """What follows a unit and makes it a rate: *per hour*, *seminggu*."""
    rates_before: Phrases[str]
    per: Phrases[bool]
    of: Phrases[bool]
    bounds: Phrases[Bound]
    bounds_after: Phrases[Bound]
    counters: Phrases[bool]
    joints: Mapping[str, tuple[Joint, ...]]
    ands: frozenset[str]
    old: Phrases[bool]
    aged: Phrases[bool]
    months: Phrases[int]
    month_words: Phrases[bool]
    day_words: Phrases[bool]
    date_links: Phrases[bool]
    year_words: Phrases[bool]
    year_before: Phrases[bool]
    year_after: Phrases[bool]
    times: Phrases[bool]
    """Parts of the day and *o'clock*; false where the word is also a night spent."""
    times_before: Phrases[bool]
    labels: Phrases[Kind]
    ordinal_prefixes: frozenset[str]
    nouns_are_capital: bool
    unspaced: bool


def _read(folder: str, name: str) -> dict[str, Any]:
    path = resources.files("site_builder.figures").joinpath(folder, f"{name}.json")
    table: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return table


def primary(language: str) -> str:
    """Return the primary subtag of a BCP 47 code; Norwegian and Filipino go by one name each."""
    subtag = language.partition("-")[0].lower()
    return {"nb": "no", "nn": "no", "tl": "fil", "iw": "he", "in": "id"}.get(subtag, subtag)


@functools.lru_cache(maxsize=64)
def habits(language: str) -> Habits:
    """Return the tables for a BCP 47 code; signs and symbols alone where the language is unknown."""
    name = primary(language)
    return _Tables(name, _read(".", "common"), _read("units", name), _read("grammar", name)).build()


def has_habits(language: str) -> bool:
    """Tell whether units of the language are known."""
    return resources.files("site_builder.figures").joinpath("units", f"{primary(language)}.json").is_file()


class _Tables:
    """The raw tables of one language on their way into :class:`Habits`."""

    def __init__(self, name: str, common: dict[str, Any], cldr: dict[str, Any], own: dict[str, Any]) -> None:
        self.name, self.common, self.cldr, self.own = name, common, cldr, own
        self.weak = set(self.words("weak"))
        self.endings = int(own.get("endings", 2))

    def fold(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            folded = fold(word, self.name, False)[0].strip(" \u200e\u200f")
            yield folded.replace(" ", "") if self.name in _UNSPACED else folded

    def words(self, key: str) -> list[str]:
        return [w for w in self.fold(expand(self.own.get(key, ""))) if w]

    def flags(self, *keys: str) -> Phrases[bool]:
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
        yield from ((w, Unit(Kind.PERCENT, "percent", Fraction(10))) for w in expand(self.own.get("tenths", "")))

    def _sections(self, table: dict[str, Any], key: str, kind: Kind | None) -> Iterator[tuple[str, Unit]]:
        for unit, forms in table.get(key, {}).items():
            for form in expand(forms):
                yield form, Unit(kind or _kind(unit), unit.strip())

    def units(self) -> dict[str, Unit]:
        table: dict[str, Unit] = {}
        for form, unit in self.named():
            folded = next(self.fold([form]))
            if folded and folded not in self.weak and not _is_symbol(form):
                table[folded] = unit
        return table

    def symbols(self) -> dict[str, Unit]:
        doubtful = self.weak | {word for word in self.little_words() if len(word) < _SYMBOL}
        table = {w: u for w, u in self.named() if _is_symbol(w) and next(self.fold([w])) not in doubtful}
        shared = {w: u for w, u in self._sections(self.common, "symbols", None) if w not in table}
        return {**table, **shared, **self.codes()}

    def little_words(self) -> set[str]:
        """Return the words that make up the language's bounds, ranges and rates: ``in`` and ``al`` are no units."""
        keys = ("about", "more", "less", "least", "most", "between", "from", "to", "and", "per", "of", "year_before")
        return {word for key in keys for phrase in self.words(key) for word in phrase.replace("#", " ").split()}

    def codes(self) -> dict[str, Unit]:
        codes = {code: Unit(Kind.CURRENCY, code) for code in self.common["codes"].split()}
        everyday = {code.lower(): codes[code] for code in self.common["everyday_codes"].split()}
        return codes | everyday

    def signs(self) -> dict[str, Unit]:
        table: dict[str, Unit] = {}
        for source in (self.common, self.cldr, self.own):
            for form, unit in self._sections(source, "signs", Kind.CURRENCY):
                table[next(self.fold([form]))] = unit
        return {form: unit for form, unit in table.items() if form}

    def parts(self) -> dict[str, Unit]:
        coins = self._sections(self.own, "subunits", Kind.CURRENCY)
        return {next(self.fold([w])): u for w, u in (*coins, *self._sections(self.common, "parts", None))}

    def prefixes(self) -> dict[str, Unit]:
        table = {w: u for w, u in self._sections(self.cldr, "before", None)}
        folded = {next(self.fold([w])): u for w, u in table.items()}
        folded |= {word: Unit(Kind.PERCENT, "percent") for word in self.words("percent_before")}
        folded |= {word: Unit(Kind.PERCENT, "percent", Fraction(1, 10)) for word in self.words("permille_before")}
        folded |= {word: Unit(Kind.PERCENT, "percent", Fraction(1, 100)) for word in self.words("permyriad_before")}
        signs = {sign: unit for sign, unit in self.signs().items() if not is_unspaced(sign[0])}
        return folded | signs

    def circumfixes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for unit, forms in self.cldr.get("around", {}).items():
            if "-per-" in unit:
                found |= {form.partition("…")[0]: unit.partition("-per-")[2] for form in expand(forms)}
        return found

    def rates(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for source, key in ((self.cldr, "per"), (self.own, "per_units")):
            for unit, forms in source.get(key, {}).items():
                found |= dict.fromkeys(self.fold(expand(forms)), unit)
        return found

    def rates_before(self) -> dict[str, str]:
        rows = self.own.get("per_before", {}).items()
        return {w: unit for unit, forms in rows for w in self.fold(expand(forms))}

    def bounds(self) -> dict[str, Bound]:
        found = self._bounds(self.own, "")
        plain = {"least": "or_equal", "most": "or_equal"}
        for stronger, weaker in (("least", Bound.MORE_THAN), ("most", Bound.LESS_THAN)):
            tails = self.words(plain[stronger])
            target = Bound.AT_LEAST if stronger == "least" else Bound.AT_MOST
            found |= {f"{w} {t}": target for w, b in list(found.items()) if b is weaker for t in tails}
        return found | _shared_bounds(self.common, "")

    def bounds_after(self) -> dict[str, Bound]:
        return self._bounds(self.own, "after_") | _shared_bounds(self.common, "after_")

    def _bounds(self, table: dict[str, Any], prefix: str) -> dict[str, Bound]:
        return {w: bound for key, bound in _BOUNDS.items() for w in self.fold(expand(table.get(prefix + key, ""))) if w}

    def joints(self) -> dict[str, tuple[Joint, ...]]:
        """Return the joints by what stands between the numbers; those with more words around come first."""
        found: dict[str, list[Joint]] = {}
        for key in ("between", "from"):
            for form in expand(self.own.get(key, "")):
                before, middle, after = (next(self.fold([part])) for part in form.split("#"))
                found.setdefault(middle, []).append(Joint((before,) if before else (), (after,) if after else (), key == "from"))
        for table in (self.own, self.common):
            for middle in self.fold(expand(table.get("to", ""))):
                found.setdefault(middle, []).append(Joint((), (), False))
        size = lambda joint: -sum(map(len, joint.before + joint.after))  # noqa: E731
        return {middle: tuple(sorted(rows, key=size)) for middle, rows in found.items()}

    def months(self) -> dict[str, int]:
        rows = enumerate(self.cldr.get("months", ()), 1)
        return {w: number for number, forms in rows for w in self.fold(expand(forms)) if w}

    def times(self) -> dict[str, bool]:
        nights = set(self.words("night_words"))
        words = [*self.fold(expand(self.cldr.get("periods", ""))), *self.words("time_after")]
        return {word: word not in nights for word in words if len(word) > 1 or not word.isascii()}

    def labels(self) -> dict[str, Kind]:
        found = dict.fromkeys(self.fold(expand(self.common["names"])), Kind.CODE)
        return found | dict.fromkeys(self.words("labels"), Kind.ORDINAL) | {"#": Kind.ORDINAL, "№": Kind.ORDINAL}

    def build(self) -> Habits:
        """Index everything."""
        return Habits(
            language=self.name,
            units=Phrases(self.units() | self.signs(), self.endings),
            symbols=Phrases(self.symbols()),
            parts=Phrases(self.parts()),
            before=Phrases(self.prefixes()),
            codes=Phrases(self.codes()),
            circumfixes=Phrases(self.circumfixes()),
            rates=Phrases(self.rates(), self.endings),
            rates_before=Phrases(self.rates_before()),
            per=self.flags("per"),
            of=self.flags("of"),
            bounds=Phrases(self.bounds()),
            bounds_after=Phrases(self.bounds_after(), self.endings),
            counters=self.flags("counters"),
            joints=self.joints(),
            ands=frozenset([*self.words("and"), *expand(self.common["and"]), ""]),
            old=self.flags("old"),
            aged=self.flags("aged"),
            months=Phrases(self.months()),
            month_words=self.flags("month_word"),
            day_words=self.flags("day_word"),
            date_links=self.flags("date_of"),
            year_words=self.flags("year_word"),
            year_before=self.flags("year_before", "year_word"),
            year_after=self.flags("year_after"),
            times=Phrases(self.times()),
            times_before=self.flags("time_before"),
            labels=Phrases(self.labels()),
            ordinal_prefixes=frozenset(self.words("ordinal_prefix")),
            nouns_are_capital=self.name in {"de", "lb", "nds"},
            unspaced=self.name in _UNSPACED,
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


def _kind(unit: str) -> Kind:
    if unit in {"percent", "permille", "percentage-point"}:
        return Kind.PERCENT
    return Kind.DURATION if unit in DURATIONS else Kind.MEASURE


def _is_symbol(form: str) -> bool:
    """Tell whether case and shape matter: short forms in a script with case."""
    return len(form) <= _SYMBOL and form.lower() != form.upper()
