"""The tables of one language as they are shipped, put in the form that :mod:`~site_builder.figures.habits` indexes.

Two tables make up a language: ``units/`` comes from CLDR (``bench/tables/units.py``), ``grammar/`` is written by
hand and holds what CLDR does not: bounds, ranges, rates, everyday names. ``common.json`` holds signs and symbols of
every language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any, NamedTuple

from site_builder.figures.folding import fold
from site_builder.figures.phrases import Phrases, expand
from site_builder.model.figure import Bound, Kind

UNSPACED = frozenset({"ja", "zh", "yue", "th", "lo", "km", "my"})
"""Languages whose phrases stand without spaces; the tables may have them for the reader's sake."""


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
        self.endings = int(own.get("endings", 3))

    def folded(self, pattern: str) -> Iterator[str]:
        """Yield the phrases of a pattern, folded as texts are."""
        whole = fold(pattern, self.name, False)[0]
        for phrase in expand(whole.replace(" ", "") if self.name in UNSPACED else whole):
            yield phrase.strip(" \u200e\u200f")

    def words(self, key: str) -> list[str]:
        """Return the phrases of a hand-written key."""
        return [word for word in self.folded(self.own.get(key, "")) if word]

    def flags(self, *keys: str) -> Phrases[bool]:
        """Return the phrases of some keys, with no meaning but to be there."""
        return Phrases({word: True for key in keys for word in self.words(key)})

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
        phrases = (phrase for key in keys for phrase in self.words(key))
        return {word for phrase in phrases for word in phrase.replace("#", " ").split()}

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
                found |= dict.fromkeys(self.folded(forms), unit)
        return found

    def rates_before(self) -> dict[str, str]:
        """Return what makes a rate of the number behind it, with the unit of the rate."""
        rows = self.own.get("per_before", {}).items()
        return {w: unit for unit, forms in rows for w in self.folded(forms)}

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
            w: bound for key, bound in _BOUNDS.items() for w in self.folded(table.get(prefix + key, "")) if w
        }

    def joints(self) -> dict[str, tuple[Joint, ...]]:
        """Return the joints by what stands between the numbers; those with more words around come first."""
        found: dict[str, list[Joint]] = {}
        for key in ("between", "from"):
            for form in self.words(key):
                before, middle, after = (part.strip() for part in form.split("#"))
                found.setdefault(middle, []).append(
                    Joint((before,) if before else (), (after,) if after else (), key == "from")
                )
        for table in (self.own, self.common):
            for middle in self.folded(table.get("to", "")):
                found.setdefault(middle, []).append(Joint((), (), False))
        return {middle: tuple(sorted(rows, key=_brevity)) for middle, rows in found.items()}

    def months(self) -> dict[str, int]:
        """Return the names of months with their numbers."""
        rows = enumerate(self.cldr.get("months", ()), 1)
        return {w: number for number, forms in rows for w in self.folded(forms) if w}

    def weekdays(self) -> dict[str, bool]:
        """Return the names of the days of the week."""
        return {w: True for forms in self.cldr.get("weekdays", ()) for w in self.folded(forms) if w}

    def times(self) -> dict[str, bool]:
        """Return parts of the day and hours of the clock; false for what is also a night."""
        nights = set(self.words("night_words"))
        words = [*self.folded(self.cldr.get("periods", "")), *self.words("time_after")]
        return {word: word not in nights for word in words if len(word) > 1 or not word.isascii()}

    def labels(self) -> dict[str, Kind]:
        """Return the words that make a rank or a name of the number behind them."""
        found = dict.fromkeys(self.folded(self.common["names"]), Kind.CODE)
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


def _brevity(joint: Joint) -> int:
    return -sum(map(len, joint.before + joint.after))


def _shared_bounds(table: dict[str, Any], prefix: str) -> dict[str, Bound]:
    return {sign: bound for key, bound in _BOUNDS.items() for sign in expand(table.get(prefix + key, ""))}
