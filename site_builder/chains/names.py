"""Names in a text, and whether another text has them: by spelling, or by the tables of translated names.

A name is read where the language's spelling shows it: a capital inside a sentence, or inside a word (*OpenAI*). German
writes every noun so, and many scripts have no capitals: there only weekdays and countries are read, by tables made of
CLDR's names. Sentence openings and headlines show nothing. Between two scripts only the tables can compare.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from site_builder.chains.passages import table_name
from site_builder.chains.spelling import POSSESSIVE, WORD, folded, has_like, has_stem, script
from site_builder.frozen import frozen
from site_builder.model.span import Span
from site_builder.text.sentences import split

# An ending behind a hyphen: AI-nya, Fortune-500.
_SUFFIX = re.compile(r"-[^A-Z]*$")
_ELIDED = re.compile(r"[^\W\d_]['’ʼ][^\W\d_]")
_AFTER_OPENER = re.compile(r"[\"“”„«»‘’'()\[\]:…–—]\s*$")
_BETWEEN = re.compile(r"\.? (?:& )?")

# Scripts with capital letters.
_CASED = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"}

# Every noun is written with a capital.
_CAPITAL_NOUNS = {"de", "lb", "nds", "gsw", "frr"}

# Pronouns that courtesy gives a capital.
_COURTESY = {
    "id": frozenset({"anda"}),
    "ms": frozenset({"anda"}),
    "da": frozenset({"de", "dem", "deres"}),
    "nl": frozenset({"u", "uw"}),
    "it": frozenset({"lei", "suo", "sua"}),
    "pl": frozenset({"pan", "pana", "pani", "panstwo"}),
}

# Shorter abbreviations are mostly translated: AI, UN, WHO.
_SHORTEST = 4


@frozen
class Name:
    """A name in a text, in code points. ``key`` is set for what tables translate: ``day-3``, ``place-DE``."""

    span: Span
    words: tuple[str, ...]
    key: str = ""


@cache
def _table(language: str) -> dict[str, Any]:
    file = resources.files("site_builder.chains").joinpath("translated", f"{language}.json")
    table: dict[str, Any] = {"days": [], "places": {}, "other": ""}
    return json.loads(file.read_text("utf-8")) if file.is_file() else table


@cache
def _translated(language: str) -> dict[str, str]:
    """Return a language's names of weekdays and countries, by key; a short form stands behind ``|``."""
    table = _table(language)
    days = {f"day-{i}": name for i, name in enumerate(table["days"])}
    return days | {f"place-{code}": name for code, name in table["places"].items()}


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    names = sorted(map(re.escape, _keys(language)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?=s?(?!\w))") if names else None


@cache
def _keys(language: str) -> dict[str, str]:
    return {name.partition("|")[0]: key for key, name in _translated(language).items()}


@cache
def _no_names(language: str) -> frozenset[str]:
    return frozenset(map(folded, _table(language)["other"].split())) | _COURTESY.get(language, frozenset())


def shows_names(language: str) -> bool:
    """Tell whether capitals show names in a language (BCP 47) that has them."""
    return table_name(language) not in _CAPITAL_NOUNS


def comparable(text: str, language: str) -> bool:
    """Tell whether the names of ``text`` can be read: by capitals, and not only those that tables have."""
    return shows_names(language) and script(text) in _CASED


def names(text: str, language: str) -> tuple[Name, ...]:
    """Return the names in ``text``, those that tables translate first."""
    code = table_name(language)
    pattern = _pattern(code)
    found = [
        Name(Span(*m.span()), (m[0],), _keys(code)[m[0]]) for m in (pattern.finditer(text) if pattern else ())
    ]
    taken = [name.span for name in found]
    if shows_names(language):
        runs = (run for sentence in split(text, language) for run in _runs(text, sentence, code))
        found += (run for run in runs if not any(run.span.overlaps(span) for span in taken))
    return tuple(found)


def _runs(text: str, sentence: Span, language: str) -> Iterator[Name]:
    """Yield the names of one sentence that capitals show: words with capitals side by side make one name."""
    words = list(WORD.finditer(text, *sentence))
    if _is_headline(sentence.of(text)):
        return
    run: list[re.Match[str]] = []
    for word in (w for w in words if _has_capital(w[0])):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), word.start()):
            yield from _name(run, text, sentence, language)
            run = []
        run.append(word)
    yield from _name(run, text, sentence, language)


def _is_headline(sentence: str) -> bool:
    """Tell whether a sentence is set like a title: every word of weight with a capital, and no list of names."""
    words = [word[0] for word in WORD.finditer(sentence)]
    capitals = sum(word[0].isupper() for word in words)
    return (
        capitals > 3 and "," not in sentence and not any(word.islower() and len(word) > 4 for word in words)
    )


def _has_capital(word: str) -> bool:
    return word[0].isupper() or _inner_capital(word)


def _inner_capital(word: str) -> bool:
    return any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)


def _name(run: list[re.Match[str]], text: str, sentence: Span, language: str) -> Iterator[Name]:
    kept = [word for word in run if _tells(word, text, sentence, language)]
    if kept:
        words = tuple(POSSESSIVE.sub("", word[0]) for word in kept)
        yield Name(Span(kept[0].start(), kept[-1].start() + len(words[-1])), words)


def _tells(word: re.Match[str], text: str, sentence: Span, language: str) -> bool:
    """Tell whether one word with a capital is surely a name, or part of one."""
    bare = POSSESSIVE.sub("", _SUFFIX.sub("", word[0]))
    if _inner_capital(bare):
        return not _ELIDED.match(bare)
    before = text[sentence.start : word.start()]
    opens = not before.strip() or _AFTER_OPENER.search(before) is not None
    short = len(bare) < (_SHORTEST if bare.isupper() else 2)
    return not (opens or short or _ELIDED.match(bare) or folded(bare) in _no_names(language))


def has(text: str, language: str, name: Name) -> bool | None:
    """Tell whether ``text`` has the name of another text; ``None`` where that cannot be told."""
    known = _translated(table_name(language)).get(name.key)
    if known and any(has_stem(text, form) for form in known.split("|")):
        return True
    if script(text) != script(name.words[0]):
        return False if known else None
    return any(has_like(text, word) for word in name.words)
