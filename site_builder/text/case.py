"""Differences of case, the dotted and dotless i of Turkish and Azeri among them."""

from __future__ import annotations

import re
from functools import cache

from site_builder.text.families import CASE, Rewritten, Step, characters, compose
from site_builder.text.stages import Stage

_DOTTED_LANGUAGES = frozenset({"tr", "az"})


@cache
def _steps() -> tuple[Step, Step]:
    """Return the steps for ``i`` with a dot above and for characters whose folded form is longer, such as ``ß``."""
    ranges = (0xC0, 0x58F), (0x1E00, 0x1FFF), (0xFB00, 0xFB17)
    longer = "".join(char for char in characters(*ranges) if len(char.casefold()) > 1)
    return Step(CASE, re.compile("[iI]\u0307|İ"), lambda old: "i"), Step(
        CASE, re.compile(f"[{longer}]"), str.casefold
    )


def fold(text: str, language: str, *, composed: bool = True) -> tuple[str, tuple[Stage, ...]]:
    """Return ``text`` without differences of case, in composed form, and the way back.

    In Turkish and Azeri the four letters ``I ı İ i`` fall together here; :func:`same_dots` tells them apart.
    """
    if text.isascii() and language not in _DOTTED_LANGUAGES:
        return text.lower(), ()
    dotted, longer = _steps()
    found: list[Rewritten] = []
    if language in _DOTTED_LANGUAGES:
        found.append(dotted.apply(text))
        text = found[-1][0].replace("I", "i").replace("ı", "i")
    folded = text.casefold()
    if len(folded) != len(text):
        found.append(longer.apply(text))
        folded = found[-1][0].casefold()
    if composed:
        found.append(compose(folded))
        folded = found[-1][0]
    return folded, tuple(stage for _, stage in found if stage)


def same_letters(one: str, other: str, language: str) -> bool:
    """Tell whether two stretches that are equal without case are so by case alone.

    ``Masse`` is not ``Maße``, though ``MASSE`` may be either. In Turkish and Azeri ``ı`` and ``i`` are two letters;
    a capital ``I`` may stand for either, since programs without Turkish rules write it for both.
    """
    if language in _DOTTED_LANGUAGES:
        dotted, _ = _steps()
        letters = zip(dotted.pattern.sub("İ", one), dotted.pattern.sub("İ", other), strict=False)
        if any({a, b} in ({"ı", "i"}, {"ı", "İ"}) for a, b in letters):
            return False
    return "ß" not in one + other or _sharp(one, other)


def _sharp(one: str, other: str) -> bool:
    """Tell whether every ``ß`` of one stretch meets ``ß`` or capitals in the other."""
    i = j = 0
    while i < len(one) and j < len(other):
        pair = one[i], other[j]
        if "ß" in pair and pair != ("ß", "ß"):
            two = other[j : j + 2] if pair[0] == "ß" else one[i : i + 2]
            if two == "ss":
                return False
            wide = 1 if two[:1] == "ẞ" else 2
            i, j = (i + 1, j + wide) if pair[0] == "ß" else (i + wide, j + 1)
        else:
            i, j = i + 1, j + 1
    return True
