"""What a text has between two spaces, for whoever looks for number words: found out once for each word that is met.

Most words begin no number, and end none. What is told of them here is certain; of all others it is only likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import filterfalse

from site_builder.figures.phrases import MOST_KNOWN, remember
from site_builder.figures.roles import Role
from site_builder.figures.words import Lexicon, atoms_at

_LETTERS = re.compile(r"[^\W\d_]+\.?")
_SCALE = re.compile(r"([^\W\d_]{2,})(?:[,;!?)\]}\"“”»…]|[.:])*")
"""Letters alone, with what ends a sentence or a part of it behind them."""
_DIGITS = re.compile(r"[\d.,٫½¼¾⅐-⅞↉]+")
_REACH = 40
"""Code points of a stretch that is looked up whole."""
_SMALL = {Role.ARTICLE, Role.LINK}
_MOST_WORDS = 6
_THOUSAND = 1000


class Stretch(Enum):
    """What a text has up to its next space, for whoever looks for number words."""

    NOTHING = "nothing"
    """For certain, no word of a number begins it, and no short form of a scale."""
    TAIL = "tail"
    """The same, but for a later piece of a number word of several: *belas* of *empat belas*."""
    SMALL = "small"
    """It is an article or an *and*: of a number only if one goes on right behind it."""
    WORD = "word"

    __hash__ = object.__hash__  # that of enumerations is slow


MUTE = frozenset({Stretch.NOTHING, Stretch.TAIL})


def is_mute(text: str, at: int, words: Lexicon) -> bool:
    """Tell whether no number begins at ``at``, nor goes on there: for certain."""
    here = words.known.stretches.get(text[at : at + _REACH].partition(" ")[0]) or stretch_at(text, at, words)
    if here is Stretch.SMALL:
        behind = text.find(" ", at) + 1
        tails = tuple(tail[0] for tail in words.tails.get(text[at : behind - 1], ()))
        if text[behind : behind + 1].isalpha() and not text.startswith(tails, behind):
            here = stretch_at(text, behind, words)
    return here in MUTE


def stretch_at(text: str, at: int, words: Lexicon) -> Stretch:
    """Tell what begins at ``at`` of a folded text: looked up once for each word."""
    stretch = text[at : at + _REACH].partition(" ")[0]
    known: Stretch | None = words.known.stretches.get(stretch)
    return remember(words.known.stretches, stretch, _stretch(stretch, words)) if known is None else known


def _stretch(stretch: str, words: Lexicon) -> Stretch:
    if len(stretch) >= _REACH or _may_be_short(stretch, words):
        return Stretch.WORD
    heads = _leading(stretch, 0, words)
    if not heads:
        return Stretch.TAIL if stretch.startswith(words.later) else Stretch.NOTHING
    roles = {atom.role for atom in words.atoms.get(stretch, ())}
    return Stretch.SMALL if heads == [stretch] and roles <= _SMALL else Stretch.WORD


def _heads(stretch: str, at: int, words: Lexicon) -> list[str]:
    """Return the first pieces of number words that begin at ``at``."""
    lengths = words.lengths.get(stretch[at : at + 2]) or words.lengths.get(stretch[at : at + 1], ())
    heads = {stretch[at : at + length] for length in lengths}
    return [head for head in heads if head in words.atoms or head in words.tails]


def _leading(stretch: str, at: int, words: Lexicon) -> list[str]:
    """Return those from which number words may come to where a word ends: *app* goes on from no *a*."""
    return [head for head in _heads(stretch, at, words) if _may_end(stretch, at + len(head), head, words)]


def _may_end(stretch: str, at: int, head: str, words: Lexicon) -> bool:
    rest = stretch[at:]
    if not rest or not rest[0].isalpha() or rest.startswith(words.dotted):
        return True
    if not words.spaced or "open end" in words.habits:
        return True
    tails = tuple(tail[0] for tail in words.tails.get(head, ()))
    return rest.startswith(tails) or bool(_leading(stretch, at, words))


def phrase_end(text: str, start: int, words: Lexicon) -> int:
    """Return where a row of words that may be a number's ends, with the space behind it; -1 where that is unsure."""
    at = start
    for _ in range(_MOST_WORDS):
        space = text.find(" ", at)
        if space < 0:
            return len(text)
        at = space + 1
        if not text[at : at + 1].isalpha():
            return -1
        if stretch_at(text, at, words) is Stretch.NOTHING:
            return at
    return -1


def scale_at(text: str, raw: str, at: int, words: Lexicon) -> tuple[int, int] | None:
    """Return the factor of the word at ``at`` and its end, if it can but multiply the number before it."""
    space = text.find(" ", at, at + _REACH)
    end = len(text) if space < 0 else space
    if space >= 0 and not (
        text[end + 1 : end + 2].isalpha() and stretch_at(text, end + 1, words) is Stretch.NOTHING
    ):
        return None
    written = raw[at:end]
    if written in words.known.scales:
        found: tuple[int, int] | None = words.known.scales[written]
    else:
        found = remember(words.known.scales, written, _scale(text[at:end], written, words))
    return (found[0], at + found[1]) if found else None


def _scale(stretch: str, written: str, words: Lexicon) -> tuple[int, int] | None:
    letters = _SCALE.fullmatch(written)
    if not letters or len(written) >= _REACH:
        return None
    end = letters.end(1)
    (atoms, reach), *_ = [*atoms_at(stretch, 0, words), ((), 0)]
    if reach != end or len(atoms) != 1 or atoms[0].role is not Role.TIMES:
        return None
    factor = int(atoms[0].value)
    short = words.short.get(letters[1]) or words.short.get(letters[1].casefold()) or (factor,)
    return (
        (factor, end)
        if short == (factor,) and str(factor).strip("0") == "1" and factor >= _THOUSAND
        else None
    )


def beginnings(text: str, words: Lexicon) -> list[int]:
    """Return where words of a folded text, in a script that sets spaces, may begin a number."""
    silent = words.known.silent
    unknown = [*filterfalse(silent.__contains__, text.split())]
    together = "".join(unknown)
    if together.isascii() and not together.islower():
        return []  # none of them has letters
    new = {word for word in unknown if word.islower() or not word.isascii()}
    unmet = new.difference(words.known.loud)
    if unmet:
        quiet = {stretch for stretch in unmet if _is_silent(stretch, words)}
        _keep(silent, quiet)
        _keep(words.known.loud, unmet - quiet)
        new -= quiet
    return sorted({start for stretch in new for start in _starts(text, stretch, words)}) if new else []


def _keep(known: set[str], more: Iterable[str]) -> None:
    """Keep what is known of words, and forget all others when they are too many."""
    if len(known) >= MOST_KNOWN:
        known.clear()
    known.update(more)


def _starts(text: str, stretch: str, words: Lexicon) -> Iterator[int]:
    """Yield where numbers may begin in a stretch, wherever it stands, and in the article before it."""
    at = text.find(stretch)
    while at >= 0:
        end = at + len(stretch)
        start = text.rfind(" ", 0, max(0, at - 1)) + 1
        while found := words.starts.search(text, start, end):
            start = found.start()
            if text[start].isalpha():
                if not is_mute(text, start, words):
                    yield start
                start += 1
            else:
                run = _DIGITS.match(text, start)
                start = run.end() if run else start + 1
        at = text.find(stretch, end)


def _is_silent(stretch: str, words: Lexicon) -> bool:
    """Tell whether no number word that begins a number, or may follow an article that does, stands in a stretch."""
    starts = (found.start() for found in words.heads.finditer(stretch))
    return len(stretch) < _REACH and not any(_leading(stretch, at, words) for at in starts)


def _may_be_short(stretch: str, words: Lexicon) -> bool:
    """Tell whether a stretch may begin with a compact form, in whatever case, with or without a point."""
    found = _LETTERS.match(stretch)
    forms = (found[0], found[0].rstrip(".")) if found else ()
    return any(form in words.folded_short or form.casefold() in words.folded_short for form in forms)
