"""The words of the interface in a language: its catalogue (gettext), its dates, numbers and names of languages (CLDR).

Catalogues are plain ``.po`` files among the templates, so that they are sealed with them and a newsroom may bring its
own. A language without one has the interface in English.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from functools import cache, lru_cache
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from site_builder.frozen import frozen
from site_builder.text.normal import primary

SOURCE = "en"
"""The language that the messages in templates and code are written in."""

_FOLDER = "locale"
_OWN_NAMES = {"id": "Bahasa Indonesia", "ms": "Bahasa Melayu"}
"""Where the name of the country alone would not do."""
_KILO = 1000


def message(words: str) -> str:
    """Mark ``words`` for the catalogues, where they are looked up later. Returns them as they are."""
    return words


@frozen
class Messages:
    """What the interface says in ``language``. ``words`` go by their English; of counted ones there are several, and
    ``plural`` is gettext's formula for which of them a number takes.
    """

    language: str = SOURCE
    words: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    plural: str = "(n != 1)"

    def say(self, words: str) -> str:
        """Return ``words`` in the language; as they are where the catalogue has none."""
        found = self.words.get(words, words)
        return found if isinstance(found, str) else found[0]

    def count(self, one: str, many: str, number: int) -> str:
        """Return what is said of ``number`` things, the number written in for ``{count}``."""
        forms = self.words.get(one) or (one, many)
        if isinstance(forms, str):
            forms = (forms,)
        return forms[min(_form(self.plural)(number), len(forms) - 1)].format(count=self.number(number))

    def number(self, number: int) -> str:
        """Write a whole number with the language's separators."""
        return str(number) if abs(number) < _KILO else format_decimal(number, locale=_locale(self.language))

    def decimal(self, number: Fraction) -> str:
        """Write a number with the language's separators, to three places where it has more."""
        value = number.numerator if number.denominator == 1 else float(number)
        return str(format_decimal(value, "#,##0.###", locale=self.locale))

    @property
    def locale(self) -> Locale:
        """Return what Unicode's tables have of the language."""
        return _locale(self.language)

    def size(self, size: int) -> str:
        """Write a size in bytes as people read it, to a tenth: ``1.2 MB``."""
        amount, unit = float(size), "B"
        for larger in ("kB", "MB", "GB"):
            if amount < _KILO:
                break
            amount, unit = amount / _KILO, larger
        pattern = "#,##0" if unit == "B" else "#,##0.0"
        return f"{format_decimal(amount, pattern, locale=_locale(self.language))} {unit}"

    def date(self, value: datetime.date | str) -> str:
        """Write a date as exactly as it is known: ``24 October 2025``, ``October 2025`` or ``2025``."""
        return _date(self.language, value)

    def day(self, value: datetime.date) -> str:
        """Write a day without its year, as citations have it: ``October 24``, ``24 Oktober``."""
        return _day(self.language, value)

    def language_name(self, code: str) -> str:
        """Return the name of a language (BCP 47); its code where it has none."""
        name = _locale(self.language).languages.get(primary(code))
        return self.say(_LANGUAGE).format(language=name) if name else code


# For translators: the name of a language in running text, such as "bahasa {language}" where the name alone could be
# taken for a country
_LANGUAGE = message("{language}")


@lru_cache(maxsize=4096)
def _date(language: str, value: datetime.date | str) -> str:
    year, *rest = str(value).split("-")
    if not rest:
        return year
    day = datetime.date(int(year), int(rest[0]), int(rest[1]) if len(rest) > 1 else 1)
    # plain English puts the month first, as in the United States
    locale = _locale("en-GB" if language == SOURCE else language)
    if len(rest) > 1:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM", day, locale=locale)


@lru_cache(maxsize=4096)
def _day(language: str, value: datetime.date) -> str:
    return str(format_skeleton("MMMMd", value, locale=_locale(language)))


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(SOURCE)


def own_name(language: str) -> str:
    """Return what a language calls itself, as a word that stands alone: ``Bahasa Indonesia``; its code if unknown."""
    if language in _OWN_NAMES:
        return _OWN_NAMES[language]
    try:
        name = Locale.parse(language, sep="-").get_display_name() or language
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:]


def load_messages(language: str, folders: Sequence[Path]) -> Messages:
    """Return what the interface says in ``language``, from the first folder of templates that has a catalogue for it.

    Without one it is English, and says so.

    Raises:
        OSError: the catalogue cannot be read.
    """
    for folder in folders:
        for code in dict.fromkeys((language, primary(language))):
            path = folder / _FOLDER / f"{code}.po"
            if path.is_file():
                return _read(language, path.read_bytes())
    return Messages(language if primary(language) == SOURCE else SOURCE)


@cache
def _read(language: str, content: bytes) -> Messages:
    catalogue = read_po(content.decode("utf-8").splitlines(keepends=True), locale=primary(language))
    words = {
        entry.id if isinstance(entry.id, str) else entry.id[0]: (
            entry.string if isinstance(entry.string, str) else tuple(entry.string)
        )
        for entry in catalogue
        if entry.id and entry.string and not entry.fuzzy and all(entry.string)
    }
    return Messages(language, words, catalogue.plural_expr)


@cache
def _form(plural: str) -> Callable[[int], int]:
    formula: Callable[[int], int] = c2py(plural)
    return formula
