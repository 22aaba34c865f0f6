"""Write ``site_builder/figures/units/*.json`` from CLDR, by way of Babel. Development time only.

Run ``python bench/tables/units.py``. Each file holds, for one language, how its people write units, money,
months and parts of the day; regional habits (``litre``, ``zł``, ``臺幣``) are merged into their language.
CLDR is published under the Unicode licence (https://www.unicode.org/license.txt).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from babel.localedata import locale_identifiers

OUT = Path(__file__).parents[2] / "site_builder" / "figures" / "units"

# Units nobody counts in prose, or whose names are ordinary words ("points", "items", "quarters", "dots").
DROPPED = re.compile(
    r"-(?:person|ofglucose|generic|solar|earth|dalton|dunam|jigger|em|dessert|item|quarter$|point|dot|foodcalorie"
    r"|imperial|force|beaufort|1e9|grain|drop$|pinch|light-speed|gasoline|100-kilometer|imperial|g-force|karat"
    r"|cup-metric|pint-metric|therm|scandinavian|mole$|milliwatt|milliampere|candela|lux|lumen|furlong|pixel-per|dot-per"
    r"|jp$|cho$|ken$|koku$|rin$|sai$|shaku|sun$|fun$|kosaji|osaji|millimole|acre-foot|astronomical|arc-|permyriad"
    r"|liter-per|newton|parsec|ofhg|dram|megaliter|square-second|troy)"
)
RENAMED = {"permillion": "part-per-1e6"}
LETTERS = set("mghslLWVtK")  # the Latin letters that stand for a unit in running text; any other is too bold
REGIONS = (
    "en_GB",
    "pt_PT",
    "es_MX",
    "es_419",
    "fr_CA",
    "fr_CH",
    "de_CH",
    "de_AT",
    "zh_Hant",
    "sr_Latn",
    "nb",
    "nn",
    "uz_Cyrl",
)
# Currencies named in full, the likeliest owner of a shared word ("dollars", "pounds") first.
MONEY = (  # noqa: SIM905 -- sixty codes read best as a text
    "USD EUR GBP JPY CNY INR CHF RUB KRW MXN SEK DKK NOK TRY BRL PLN CZK HUF RON BGN UAH ILS AED SAR EGP ZAR THB IDR "
    "VND MYR PHP PKR BDT LKR NPR IRR IQD KWD QAR DZD MAD TND NGN KES GHS ETB TZS UGX XOF XAF ARS CLP COP PEN UYU BOB "
    "CRC CAD AUD NZD HKD SGD TWD ISK RSD GEL AMD AZN KZT UZS MNT BYN LAK KHR MMK AFN"
).split()
UNTRANSLATED = {"{0} d", "{0} day", "{0} days"}  # what locales without unit names inherit
DOLLARS = ("USD", "AUD", "CAD", "NZD", "HKD", "SGD")


def plain(value: Any) -> Any:
    """Resolve Babel's lazy mappings and aliases."""
    return {k: plain(v) for k, v in value.items()} if hasattr(value, "items") else value


def unit_id(name: str) -> str:
    """Return the CLDR unit id without its type: ``duration-hour`` → ``hour``."""
    short = name.partition("-")[2]
    return RENAMED.get(short, short)


def usable(form: str) -> bool:
    """Tell whether a written form may stand for a unit in running text."""
    bare = form.rstrip(".")
    single = len(bare) == 1 and bare.isascii() and bare.isalpha()
    return bool(bare) and not re.search(r"\d", form) and (not single or bare in LETTERS)


def halves(patterns: Mapping[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Yield what stands before and after the number in each pattern, and whether it is a *per* pattern."""
    for width in ("long", "short"):
        for count, pattern in patterns.get(width, {}).items():
            if "{0}" in pattern:
                before, after = (part.strip(" \u00a0\u202f\u200f\u200e") for part in pattern.split("{0}"))
                yield before, after, count == "per"


def forms_of(units: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Sort every written form of every unit into ``after``, ``before``, ``around`` and ``per``."""
    table: dict[str, dict[str, list[str]]] = {"after": {}, "before": {}, "around": {}, "per": {}}
    for name, patterns in units.items():
        if DROPPED.search(name):
            continue
        for before, after, per in halves(patterns):
            kind = "per" if per else "around" if before and after else "before" if before else "after"
            form = f"{before}…{after}" if kind == "around" else before or after
            if usable(form) and not (kind == "per" and before):
                table[kind].setdefault(unit_id(name), []).append(form)
    return table


def names_of(currency: str, data: Mapping[str, Any]) -> list[str]:
    """Return the names of a currency: as listed and in each plural form."""
    names = [
        *plain(data["currency_names_plural"].get(currency, {})).values(),
        data["currency_names"].get(currency, ""),
    ]
    return [re.sub(r"\s*\(.*\)", "", name) for name in dict.fromkeys(names) if name]


def shared_word(names: Mapping[str, list[str]]) -> tuple[str, int]:
    """Return the word that most dollars share and whether it comes first (0) or last (-1) in a name."""
    ends = Counter(
        (name.split()[at].lower(), at)
        for code in DOLLARS
        for name in names.get(code, ())
        for at in (0, -1)
        if " " in name
    )
    (word, at), count = ends.most_common(1)[0] if ends else (("", -1), 0)
    return (word, at) if count >= 4 else ("", at)


def heads(names: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Find the bare words for money: what dollars share tells which end of a name is the noun.

    A word that several currencies share goes to the first of ``MONEY`` whose name has it at that end.
    """
    word, at = shared_word(names)
    found: dict[str, list[str]] = {}
    if not word:
        return found
    # A name that begins with its noun may begin with "new" instead where it has more than two words.
    fit = {code: [n for n in names.get(code, ()) if at == -1 or len(n.split()) <= 2] for code in MONEY}
    words = {n.split()[at] for code in MONEY for n in fit[code] if " " in n}
    words = {w for w in words if len(w) > 1 and not w.isupper()}
    taken: set[str] = set()
    for code in MONEY:
        for name in names.get(code, ()):
            end = name.startswith if at == 0 else name.endswith
            fresh = {w for w in words - taken if w in name.split() or (" " not in name and end(w))}
            found.setdefault(code, []).extend(sorted(fresh))
            taken |= fresh
    return {code: row for code, row in found.items() if row}


def joined(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Join the forms of each unit by ``|``, the shape of the shipped files; case tells only short ones apart."""
    rows = {}
    for key, forms in sorted(table.items()):
        distinct = {form if len(form) < 4 else form.lower(): form for form in reversed(forms)}
        rows[key] = "|".join(reversed(distinct.values()))
    return {key: row for key, row in rows.items() if row}


def calendar(data: Mapping[str, Any], field: str, keys: Iterable[int]) -> list[str]:
    """Return the names of months or weekdays, wide and abbreviated, without those written in digits.

    Babel fills gaps from other locales, so a name counts only if it begins like the wide one.
    """
    tables = [plain(data[field]).get(context, {}) for context in ("format", "stand-alone")]
    rows = []
    for key in keys:
        names = [
            str(t.get(width, {}).get(key, "")).rstrip(".")
            for t in tables
            for width in ("wide", "abbreviated")
        ]
        own = [
            n
            for n in names
            if n[:2].lower() == names[0][:2].lower() and len(n) > 1 and not re.search(r"\d", n)
        ]
        rows.append("|".join(dict.fromkeys(own)))
    return rows


def periods(data: Mapping[str, Any]) -> str:
    """Return the names of the parts of the day."""
    wide = plain(data["day_periods"]).get("format", {})
    names = [n for width in ("wide", "abbreviated") for n in wide.get(width, {}).values()]
    return "|".join(dict.fromkeys(n for n in names if len(n) > 1))


def language_table(identifiers: list[str]) -> dict[str, Any] | None:
    """Build the table of one language from its locale and its regional ones."""
    data = [Locale.parse(name)._data for name in identifiers]
    day = plain(data[0]["unit_patterns"])["duration-day"]
    written = (day.get("long") or day["short"]).get("other", "")
    if written in UNTRANSLATED and identifiers[0] != "en":
        return None
    units: dict[str, dict[str, list[str]]] = {"after": {}, "before": {}, "around": {}, "per": {}}
    names: dict[str, list[str]] = {}
    for one in data:
        for kind, table in forms_of(plain(one["unit_patterns"])).items():
            for key, forms in table.items():
                units[kind].setdefault(key, []).extend(forms)
        for code in MONEY:
            names.setdefault(code, []).extend(names_of(code, one))
    signs = {
        c: [s]
        for d in reversed(data)
        for c, s in plain(d["currency_symbols"]).items()
        if s != c and c in MONEY
    }
    return {
        **{kind: joined(table) for kind, table in units.items()},
        "money": joined(names),
        "heads": joined(heads(names)),
        "signs": joined(signs),
        "months": calendar(data[0], "months", range(1, 13)),
        "weekdays": calendar(data[0], "days", range(7)),
        "periods": periods(data[0]),
    }


def main() -> None:
    """Write one file per language that CLDR knows units for."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name in sorted(locale_identifiers()):
        if "_" in name or name in {"root", "nb", "nn"}:
            continue
        regional = [r for r in REGIONS if r.partition("_")[0] == name or (r in {"nb", "nn"} and name == "no")]
        table = language_table([name, *regional])
        if table:
            text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
            (OUT / f"{name}.json").write_text(text.replace('"},"', '"},\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
