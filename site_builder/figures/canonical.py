"""The unit that an editor wrote, as the readers name it."""

from __future__ import annotations

import functools

from site_builder.figures.piece import View, look
from site_builder.figures.units import rate_after, unit_at

_LINKS = ("hour", "day", "week", "month", "year", "minute", "second")


@functools.lru_cache(maxsize=1024)
def canonical_unit(written: str, language: str) -> str | None:
    """Return the id of a unit written in ``language`` or in English, or ``None`` for a free noun (*employees*).

    Ids are those of CLDR (``hour-per-week``), ISO 4217 codes, ``percent``, ``percentage-point``, and plain names
    of coins (``cent``). A CLDR id itself is taken as it is.
    """
    for code in dict.fromkeys((language, "en")):
        if found := _whole(look(written.strip(), code)):
            return found
    return None


def _whole(view: View) -> str | None:
    """Return the unit whose name, with or without a rate, is all there is."""
    found = _named(view)
    if not found:
        return None
    unit, end = found
    if end == len(view.folded):
        return unit
    rate = rate_after(end, view) or _hyphened(view, end)
    return f"{unit}-per-{rate[0]}" if rate and rate[1] == len(view.folded) else None


def _named(view: View) -> tuple[str, int] | None:
    found = unit_at(view, 0)
    if found:
        return found[0].id, found[1]
    sign = view.habits.before.at(view.folded, 0)
    return (sign[0].id, sign[1]) if sign else None


def _hyphened(view: View, end: int) -> tuple[str, int] | None:
    """Read the second half of a CLDR id: ``-per-week``."""
    rest = view.folded[end:].removeprefix("-per-")
    return (rest, len(view.folded)) if rest in _LINKS and view.folded[end:].startswith("-per-") else None
