"""How findings say things: quotation, lists, suggestions. Words for editors, not for programmers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST = 70
"""Code points of a quotation inside a message: longer ones are shown at their place anyway."""


def quoted(words: str, limit: int = _LONGEST) -> str:
    """Return ``words`` on one line in quotation marks, shortened in the middle beyond ``limit`` code points."""
    line = " ".join(words.split())
    if len(line) > limit:
        half = limit // 2
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return f"“{line}”"


def listing(words: Iterable[str], last: str = "and") -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``."""
    *head, tail = words
    return f"{', '.join(head)} {last} {tail}" if head else tail


def closest(word: str, options: Iterable[str]) -> str:
    """Return the option nearest to ``word`` in spelling, whatever its case; empty where none is near."""
    folded = {option.casefold(): option for option in options}
    near = difflib.get_close_matches(word.casefold(), folded, n=1)
    return folded[near[0]] if near else ""


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Return ``did you mean “…”?`` for the nearest option, or nothing where none is near."""
    near = closest(word, options)
    return f"did you mean {quoted(near)}?" if near else ""


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 place`` or ``3 places``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
