"""Numbers in digits alone, behind which nothing belongs to them: the commonest case, read without the grammar."""

from __future__ import annotations

import re

from site_builder.figures.digits import Digits, read_digits
from site_builder.figures.words import Lexicon, atoms_at

_CERTAIN_END = re.compile(r"\Z|[,;!?)\]}\"“”»…%€$£\n]|[.:](?![^\W\d_])")
"""What ends a number in digits in every language; separators between digits are read before."""
_LETTERS = re.compile(r"[^\W\d_]+\.?")


def bare(text: str, raw: str, at: int, words: Lexicon) -> Digits | None:
    """Read the digits at ``at`` of a folded text where nothing follows that could belong to their number.

    ``raw`` is the text before folding of case. ``None`` says only that the grammar must look.
    """
    found = read_digits(text, at, words.decimal)
    return found if found and found.readings and _ends(text, raw, found.end, words) else None


def _ends(text: str, raw: str, at: int, words: Lexicon) -> bool:
    """Tell whether a number in digits ends at ``at`` for sure: no word of a number, short or long, follows."""
    if _CERTAIN_END.match(text, at):
        return True
    word = at + 1
    if text[at] not in " \u00a0" or not text[word : word + 1].isalpha():
        return False
    if next(atoms_at(text, word, words), None):
        return False
    written = _LETTERS.match(raw, word)
    return written is not None and not _may_be_short(written[0], words)


def _may_be_short(written: str, words: Lexicon) -> bool:
    """Tell whether letters are a compact form, with or without a point at their end."""
    if len(written) > words.longest_short:
        return False
    forms = (written, written.rstrip("."))
    return any(form in words.short or form.casefold() in words.short for form in forms)
