"""Make the tables of names that languages translate: weekdays, countries, and words that only look like names.

python -m bench.tables.places
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from babel import Locale

ROOT = Path(__file__).parents[2] / "site_builder"
DATA = ROOT / "chains" / "translated"

# Called by everyday names (America, Britain) more often than by the one that CLDR has.
EVERYDAY = {"US", "GB"}


def table(language: str) -> dict[str, Any]:
    """Return one language's table: ``days`` from Monday, ``places`` by code, ``other`` capitalised words."""
    locale = Locale.parse(language)
    places = {
        code: name
        for code, name in sorted(locale.territories.items())
        if code.isalpha() and code not in EVERYDAY and code not in {"ZZ", "XA", "XB", "EU", "EZ", "UN", "QO"}
    }
    calendar = [*locale.months["format"]["wide"].values(), *locale.months["format"]["abbreviated"].values()]
    calendar += locale.days["format"]["abbreviated"].values()
    words = {word for name in (*calendar, *locale.languages.values()) for word in name.split()}
    other = sorted({word.strip(".(),") for word in words if word[:1].isupper() and len(word) > 2})
    days = [_day(locale, number) for number in range(7)]
    return {"days": days, "places": places, "other": " ".join(other)}


def _day(locale: Locale, number: int) -> str:
    """Return a weekday's name, and in scripts without case its short form, which texts use as much."""
    whole, short = (locale.days["format"][width][number] for width in ("wide", "abbreviated"))
    return f"{whole}|{short}" if len(short) > 1 and short.upper() == short.lower() != whole else str(whole)


def main() -> None:
    for grammar in sorted((ROOT / "figures" / "grammar").glob("*.json")):
        data = json.dumps(table(grammar.stem), ensure_ascii=False, separators=(",", ":"))
        (DATA / grammar.name).write_text(data + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
