"""The names, signs and codes of units and money in one language, and what each means."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from site_builder.figures.phrases import expand, is_unspaced
from site_builder.figures.tables import Tables
from site_builder.model.figure import Kind

DURATIONS = frozenset(
    {
        *("century", "decade", "year", "month", "week", "day", "night", "hour", "minute", "second"),
        *("millisecond", "microsecond", "nanosecond"),
    }
)
_STEM = 5
"""Letters of the shortest stem that takes endings."""
_SYMBOL = 3
"""Names up to this many letters are told apart by case: ``Mb`` is no ``MB``."""


ONE = Fraction(1)


class Unit(NamedTuple):
    """What a name or sign beside a number means. ``factor`` turns the number into the unit: 10 for ``割``."""

    kind: Kind
    id: str
    factor: Fraction = ONE


class Name(NamedTuple):
    """A name as written, as folded, and what it means."""

    form: str
    folded: str
    unit: Unit

    @property
    def is_symbol(self) -> bool:
        """Tell whether case and shape matter: a short form in a script with case."""
        return len(self.form) <= _SYMBOL and self.form.lower() != self.form.upper()


_PERCENT = Unit(Kind.PERCENT, "percent")
_POINT = Unit(Kind.PERCENT, "percentage-point")
_TENTH = Unit(Kind.PERCENT, "percent", Fraction(10))


class Names:
    """The names of one language's units, the weightiest last: a later one takes a name from an earlier one."""

    def __init__(self, tables: Tables) -> None:
        """Collect the names from the tables of a language."""
        self.tables = tables
        self.weak = set(tables.words("weak"))
        self.measured = [*self._sections(tables.cldr, "after", None)]
        self.money = [*self._sections(tables.own, "money", Kind.CURRENCY)]
        self.heads = [*self._sections(tables.cldr, "heads", Kind.CURRENCY)]
        self.all = [*self.heads, *self._rest()]

    def _rest(self) -> Iterator[Name]:
        cldr, own, common = self.tables.cldr, self.tables.own, self.tables.common
        yield from self._sections(cldr, "money", Kind.CURRENCY)
        yield from self._sections(cldr, "signs", Kind.CURRENCY)
        yield from self.measured
        yield from self._sections(own, "subunits", Kind.CURRENCY)
        yield from self.money
        yield from self._sections(own, "units", None)
        yield from self._sections(own, "age_unit", Kind.AGE)
        for pattern, unit in (
            (common["percent"], _PERCENT),
            (own.get("percent", ""), _PERCENT),
            (common["percentage_point"], _POINT),
            (own.get("points", ""), _POINT),
            (own.get("tenths", ""), _TENTH),
        ):
            yield from self._named(pattern, unit)

    def _sections(self, table: dict[str, Any], key: str, kind: Kind | None) -> Iterator[Name]:
        for unit, forms in table.get(key, {}).items():
            yield from self._named(forms, Unit(kind or _kind(unit), unit))

    def _named(self, pattern: str, unit: Unit) -> Iterator[Name]:
        for form, folded in zip(expand(pattern), self.tables.folded(pattern), strict=True):
            yield Name(form, folded, unit)

    def units(self) -> dict[str, Unit]:
        """Return the names of units, folded."""
        names = (name for name in self.all if name.folded not in self.weak and not name.is_symbol)
        table = {name.folded: name.unit for name in names if name.folded}
        return {**self._stems(), **table} if self.tables.endings else table

    def _stems(self) -> dict[str, Unit]:
        """Return what all forms of a unit's name begin with, where that is long enough to carry an ending."""
        forms: dict[Unit, list[str]] = {}
        for name in self.measured:
            if name.form.isalpha() and not name.is_symbol:
                forms.setdefault(name.unit, []).append(name.folded)
        found = {_shared_start(names): unit for unit, names in forms.items() if len(names) > 1}
        return {stem: unit for stem, unit in found.items() if len(stem) >= _STEM and stem not in self.weak}

    def homonyms(self) -> dict[str, Unit]:
        """Return the names of money that are also names of measures, such as the pound, as money."""
        taken = {name.folded for name in self.all if name.unit.kind is Kind.MEASURE}
        return {name.folded: name.unit for name in (*self.heads, *self.money) if name.folded in taken}

    def symbols(self) -> dict[str, Unit]:
        """Return the short names of units, as written."""
        doubtful = self.weak | {word for word in self.tables.little_words() if len(word) < _SYMBOL}
        table = {name.form: name.unit for name in self.all if name.is_symbol and name.folded not in doubtful}
        shared = {name.form: name.unit for name in self._sections(self.tables.common, "symbols", None)}
        return {**shared, **table, **self.codes()}

    def codes(self) -> dict[str, Unit]:
        """Return the codes of currencies, as written."""
        codes = {code: Unit(Kind.CURRENCY, code) for code in self.tables.common["codes"].split()}
        return codes | {code.lower(): codes[code] for code in self.tables.common["everyday_codes"].split()}

    def signs(self) -> dict[str, Unit]:
        """Return the signs of currencies, folded; those of every language stand above those of CLDR's regions."""
        sources = (self.tables.cldr, self.tables.common, self.tables.own)
        names = (name for source in sources for name in self._sections(source, "signs", Kind.CURRENCY))
        return {name.folded: name.unit for name in names if name.folded}

    def parts(self) -> dict[str, Unit]:
        """Return the names of what completes a larger unit, folded."""
        coins = self._sections(self.tables.own, "subunits", Kind.CURRENCY)
        small = self._sections(self.tables.common, "parts", None)
        return {name.folded: name.unit for name in (*coins, *small)}

    def prefixes(self) -> dict[str, Unit]:
        """Return what makes a unit of the number behind it, folded."""
        found = {name.folded: name.unit for name in self._sections(self.tables.cldr, "before", None)}
        for key, share in (("percent_before", 1), ("permille_before", 10), ("permyriad_before", 100)):
            found |= dict.fromkeys(self.tables.words(key), Unit(Kind.PERCENT, "percent", Fraction(1, share)))
        return found | {sign: unit for sign, unit in self.signs().items() if not is_unspaced(sign[0])}


def _shared_start(names: list[str]) -> str:
    """Return what all names begin with: the first and the last in order tell."""
    first, last = min(names), max(names)
    length = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[:length]


def _kind(unit: str) -> Kind:
    if unit in {"percent", "permille", "percentage-point"}:
        return Kind.PERCENT
    return Kind.DURATION if unit in DURATIONS else Kind.MEASURE
