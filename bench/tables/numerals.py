"""Make the tables of number words: CLDR's spell-out rules reversed, with everyday words beside them.

For each language every rule set of its RBNF spells a range of numbers, and a word enters the table only where the
reader does not understand the spelling yet: the table is the least from which everything is read. Everyday words
that the rules do not hold stand in ``everyday.json``; compact forms and decimal marks come from CLDR by Babel.

    python -m bench.tables.numerals            # all languages
    python -m bench.tables.numerals id vi      # some; prints what remains unread
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from bench.tables.ordinals import ordinal_marks, parts, teach_ordinals
from bench.tables.spelling import Rules, Table, plain, rbnf_languages
from bench.tables.teaching import narrow, teach

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "site_builder" / "figures" / "data"
EVERYDAY = json.loads((HERE / "everyday.json").read_text("utf-8"))
ALIASES = {"nb": "no", "nn": "no"}
"""Languages whose everyday words are those of another."""
VARIANTS = {"de": (("ß", "ss"), ("ü", "ue"), ("ö", "oe"), ("ä", "ae")), "nl": (("ë", "e"), ("é", "e"))}
"""What writers of a language put for letters that they lack."""
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


def make(language: str) -> Table:
    table = Table(language)
    own = EVERYDAY.get(ALIASES.get(language, language), {})
    if language in rbnf_languages():
        rules = Rules(language)
        for order in ("link", "turn"):
            table.note(order, [plain(word, language) for word in own.get(order, ())])
        teach(rules, table)
        table.note("minus", sorted(set(rules.extra("minus"))))
        table.note("point", sorted(set(rules.extra("point"))))
        narrow(rules, table)
        teach_ordinals(rules, table)
        ordinal_marks(rules, table)
    marks_and_short_forms(table)
    for written, factor in own.get("short", {}).items():
        table.data.setdefault("short", {})[written] = factor if isinstance(factor, list) else [factor]
    add_everyday(table, own)
    spelling_variants(table)
    return table


DEFAULTS = {"spaced": True, "unmark": False, "decimal": "."}
VALUED = ("add", "times", "part", "share", "half words", "vague", "ahead", "first")
LISTED = (
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
)
AS_THEY_ARE = ("pronoun", "counted", "counters", "followers", "not counted", "free")


def add_everyday(table: Table, own: dict[str, Any]) -> None:
    """Put the everyday words in, folded like the rest; they win over what the rules gave."""
    for role in VALUED:
        for word, value in own.get(role, {}).items():
            folded = plain(word, table.language)
            table.data.setdefault(role, {})[folded] = value
            if role in ("vague", "first"):
                table.data.get("add", {}).pop(folded, None)
    for role in (*LISTED, "part followers"):
        table.note(role, [plain(word, table.language) for word in own.get(role, ())])
    for role in ("habits", "rank", "after ordinal"):
        table.note(role, own.get(role, ()))
    table.data["rank"] = [word for word in table.data.get("rank", ()) if word not in own.get("no rank", ())]
    table.data["minus careful"] = {
        plain(word, table.language): [plain(behind, table.language) for behind in before]
        for word, before in own.get("minus careful", {}).items()
    }
    table.data |= {role: own[role] for role in AS_THEY_ARE if role in own}
    for pattern in own.get("part from nth", ()):
        parts(table, pattern, own.get("plural parts", False))
    table.built = None


def spelling_variants(table: Table) -> None:
    """Add the spellings without umlauts or diaereses where a language's writers use them."""
    pairs = VARIANTS.get(table.language, ())
    for role in ("add", "times", "nth", "nth times", "part"):
        words = table.data.get(role, {})
        for word, value in list(words.items()):
            bare = word
            for old, new in pairs:
                words.setdefault(word.replace(old, new), value)
                bare = bare.replace(old, new)
            words.setdefault(bare, value)


def marks_and_short_forms(table: Table) -> None:
    """Take the decimal mark and the compact forms of CLDR."""
    try:
        locale = Locale.parse(table.language)
    except UnknownLocaleError:
        return
    table.data["decimal"] = decimal_mark(locale)
    for style in ("short", "long"):
        for forms in locale._data["compact_decimal_formats"].get(style, {}).values():
            for power, pattern in forms.items():
                compact(table, int(power), str(getattr(pattern, "pattern", pattern)))


def decimal_mark(locale: Locale) -> str:
    symbols = locale.number_symbols
    system = "latn" if "latn" in symbols else locale.default_numbering_system
    mark = str(symbols.get(system, {}).get("decimal", "."))
    return mark if mark in ".," else "."


def regions() -> dict[str, str]:
    """Return the regions whose decimal mark is not that of their language."""
    marks = {name: decimal_mark(Locale.parse(name)) for name in locale_identifiers()}
    own = {name.replace("_", "-").lower(): mark for name, mark in marks.items()}
    return {name: mark for name, mark in sorted(own.items()) if mark != own[name.partition("-")[0]]}


def compact(table: Table, power: int, pattern: str) -> None:
    written = pattern.replace("'", "").replace("\u200f", "").split(";")[0]
    word = re.sub(r"[0\u00a0 ]", " ", written).strip()
    factor = power // 10 ** max(written.count("0") - 1, 0)
    if not word or factor < 10 or " " in word or not word.rstrip(".").isalpha():
        return
    table.data.setdefault("short", {}).setdefault(word, [factor])
    table.data["short"].setdefault(word.rstrip("."), [factor])


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


def write(name: str, data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (DATA / f"{name}.json").write_text(text + "\n", "utf-8")


def main(wanted: list[str]) -> None:
    DATA.mkdir(exist_ok=True)
    write("before digits", prefixes())
    write("regions", regions())
    known = rbnf_languages() | {name for name in locale_identifiers() if "_" not in name}
    for language in sorted(wanted or known - {"root"}):
        table = make(language)
        data = {
            key: value
            for key, value in table.data.items()
            if (key in DEFAULTS and value != DEFAULTS[key]) or (value and key not in DEFAULTS)
        }
        if data:
            write(language, data)
        left = unread(language, table)
        print(
            language,
            *(len(data.get(role, ())) for role in ("add", "times", "nth")),
            "unread:",
            len(left),
            left[:6],
        )


if __name__ == "__main__":
    main(sys.argv[1:])
