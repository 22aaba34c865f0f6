"""What each number word of a language does in a number, from that language's table in ``data/``.

The tables are made at development time (``bench/tables/numerals.py``) by reversing the spell-out rules of CLDR,
and read when a language is first asked for. A table holds the fewest words from which the reader of
:mod:`~site_builder.figures.spellout` understands everything that the rules spell.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from importlib import resources
from typing import Any

from site_builder.figures.folding import fold
from site_builder.figures.roles import Atom, Role, Table, entries
from site_builder.frozen import frozen

_SAME = {"tl": "fil", "iw": "he", "in": "id", "sh": "sr", "mo": "ro", "cmn": "zh", "zsm": "ms", "pes": "fa"}
"""Codes that CLDR replaces by others (``supplemental/aliases``)."""
_SHORT = {"k": (10**3,), "K": (10**3,), "M": (10**6,), "G": (10**9,)}
"""Compact forms of every language, unless its own mean something else."""
_SEPARATOR = re.compile(r"[ \-\u00a0\u200c]+")
DIGITS = re.compile(r"[\d.,٫½¼¾⅐-⅞↉](?:(?<![.,٫])|(?=\d))")
_NOTHING = re.compile("(?!)")
_START = 3
"""Letters of a word that tell whether it can begin a number: more cost more to compile than they save."""
_LEAST_SCALE = 1000
_WHOLE_WORD = 5
"""Letters; shorter compact forms are mostly abbreviations."""
_LONGEST_SUBTAG = 8
"""By BCP 47; what is longer names no language, nor any file."""


@dataclass(slots=True)
class Known:
    """What was found out about words of texts; see :mod:`~site_builder.figures.stretches`."""

    stretches: dict[str, Any] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    loud: set[str] = field(default_factory=set)
    scales: dict[str, Any] = field(default_factory=dict)
    numbers: dict[str, Any] = field(default_factory=dict)


@frozen
class Lexicon:
    """The number words of one language.

    ``atoms`` maps a folded word to its roles; a word of several pieces is entered under its pieces joined by
    single spaces, ``tails`` lists the pieces that may follow a first piece, and ``later`` has all of those. ``short``
    maps compact forms that only stand behind digits (``Mio.``) to their factor, or factors where writers disagree;
    ``folded_short`` has them in small letters. ``spaced`` tells that words are set apart by spaces; ``counters`` are
    the words that show that a single short word before them is a number, in
    scripts without spaces; ``followers`` may stand at the end of a number without a space.
    """

    language: str
    decimal: str = "."
    spaced: bool = True
    unmark: bool = False
    atoms: dict[str, tuple[Atom, ...]] = field(default_factory=dict)
    tails: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    later: tuple[str, ...] = ()
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    short: dict[str, tuple[int, ...]] = field(default_factory=dict)
    longest_short: int = 1
    folded_short: frozenset[str] = frozenset()
    dotted: tuple[str, ...] = ()
    after_ordinal: frozenset[str] = frozenset()
    habits: frozenset[str] = frozenset()
    starts: re.Pattern[str] = DIGITS
    heads: re.Pattern[str] = _NOTHING
    articles: frozenset[str] = frozenset()
    counters: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    free: str = ""
    counted: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    careful: Mapping[str, frozenset[str]] = field(default_factory=dict)
    part_followers: frozenset[str] = frozenset()
    pronouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    known: Known = field(default_factory=Known, compare=False, repr=False)


@functools.lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon:
    """Return the number words of ``language`` (BCP 47); none but digits where it has no table."""
    language = language.replace("_", "-")
    language = _SAME.get(language.partition("-")[0], language)
    name = language.partition("-")[0].lower()
    table = _data(name) if name.isascii() and name.isalpha() and len(name) <= _LONGEST_SUBTAG else {}
    mark = _data("regions").get(language.lower()) if "-" in language else None
    return build({**table, "decimal": mark} if mark else table, name)


@functools.cache
def before_digits() -> frozenset[str]:
    """Return what may stand right before digits though it ends in a letter: ``Rp``, ``USD``."""
    return frozenset(_data("before digits"))


def _data(name: str) -> Any:
    table = resources.files(__package__).joinpath("data", f"{name}.json")
    return json.loads(table.read_text("utf-8")) if table.is_file() else {}


def build(table: Table, language: str) -> Lexicon:
    """Make a lexicon from a table: its keys are those of :func:`~site_builder.figures.roles.entries`."""
    atoms: dict[str, tuple[Atom, ...]] = {}
    for word, atom in entries(table):
        atoms[word] = (*atoms.get(word, ()), atom)
    for word, atom in _scales(table, language):
        if all(known.role is not Role.TIMES for known in atoms.get(word, ())):
            atoms[word] = (*atoms.get(word, ()), atom)
    short = _SHORT | {form: tuple(factors) for form, factors in table.get("short", {}).items()}
    folded = {fold(form, language.partition("-")[0], table.get("unmark", False))[0] for form in short}
    starts, heads = _starts(atoms, table)
    return Lexicon(
        language=language.partition("-")[0],
        decimal=table.get("decimal", "."),
        spaced=table.get("spaced", True),
        unmark=table.get("unmark", False),
        atoms=atoms,
        tails=_tails(atoms),
        later=tuple({piece for word in atoms for piece in word.split(" ")[1:]}),
        lengths=_lengths(atoms),
        short=short,
        longest_short=max(map(len, table.get("short", {"k": 1}))) + 1,
        folded_short=frozenset({*folded, *(form.casefold() for form in folded)}),
        dotted=tuple(form.lower() for form in table.get("short", {}) if form.endswith(".")),
        after_ordinal=frozenset(table.get("after ordinal", ())),
        habits=frozenset(table.get("habits", ())),
        starts=starts,
        heads=heads,
        counters=tuple(table.get("counters", ())),
        followers=tuple(table.get("followers", ())),
        not_counted=tuple(table.get("not counted", ())),
        free=table.get("free", ""),
        counted=table.get("counted", {}),
        articles=frozenset(table.get("articles", ())),
        careful={word: frozenset(before) for word, before in table.get("minus careful", {}).items()},
        part_followers=frozenset(table.get("part followers", ())),
        pronouns={word: frozenset(before) for word, before in table.get("pronoun", {}).items()},
    )


def _scales(table: Table, language: str) -> Iterator[tuple[str, Atom]]:
    """Yield the compact forms that are whole words: their cases are more than the spell-out rules have."""
    for form, (factor, *more) in table.get("short", {}).items():
        if not more and factor >= _LEAST_SCALE and len(form) >= _WHOLE_WORD and form.isalpha():
            atom = Atom(Role.TIMES, Fraction(factor), factor, bare=False)
            yield fold(form, language, table.get("unmark", False))[0], atom


def _tails(atoms: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    tails: dict[str, list[tuple[str, ...]]] = {}
    for word in atoms:
        head, *tail = word.split(" ")
        if tail:
            tails.setdefault(head, []).append(tuple(tail))
    return {head: tuple(sorted(found, key=len, reverse=True)) for head, found in tails.items()}


def _lengths(atoms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return how long the words are that begin with two letters, or with one where that is all."""
    heads = {word.partition(" ")[0] for word in atoms}
    lengths: dict[str, set[int]] = {}
    for head in heads:
        lengths.setdefault(head[:2], set()).add(len(head))
    for start, found in lengths.items():
        if start[0] in heads:
            found.add(1)
    return {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}


_BEGINS = frozenset(
    {
        Role.ADD,
        Role.HEAD,
        Role.AHEAD,
        Role.TIMES,
        Role.NTH,
        Role.NTH_TIMES,
        Role.RANK,
        Role.SHARE,
        Role.POINT,
        Role.MINUS,
    }
)
_BEHIND_ARTICLE = (Role.TIMES, Role.PART, Role.SHARE, Role.NTH, Role.NTH_TIMES, Role.ADD)


def _starts(atoms: Mapping[str, tuple[Atom, ...]], table: Table) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds where numbers may begin, and what finds words that begin them or follow an article."""
    heads = {
        word.partition(" ")[0][:_START]
        for word, roles in atoms.items()
        if any(atom.role in _BEGINS for atom in roles)
        and word.partition(" ")[0] not in table.get("article", ())
    }
    boundary = r"(?<![^\W\d_])" if table.get("spaced", True) else ""
    words = f"|{boundary}(?:{_any_of(heads)})" if heads else ""
    articles = "|".join(map(re.escape, table.get("article", ())))
    behind = set()
    if articles:
        behind = {word[:_START] for word, roles in atoms.items() if roles[0].role in _BEHIND_ARTICLE}
        words += f"|{boundary}(?:{articles}) (?:{_any_of(behind)})"
    alone = f"{boundary}(?:{_any_of(heads | behind)})" if heads | behind else "(?!)"
    return re.compile(DIGITS.pattern + words), re.compile(alone)


def _any_of(heads: Iterable[str]) -> str:
    by_first: dict[str, set[str]] = {}
    for head in heads:
        by_first.setdefault(head[0], set()).add(re.escape(head[1:]))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(sorted(rest, reverse=True))})" for first, rest in by_first.items()
    )


def atoms_at(text: str, at: int, words: Lexicon) -> Iterator[tuple[tuple[Atom, ...], int]]:
    """Yield the roles of each word of ``text`` (folded) that begins at ``at``, longest first, with its end."""
    lengths = words.lengths
    for length in lengths.get(text[at : at + 2]) or lengths.get(text[at : at + 1], ()):
        head = text[at : at + length]
        if len(head) < length:
            continue
        for tail in words.tails.get(head, ()):
            end = _follow(text, at + length, tail)
            if end:
                yield words.atoms[" ".join((head, *tail))], end
        if head in words.atoms:
            yield words.atoms[head], at + length


def _follow(text: str, at: int, tail: tuple[str, ...]) -> int:
    for piece in tail:
        gap = _SEPARATOR.match(text, at)
        at = gap.end() if gap else at
        if not text.startswith(piece, at):
            return 0
        at += len(piece)
    return at
