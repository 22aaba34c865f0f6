"""How a language writes what stands around numbers: units, money, bounds, ranges, months, times.

A language is read from its tables when it is first asked for.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources

from site_builder.figures.names import Names, Unit
from site_builder.figures.phrases import Longest, Phrases
from site_builder.figures.tables import UNSPACED, Joint, Tables, read_table
from site_builder.frozen import frozen
from site_builder.model.figure import Bound, Kind


@frozen
class Habits:
    """The tables of one language, folded."""

    language: str
    units: Phrases[Unit]
    symbols: Phrases[Unit]
    measures: Longest[Unit]
    """Both: the longer of a unit's name and symbol."""
    homonyms: Phrases[Unit]
    """Money whose name is also a measure's: what *millions of pounds* are."""
    parts: Phrases[Unit]
    """Names of coins and small parts that follow a larger unit: ``分`` is also a minute, *in* a word."""
    before: Phrases[Unit]
    """Signs, codes and words that stand before the number: ``$``, ``USD``, ``yüzde``."""
    codes: Phrases[Unit]
    """ISO 4217 codes, in capitals; the best known in small letters too."""
    circumfixes: Phrases[str]
    """What stands before a number whose unit is split around it, with the unit of time: ``時速`` … ``キロ``."""
    rates: Phrases[str]
    """What follows a unit and makes it a rate: *per hour*, *seminggu*."""
    rates_before: Phrases[str]
    per: Phrases[bool]
    of: Phrases[bool]
    bounds: Phrases[Bound]
    bounds_after: Phrases[Bound]
    half: Phrases[bool]
    """What adds half of the unit before it: *rưỡi*, *半*."""
    million: frozenset[str]
    """Letters right behind digits that mean millions unless a word of ``dimension`` follows: *1.5m people*."""
    dimension: Phrases[bool]
    counters: Phrases[bool]
    joints: Mapping[str, tuple[Joint, ...]]
    ands: frozenset[str]
    over: Phrases[bool]
    """Between numerator and denominator; ``point``: between whole number and decimals."""
    point: Phrases[bool]
    denominator: tuple[str, ...]
    """What makes a denominator of the number it ends or follows: *veintiunavos*, *vinte e um avos*."""
    old: Phrases[bool]
    aged: Phrases[bool]
    months: Phrases[int]
    weekdays: Phrases[bool]
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


_LONGEST_SUBTAG = 8
_SAME = {
    "nb": "no",
    "nn": "no",
    "tl": "fil",
    "iw": "he",
    "in": "id",
    "sh": "sr",
    "mo": "ro",
    "cmn": "zh",
    "zsm": "ms",
    "pes": "fa",
}


def primary(language: str) -> str:
    """Return the primary subtag of a BCP 47 code; Norwegian and Filipino go by one name each.

    What is no such code is ``und``: no table has that name.
    """
    subtag = language.replace("_", "-").partition("-")[0].lower()
    if not (subtag.isascii() and subtag.isalpha() and len(subtag) <= _LONGEST_SUBTAG):
        return "und"
    return _SAME.get(subtag, subtag)


@functools.lru_cache(maxsize=64)
def habits(language: str) -> Habits:
    """Return the tables for a BCP 47 code; signs and symbols alone where the language is unknown."""
    name = primary(language)
    return _build(
        Tables(name, read_table(".", "common"), read_table("units", name), read_table("grammar", name))
    )


@functools.cache
def has_habits(language: str) -> bool:
    """Tell whether units of the language are known."""
    return resources.files("site_builder.figures").joinpath("units", f"{primary(language)}.json").is_file()


def _build(tables: Tables) -> Habits:
    names = Names(tables)
    units, symbols = Phrases(names.units() | names.signs(), tables.endings), Phrases(names.symbols())
    return Habits(
        language=tables.name,
        units=units,
        symbols=symbols,
        measures=Longest(symbols, units),
        homonyms=Phrases(names.homonyms(), tables.endings),
        parts=Phrases(names.parts()),
        before=Phrases(names.prefixes()),
        codes=Phrases(names.codes()),
        circumfixes=Phrases(tables.circumfixes()),
        rates=Phrases(tables.rates(), tables.endings),
        rates_before=Phrases(tables.rates_before()),
        per=tables.flags("per"),
        of=tables.flags("of"),
        bounds=Phrases(tables.bounds(), prefixes=tuple(tables.words("prefixes"))),
        bounds_after=Phrases(tables.bounds_after(), tables.endings),
        half=tables.flags("half"),
        million=frozenset(tables.words("million")),
        dimension=tables.flags("dimension"),
        counters=tables.flags("counters"),
        joints=tables.joints(),
        ands=frozenset([*tables.words("and"), ""]),
        over=tables.flags("over"),
        point=tables.flags("point"),
        denominator=tuple(tables.words("denominator")),
        old=tables.flags("old"),
        aged=tables.flags("aged"),
        months=Phrases(tables.months()),
        weekdays=Phrases(tables.weekdays()),
        month_words=tables.flags("month_word"),
        day_words=tables.flags("day_word"),
        date_links=tables.flags("date_of"),
        year_words=tables.flags("year_word"),
        year_before=tables.flags("year_before", "year_word"),
        year_after=tables.flags("year_after"),
        times=Phrases(tables.times()),
        times_before=tables.flags("time_before"),
        labels=Phrases(tables.labels()),
        ordinal_prefixes=frozenset(tables.words("ordinal_prefix")),
        nouns_are_capital=tables.name in {"de", "lb", "nds"},
        unspaced=tables.name in UNSPACED,
    )
