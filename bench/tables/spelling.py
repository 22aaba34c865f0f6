"""How CLDR's rules spell numbers, and the table of a language while it is being made."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from unicode_rbnf import RbnfEngine

from site_builder.figures.folding import fold
from site_builder.figures.reader import Reader
from site_builder.figures.spellout import total
from site_builder.figures.words import Lexicon, build

logging.disable(logging.ERROR)

RULES = {
    "zh": ["zh", "zh_Hant"],
    "yue": ["yue", "yue_Hans"],
    "sr": ["sr", "sr_Latn"],
    "pt": ["pt", "pt_PT"],
    "fr": ["fr", "fr_BE", "fr_CH"],
    "de": ["de", "de_CH"],
    "en": ["en", "en_IN"],
    "fa": ["fa", "fa_AF"],
    "nb": ["no"],
}
UNMARKED = {"fil", "es", "pt", "fr", "it", "ro", "gl", "vec"}
"""Languages whose accents are often left out, and where no other word then looks like a number."""
UNSPACED = {"zh", "yue", "ja", "th", "lo", "km", "my"}


class Rules:
    """The spell-out rules of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.engines = [RbnfEngine.for_language(name) for name in RULES.get(language, [language])]
        self.cache: dict[tuple[int, bool], tuple[str, ...]] = {}

    def forms(self, number: int, ordinal: bool = False) -> tuple[str, ...]:
        """Return the different ways to spell ``number``, folded."""
        if (number, ordinal) not in self.cache:
            self.cache[number, ordinal] = tuple(dict.fromkeys(self._spell(number, ordinal)))
        return self.cache[number, ordinal]

    def _spell(self, number: int, ordinal: bool) -> Iterator[str]:
        for engine in self.engines:
            for name, rules in engine.rulesets.items():
                wanted = "spellout" in name and not rules.is_private and "year" not in name
                if wanted and ("ordinal" in name) == ordinal:
                    yield from self._one(engine, name, number)

    def _one(self, engine: RbnfEngine, name: str, number: int) -> Iterator[str]:
        try:
            text = engine.format_number(number, ruleset_names=[name]).text
        except Exception:  # a rule set that does not hold the number
            return
        if not re.search(r"[\d#=%<>]", text):
            yield plain(text, self.language)

    def together(self, *numbers: int) -> Iterator[tuple[str, ...]]:
        """Yield how each rule set spells all of ``numbers``."""
        for engine in self.engines:
            for name, rules in engine.rulesets.items():
                if (
                    "spellout" in name
                    and not rules.is_private
                    and "year" not in name
                    and "ordinal" not in name
                ):
                    forms = [next(self._one(engine, name, number), "") for number in numbers]
                    if all(forms):
                        yield tuple(forms)

    def extra(self, kind: str) -> Iterator[str]:
        """Yield the words for ``minus`` and ``point``."""
        spelled = {"minus": -5, "point": 5.5}[kind]
        fives = self.forms(5)
        for engine in self.engines:
            for name, rules in engine.rulesets.items():
                if "spellout" not in name or rules.is_private or "ordinal" in name or "year" in name:
                    continue
                for text in self._one(engine, name, spelled):  # type: ignore[arg-type]
                    for five in fives:
                        if kind == "minus" and text.endswith(five):
                            yield text[: -len(five)].strip()
                        if kind == "point" and text.startswith(five) and text.endswith(five):
                            yield text[len(five) : -len(five)].strip()


def plain(text: str, language: str) -> str:
    """Return ``text`` as the tables hold it: folded, pieces joined by single spaces."""
    folded = fold(text.replace("\u00ad", ""), language, language in UNMARKED)[0]
    return re.sub(r"[ \-\u00a0\u200c,]+", " ", folded).strip()


class Table:
    """A table in the making."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.data: dict[str, Any] = {"spaced": language not in UNSPACED, "unmark": language in UNMARKED}
        self.built: Lexicon | None = None

    def put(self, role: str, word: str, value: Any) -> None:
        if word:
            self.data.setdefault(role, {}).setdefault(word, value)
            self.built = None

    def note(self, role: str, words: Iterable[str]) -> None:
        held = self.data.setdefault(role, [])
        held.extend(word for word in words if word and word not in held)
        self.built = None

    def value(self, text: str, ordinal: bool = False) -> Fraction | None:
        """Return what the reader makes of the whole of ``text`` with the table as it is."""
        self.built = self.built or build(self.data, self.language)
        found = Reader(text, text, self.built).read(0)
        if not found or found.end < len(text) or found.state.ordinal != ordinal:
            return None
        return total(found.state, self.built)


def rbnf_languages() -> set[str]:
    names = set(RbnfEngine.get_supported_languages())
    return {name for name in names if "_" not in name} | set(RULES)
