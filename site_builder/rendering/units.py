"""Units as the readers of a language call them, from Unicode's tables (CLDR)."""

from __future__ import annotations

from typing import Literal

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import UnknownUnitError, format_compound_unit, format_unit

from site_builder.figures import canonical_unit
from site_builder.model.told import Told
from site_builder.rendering.messages import Messages

_SOME = 5
"""A number of which every language says the plural."""
_LENGTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
"""Some languages have one name of a unit, and the tables keep it under the short ones."""


def unit_words(unit: str, own: str, messages: Messages) -> str:
    """Return what an editor's ``unit``, written in ``own``, is called in the language of ``messages``.

    What is no measure, such as employees, stays as it is, and knows its language.
    """
    if not unit or messages.language == own:
        return unit
    known = canonical_unit(unit, own)
    return (_named(known, messages.locale) if known else "") or Told(unit, own, unit)


def _named(unit: str, locale: Locale) -> str:
    if unit.isupper():
        return str(get_currency_name(unit, count=_SOME, locale=locale))
    counted, _, per = unit.partition("-per-")
    try:
        names = [_name(counted, locale), *([_name(per, locale)] if per else [])]
        whole = per and format_compound_unit(_SOME, counted, denominator_unit=per, locale=locale)
    except UnknownUnitError:
        return ""
    return _bare(whole) if whole and "-" not in whole else " / ".join(names)


def _name(unit: str, locale: Locale) -> str:
    said = [_bare(format_unit(_SOME, unit, length=length, locale=locale)) for length in _LENGTHS]
    # what has no name is called by its English id
    return next((name for name in said if name != unit), said[0])


def _bare(words: str) -> str:
    return words.replace(str(_SOME), "").strip()
