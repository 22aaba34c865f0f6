"""Numbers in digits alone, behind which nothing belongs to them: the commonest case, read without the grammar."""

from __future__ import annotations

import re

from site_builder.figures.digits import Digits, read_run
from site_builder.figures.stretches import is_mute
from site_builder.figures.words import Lexicon

_BARE = re.compile(
    r"(\d+(?:[.,]\d+|[ \u00a0\u2007\u2009\u202f]\d{3}(?!\d))*)"
    r"(?:(?=\Z|[,;!?)\]}\"“”»…%€$£\n](?!\d)|[.:](?![^\W_]))|(?=[ \u00a0](?!x)\w)())"
)
"""Digits with what ends a number in every language behind them, or a space and then (group 2) a word."""
_LONGEST = 100
"""Code points; see :mod:`~site_builder.figures.digits`."""


def bare(text: str, at: int, words: Lexicon) -> Digits | None:
    """Read the digits at ``at`` of a folded text where nothing follows that could belong to their number.

    ``None`` says only that the grammar must look.
    """
    found = _BARE.match(text, at)
    if not found:
        return None
    end = found.end()
    behind = end + 1
    if found[2] is not None and not (text[behind].isalpha() and is_mute(text, behind, words)):
        return None
    if behind - at > _LONGEST:
        return None
    listed = at > 1 and text[at - 1] == "," and text[at - 2].isdecimal()
    length, readings = read_run(found[1], listed, words.decimal)
    return Digits(end, readings) if readings and length == end - at else None
