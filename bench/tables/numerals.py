"""Make the tables of number words: CLDR's spell-out rules reversed, with everyday words beside them.

For each language every rule set of its RBNF spells a range of numbers, and a word enters the table only where the
reader does not understand the spelling yet: the table is the least from which everything is read. Everyday words
that the rules do not hold stand in ``everyday.json``; compact forms and decimal marks come from CLDR by Babel.

    python -m bench.tables.numerals            # all languages
    python -m bench.tables.numerals id vi      # some, with what remains unread
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import unicode_rbnf
from babel import Locale
from babel.localedata import locale_identifiers
from unicode_rbnf import RbnfEngine

from site_builder.figures.folding import fold
from site_builder.figures.reader import Reader
from site_builder.figures.spellout import total
from site_builder.figures.words import Lexicon, build

logging.disable(logging.ERROR)
HERE = Path(__file__).parent
DATA = HERE.parents[1] / "site_builder" / "figures" / "data"
EVERYDAY = json.loads((HERE / "everyday.json").read_text("utf-8"))

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
ALIASES = {"nb": "no", "nn": "no"}
"""Languages whose everyday words are those of another."""
UNMARKED = {"fil", "es", "pt", "fr", "it", "ro", "gl", "vec"}
"""Languages whose accents are often left out, and where no other word then looks like a number."""
TRANSLITERATED = {"de": (("ß", "ss"), ("ü", "ue"), ("ö", "oe"), ("ä", "ae"))}
OPTIONAL_MARKS = {"nl": (("ë", "e"), ("é", "e")), "tr": (), "sv": (), "da": (), "no": ()}
UNSPACED = {"zh", "yue", "ja", "th", "lo", "km", "my"}
SHORT = {"k": 1000, "K": 1000, "M": 10**6, "G": 10**9}
"""Compact forms of every language, unless its own mean something else."""
WHOLE_MOST = 120
"""Numbers below a thousand that are taken as wholes where nothing shorter reads them: more say that the
language builds its numbers in another way."""
LINKS_NEEDED = 3
POWERS = [
    10,
    100,
    1000,
    10**4,
    10**5,
    10**6,
    10**7,
    10**8,
    10**9,
    10**10,
    10**11,
    10**12,
    10**15,
    10**16,
    10**18,
]
COUNTS = [*range(2, 10), 11, 12, 20, 21, 30]
SAMPLE = [
    *range(200),
    *range(200, 1000, 37),
    *range(1000, 10000, 997),
    10**4,
    11000,
    12345,
    21011,
    54321,
    100000,
]
SAMPLE += [
    123456,
    200000,
    721012,
    10**6,
    2 * 10**6,
    1234567,
    31256721,
    987654321,
    10**9,
    3 * 10**9,
    5 * 10**9 + 21,
]


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


def teach(rules: Rules, table: Table) -> None:
    """Fill ``table`` with the least words from which the cardinals of ``rules`` are read."""
    for number in range(11):
        learn(rules, table, number)
    between_tens = links(rules)
    if "turn" not in between_tens and not table.data.get("turn"):
        multipliers(rules, table, 10)
    for number in range(20, 100, 10):
        learn(rules, table, number)
    follow_counts(rules, table)
    for order, words in between_tens.items():
        table.note(order, words)
    bound_units(rules, table)
    for number in range(11, 100):
        learn(rules, table, number)
    for power in POWERS[1:]:
        table.note("link", links_behind(rules, power))
        multipliers(rules, table, power)
        for count in range(1, 10):
            if power <= 1000 or count < 3:
                learn(rules, table, power * count)
    for number in range(100, 200):
        learn(rules, table, number)
    heads(rules, table)
    rest = [
        number for number in range(201, 1000) if any(table.value(f) != number for f in rules.forms(number))
    ]
    for number in rest if len(rest) < WHOLE_MOST else ():
        learn(rules, table, number)


def heads(rules: Rules, table: Table) -> None:
    """Find spellings of hundreds and thousands that only stand in front of smaller numbers."""
    for number in (*range(100, 1000, 100), *range(1000, 10000, 1000)):
        seen: dict[str, set[int]] = defaultdict(set)
        for more in (1, 2, 3, 5, 10, 11, 20, 30):
            for form in rules.forms(number + more):
                for tail in rules.forms(more) if table.value(form) is None else ():
                    if form.endswith(tail):
                        seen[form.removesuffix(tail).strip()].add(more)
        for word, found in seen.items():
            if len(found) >= LINKS_NEEDED:
                table.put("head", word, [number, room(number)])


def learn(rules: Rules, table: Table, number: int) -> None:
    for form in rules.forms(number):
        read = table.value(form)
        broken = read is not None and read != number and form in rules.forms(int(read))
        if read != number and not broken:
            table.data.setdefault("add", {})[form] = [number, room(number)]
            table.built = None


def room(number: int) -> int:
    """Return the most that could be added behind ``number``; evidence narrows it."""
    if number < 10:
        return 1
    size = 10 ** (len(str(number)) - 1)
    return 20 if number in (20, 40, 60, 80) else size if number % size == 0 else 1


def links(rules: Rules) -> dict[str, list[str]]:
    """Find what stands between tens and units, in either order; all three from one rule set."""
    seen: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number in range(21, 100):
        if number % 10:
            for form, tens, units in rules.together(number, number - number % 10, number % 10):
                for order, first, second in (("link", tens, units), ("turn", units, tens)):
                    middle = form[len(first) : len(form) - len(second)].strip()
                    if middle and form.startswith(first) and form.endswith(second):
                        seen[order, middle].add(number)
    found: dict[str, list[str]] = defaultdict(list)
    for (order, word), numbers in seen.items():
        if len(numbers) >= LINKS_NEEDED:
            found[order].append(word)
    return found


def follow_counts(rules: Rules, table: Table) -> None:
    """Find multipliers that stand before their count, as in Swahili *elfu tatu*."""
    for power in POWERS[1:]:
        seen: dict[str, set[int]] = defaultdict(set)
        for count in range(2, 10):
            for form in rules.forms(count * power):
                for spelled in rules.forms(count):
                    if form.endswith(" " + spelled):
                        seen[form.removesuffix(spelled).strip()].add(count)
        for word, counts in seen.items():
            if len(counts) >= LINKS_NEEDED:
                table.put("times", word, [power, 1])
                table.note("habits", ["count follows"])


def links_behind(rules: Rules, power: int) -> list[str]:
    """Find what stands between a hundred, a thousand … and what is added to it."""
    seen: dict[str, set[int]] = defaultdict(set)
    for number in (*range(1, 10), 10, 11, 20, 30):
        for form in rules.forms(power + number):
            for head in rules.forms(power):
                for tail in rules.forms(number):
                    middle = form[len(head) : len(form) - len(tail)].strip()
                    if middle and form.startswith(head) and form.endswith(tail):
                        seen[middle].add(number)
    return [word for word, numbers in seen.items() if len(numbers) >= LINKS_NEEDED]


def bound_units(rules: Rules, table: Table) -> None:
    """Find spellings of a unit that only stand behind tens, such as *lăm*."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number in range(11, 100):
        for form in rules.forms(number):
            for tens in rules.forms(number - number % 10):
                rest = form[len(tens) :]
                if (
                    number % 10
                    and form.startswith(tens)
                    and rest.startswith(" ")
                    and table.value(form) != number
                ):
                    seen[rest.strip(), number % 10].add(number)
    for (word, unit), numbers in seen.items():
        if len(numbers) >= LINKS_NEEDED:
            table.put("add", word, [unit, 0])


def multipliers(rules: Rules, table: Table, power: int) -> None:
    """Find the words that multiply by ``power``: what remains behind a count, for several counts."""
    seen: dict[str, set[int]] = defaultdict(set)
    for count in COUNTS:
        for form in rules.forms(count * power):
            if table.value(form) != count * power and (word := behind(form, rules.forms(count))):
                seen[word].add(count)
        for form in rules.forms(count * power + 5):
            word = between(form, rules.forms(count), rules.forms(5)) if table.value(form) is None else ""
            if word := without_link(word, table):
                seen[word].add(count)
    alone = set(rules.forms(power)) | {
        without_link(form.removesuffix(five).strip(), table)
        for form in rules.forms(power + 5)
        for five in rules.forms(5)
        if form.endswith(five)
    }
    for word, counts in sorted(seen.items(), key=lambda item: -len(item[1])):
        enough = len(counts) >= (6 if power == 10 else 2) or (power >= 1000 and counts <= {2, 3, 4, 21})
        if enough and word not in table.data.get("times", {}):
            table.data.get("add", {}).pop(word, None)
            table.put("times", word, [power, int(word in alone)])
    for form in rules.forms(power):
        rest = behind(form, rules.forms(1))
        if power > 10 and rest and table.value(form) != power:
            table.put("times", rest, [power, 0])


def behind(form: str, counts: Iterable[str]) -> str:
    """Return what follows the longest of ``counts`` that ``form`` begins with."""
    heads = [head for head in counts if form.startswith(head) and form != head]
    return form[len(max(heads, key=len)) :].strip() if heads else ""


def between(form: str, heads: Iterable[str], tails: Iterable[str]) -> str:
    ends = [tail for tail in tails if form.endswith(tail) and form != tail]
    return behind(form[: -len(max(ends, key=len))].strip(), heads) if ends else ""


def without_link(word: str, table: Table) -> str:
    for link in table.data.get("link", ()):
        word = word.removesuffix(link).strip()
    return word


def narrow(rules: Rules, table: Table) -> None:
    """Keep the room behind a word only where the rules put something there."""
    for word, (value, wide) in list(table.data.get("add", {}).items()):
        if wide < 2 or value == 0:
            continue
        above = [value + more for more in range(1, min(wide, 20))] + [value + wide // 2 + 1] * (wide > 20)
        forms = [(number, form) for number in above for form in rules.forms(int(number)) if word in form]
        readable = [(number, form) for number, form in forms if table.value(form) == number]
        for smaller in (1, 10, wide):
            table.data["add"][word] = [value, smaller]
            table.built = None
            if smaller == wide or all(table.value(form) == number for number, form in readable):
                break


def teach_ordinals(rules: Rules, table: Table) -> None:
    """Fill ``table`` with the least words from which the ordinals of ``rules`` are read."""
    ranks: dict[str, set[int]] = defaultdict(set)
    for number in range(2, 31):
        for form in rules.forms(number, ordinal=True):
            for card in rules.forms(number):
                if form.endswith(card) and form != card:
                    ranks[form[: -len(card)]].add(number)
    table.note("rank", [word for word, numbers in ranks.items() if len(numbers) > 12])
    for number in [*range(1, 32), *range(40, 100, 10), *range(32, 100), *range(100, 1001, 100), 10**6]:
        if number in (100, 1000, 10**6):
            ordinal_multipliers(rules, table, number)
        for form in rules.forms(number, ordinal=True):
            if table.value(form, ordinal=True) != number and table.value(form) != number:
                table.put("nth", form, number)


def ordinal_multipliers(rules: Rules, table: Table, power: int) -> None:
    seen: dict[str, set[int]] = defaultdict(set)
    for count in (1, *COUNTS):
        for form in rules.forms(count * power, ordinal=True):
            for spelled in rules.forms(count):
                if form.startswith(spelled) and form != spelled:
                    seen[form[len(spelled) :].strip()].add(count)
    for word, counts in seen.items():
        if len(counts) >= LINKS_NEEDED:
            table.put("nth times", word, power)


def add_everyday(table: Table, own: dict[str, Any]) -> None:
    """Put the everyday words in, folded like the rest; they win over what the rules gave."""
    fix = lambda word: plain(word, table.language)  # noqa: E731
    for role in ("add", "times", "part", "share", "half words", "vague", "ahead", "first"):
        for word, value in own.get(role, {}).items():
            table.data.setdefault(role, {})[fix(word)] = value
            if role in ("vague", "first"):
                table.data.get("add", {}).pop(fix(word), None)
    for role in (
        "half",
        "out of",
        "over",
        "over words",
        "link",
        "mixed",
        "turn",
        "point",
        "minus",
        "article",
        "articles",
    ):
        table.note(role, map(fix, own.get(role, ())))
    for role in ("habits", "rank", "after ordinal"):
        table.note(role, own.get(role, ()))
    table.data["rank"] = [word for word in table.data.get("rank", ()) if word not in own.get("no rank", ())]
    for role, words in (("part followers", own.get("part followers", ())),):
        table.note(role, map(fix, words))
    if "minus careful" in own:
        table.data["minus careful"] = {
            fix(w): [fix(b) for b in before] for w, before in own["minus careful"].items()
        }
    for role in ("pronoun", "counted", "counters", "followers", "not counted", "free"):
        if role in own:
            table.data[role] = own[role]
    for pattern in own.get("part from nth", ()):
        parts(table, pattern, own.get("plural parts", False))
    table.built = None


def parts(table: Table, pattern: str, plural: bool) -> None:
    """Make denominators from ordinals: as they are, with an ending, or with one ending for another."""
    for word, value in list(table.data.get("nth", {}).items()) + list(
        table.data.get("nth times", {}).items()
    ):
        old, _, new = pattern.partition(">")
        stem, plus, ending = pattern.partition("+")
        made = word + ending if word.endswith(stem) and plus else "" if plus else word
        if ">" in pattern:
            made = word.removesuffix(old) + new if word.endswith(old) else ""
        if value > 2 and made:
            table.put("part", made, [value, int(not (plural and pattern == ""))])


def spelling_variants(table: Table) -> None:
    """Add the spellings without umlauts or diaereses where a language's writers use them."""
    pairs = TRANSLITERATED.get(table.language, ()) + OPTIONAL_MARKS.get(table.language, ())
    for role in ("add", "times", "nth", "nth times", "part"):
        words = table.data.get(role, {})
        for word, value in list(words.items()):
            for old, new in pairs:
                words.setdefault(word.replace(old, new), value)
            if pairs:
                everything = word
                for old, new in pairs:
                    everything = everything.replace(old, new)
                words.setdefault(everything, value)


def marks_and_short_forms(table: Table) -> None:
    """Take the decimal mark and the compact forms of CLDR."""
    try:
        locale = Locale.parse(table.language)
    except Exception:  # not a locale that Babel holds
        return
    symbols = locale.number_symbols
    system = "latn" if "latn" in symbols else locale.default_numbering_system
    mark = symbols.get(system, {}).get("decimal", ".")
    table.data["decimal"] = mark if mark in ".," else "."
    for style in ("short", "long"):
        for forms in locale._data["compact_decimal_formats"].get(style, {}).values():
            for power, pattern in forms.items():
                compact(table, int(power), str(getattr(pattern, "pattern", pattern)))


def compact(table: Table, power: int, pattern: str) -> None:
    written = pattern.replace("'", "").replace("\u200f", "").split(";")[0]
    word = re.sub(r"[0\u00a0 ]", " ", written).strip()
    factor = power // 10 ** max(written.count("0") - 1, 0)
    if not word or factor < 10 or " " in word or not word.rstrip(".").isalpha():
        return
    table.data.setdefault("short", {}).setdefault(word, [factor])
    table.data["short"].setdefault(word.rstrip("."), [factor])


def ordinal_marks(rules: Rules, table: Table) -> None:
    """Find what stands around digits to make an ordinal, in the text of the rules: ``3rd``, ``ke-3``, ``第3``."""
    before, after = set(), set()
    for name in RULES.get(rules.language, [rules.language]):
        tree = ElementTree.parse(Path(unicode_rbnf.__file__).parent / "rbnf" / f"{name}.xml")
        for rule in tree.iterfind(".//ruleset/rbnfrule"):
            head, mark, tail = (rule.text or "").partition("=#,##0=")
            if mark:
                before.add(plain(head.strip("'"), table.language) + " " * head.endswith(" "))
                after.update(re.findall(r"\w+\{([^{}]*)\}", tail) or [tail.rstrip(";").strip("'")])
    words = {fold(word.lstrip(".:-'’"), table.language, table.data["unmark"])[0] for word in after}
    table.note("rank", sorted(word for word in before if word.strip(" -−") and "=" not in word))
    table.note("after ordinal", sorted(word for word in words if word.isalpha()))


def make(language: str) -> Table:
    table = Table(language)
    own = EVERYDAY.get(ALIASES.get(language, language), {})
    if language in rbnf_languages():
        rules = Rules(language)
        for order in ("link", "turn"):
            table.note(order, [plain(word, language) for word in own.get(order, ())])
        teach(rules, table)
        table.note("minus", set(rules.extra("minus")))
        table.note("point", set(rules.extra("point")))
        narrow(rules, table)
        teach_ordinals(rules, table)
        ordinal_marks(rules, table)
    marks_and_short_forms(table)
    for written, factor in (SHORT | own.get("short", {})).items():
        if written in own.get("short", {}) or written not in table.data.get("short", {}):
            table.data.setdefault("short", {})[written] = factor if isinstance(factor, list) else [factor]
    add_everyday(table, own)
    spelling_variants(table)
    return table


def rbnf_languages() -> set[str]:
    names = set(RbnfEngine.get_supported_languages())
    return {name for name in names if "_" not in name} | set(RULES)


def unread(language: str, table: Table) -> list[str]:
    if language not in rbnf_languages():
        return []
    rules = Rules(language)
    return [
        f"{n} {form} {table.value(form)}" for n in SAMPLE for form in rules.forms(n) if table.value(form) != n
    ]


def prefixes() -> list[str]:
    """Return the letters that may stand right before a number: currency codes and symbols that end in a letter."""
    found: set[str] = set()
    for name in locale_identifiers():
        for code, symbol in Locale.parse(name).currency_symbols.items():
            words = (code, symbol)
            found.update(
                word for word in words if len(word) > 1 and word[-1].isascii() and word[-1].isalpha()
            )
    return sorted(found)


def main(wanted: list[str]) -> None:
    DATA.mkdir(exist_ok=True)
    (DATA / "before digits.json").write_text(json.dumps(prefixes(), ensure_ascii=False) + "\n", "utf-8")
    known = rbnf_languages() | {name for name in locale_identifiers() if "_" not in name}
    for language in sorted(wanted or known - {"root"}):
        table = make(language)
        target = DATA / f"{language}.json"
        data = {key: value for key, value in table.data.items() if value not in ({}, [], None)}
        target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
        left = unread(language, table)
        print(
            language,
            len(data.get("add", {})),
            len(data.get("times", {})),
            len(data.get("nth", {})),
            len(left),
            left[:6],
        )


if __name__ == "__main__":
    main(sys.argv[1:])
