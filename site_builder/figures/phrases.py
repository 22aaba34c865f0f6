"""Sets of phrases that are looked for at one place of a text: the longest that stands there wins."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

_Meaning = TypeVar("_Meaning")
_Word = TypeVar("_Word")
_GROUP = re.compile(r"\(([^()]*)\)")
_TOP = re.compile(r"\|(?![^()]*\))")


@cache  # long to compile, and most texts hold none of them
def _unspaced() -> re.Pattern[str]:
    """Match the scripts that set no space between words, and Hangul, whose particles follow without one."""
    return re.compile(
        "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    )


_FIRST_UNSPACED = "\u0e00"
REACH = 40
"""Code points of a word that is looked up whole."""
MOST_KNOWN = 20_000
_FEW = 1_000
"""Words that each of the many tables of a language keeps: it is asked of those only that may be in it."""
_LONG_ENOUGH = 4
"""A shorter word with an ending is too often another word."""


def expand(pattern: str) -> Iterator[str]:
    """Yield each phrase of ``a (b|c) d|e``: alternatives at the top, and in groups that do not nest."""
    if "(" not in pattern:
        yield from filter(None, pattern.split("|"))
        return
    for phrase in _TOP.split(pattern):
        pieces = _GROUP.split(phrase)
        choices = [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces)]
        for chosen in itertools.product(*choices):
            if any(chosen):
                yield "".join(chosen)


def is_wordlike(char: str) -> bool:
    """Tell whether ``char`` is a letter or a mark on one."""
    return char.isalpha() or (not char.isascii() and unicodedata.category(char)[0] == "M")


def is_unspaced(char: str) -> bool:
    """Tell whether words may end beside ``char`` without a space."""
    return char >= _FIRST_UNSPACED and _unspaced().match(char) is not None


def is_edge(text: str, at: int) -> bool:
    """Tell whether a word may begin or end at ``at``; a digit beside a letter is an edge."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isdigit() and after.isdigit():
        return False
    if not (is_wordlike(before) and is_wordlike(after)):
        return True
    return is_unspaced(before) or is_unspaced(after)


class Phrases(Generic[_Meaning]):
    """Phrases with their meanings. Texts and phrases must be folded alike; offsets count code points.

    ``endings`` is how many letters of an inflection may follow a phrase; ``prefixes`` are words written together
    with what follows them, such as the Arabic *and*.
    """

    def __init__(
        self, meanings: Mapping[str, _Meaning], endings: int = 0, prefixes: tuple[str, ...] = ()
    ) -> None:
        """Index ``meanings`` by first and by last letter, longest first."""
        self._meanings = meanings
        self._endings = endings
        self._prefixes = prefixes
        self._firsts = _lengths((phrase[0], phrase) for phrase in meanings)
        self._lasts = _lengths((phrase[-1], phrase) for phrase in meanings)
        # what is written without a space stands in the stretch between two, and is looked up once for each of those
        self._heads: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, int] = {}
        for phrase in meanings:
            head, _, more = phrase.partition(" ")
            if more:
                self._heads[head] = (*self._heads.get(head, ()), more.partition(" ")[0])
                self._words[head] = max(self._words.get(head, 0), phrase.count(" ") + 1)
        self._tails: dict[str, tuple[str, ...]] = {}
        for phrase in meanings:
            more, _, tail = phrase.rpartition(" ")
            if more:
                self._tails[tail] = (*self._tails.get(tail, ()), more.rpartition(" ")[2])
        self._behind: dict[str, tuple[_Meaning, int] | None] = {}
        self._before: dict[str, tuple[_Meaning, int] | None] = {}

    def __contains__(self, phrase: object) -> bool:
        """Tell whether ``phrase`` is one of them."""
        return phrase in self._meanings

    def __iter__(self) -> Iterator[str]:
        """Yield the phrases."""
        return iter(self._meanings)

    def at(self, text: str, start: int) -> tuple[_Meaning, int] | None:
        """Return the meaning of the longest phrase that begins at ``start``, and where it ends."""
        word = text[start : start + REACH].partition(" ")[0]
        if len(word) >= REACH or (
            word in self._heads and text.startswith(self._heads[word], start + len(word) + 1)
        ):
            return self.look_at(text, start)
        try:
            found = self._behind[word]
        except KeyError:
            found = remember(self._behind, word, self.look_at(word, 0), _FEW)
        return (found[0], start + found[1]) if found else None

    def before(self, text: str, end: int) -> tuple[_Meaning, int] | None:
        """Return the meaning of the longest phrase that ends at ``end``, and where it begins."""
        word = text[max(0, end - REACH) : end].rpartition(" ")[2]
        start = end - len(word)
        if len(word) >= REACH or (
            word in self._tails and text.endswith(self._tails[word], 0, max(0, start - 1))
        ):
            return self.look_before(text, end)
        try:
            found = self._before[word]
        except KeyError:
            found = remember(self._before, word, self.look_before(word, len(word)), _FEW)
        return (found[0], start + found[1]) if found else None

    def seconds(self, word: str) -> tuple[str, ...]:
        """Return the second words of phrases that begin with ``word``."""
        return self._heads.get(word, ())

    def most_words(self, word: str) -> int:
        """Return of how many words the longest phrase is that begins with ``word``."""
        return self._words.get(word, 1)

    def decides_before(self, word: str) -> bool:
        """Tell whether ``word`` alone decides what stands before a place: no phrase of several words ends with it."""
        return word not in self._tails and len(word) < REACH

    def may_begin(self, word: str) -> bool:
        """Tell whether a phrase begins with ``word``, behind which a space may follow."""
        return word in self._heads or self.look_at(word, 0) is not None

    def may_end(self, word: str) -> bool:
        """Tell whether a phrase ends with ``word``, before which a space may stand, or one point before its end."""
        ends = (word, word.removesuffix("."))
        return any(end in self._tails or self.look_before(end, len(end)) for end in ends)

    def look_at(self, text: str, start: int) -> tuple[_Meaning, int] | None:
        """Return what :meth:`at` does, without asking what is known."""
        for length in self._firsts.get(text[start : start + 1], ()):
            end = start + length
            phrase = text[start:end]
            if end <= len(text) and phrase in self._meanings:
                last = end if is_edge(text, end) else self._ending(text, end, phrase)
                if last:
                    return self._meanings[phrase], last
        return None

    def look_before(self, text: str, end: int) -> tuple[_Meaning, int] | None:
        """Return what :meth:`before` does, without asking what is known."""
        for length in self._lasts.get(text[end - 1 : end], ()):
            start = end - length
            if start >= 0 and text[start:end] in self._meanings and self._begins(text, start):
                return self._meanings[text[start:end]], start
        return None

    def _begins(self, text: str, start: int) -> bool:
        """Tell whether a phrase may begin at ``start``, also behind a prefix written together with it."""
        if is_edge(text, start):
            return True
        before = (start - len(prefix) for prefix in self._prefixes if text.endswith(prefix, 0, start))
        return any(is_edge(text, at) for at in before)

    def _ending(self, text: str, end: int, phrase: str) -> int:
        """Return where the word ends that goes on at ``end``, or 0 where that is more than an ending."""
        if len(phrase) < _LONG_ENOUGH:
            return 0
        for at in range(end + 1, min(end + self._endings, len(text)) + 1):
            if is_edge(text, at):
                return at
        return 0


class Longest(Generic[_Meaning]):
    """Two tables in one: the longer of what each has at a place, of two as long that which is ``written``."""

    def __init__(self, written: Phrases[_Meaning], folded: Phrases[_Meaning]) -> None:
        """Take a table of phrases as they are written, and one of folded ones."""
        self._written, self._folded = written, folded
        self._behind: dict[str, tuple[_Meaning, int] | None] = {}

    def at(self, text: str, raw: str, start: int) -> tuple[_Meaning, int] | None:
        """Return the meaning of the longest phrase that begins at ``start``, and where it ends.

        ``text`` is folded, ``raw`` is not.
        """
        word = text[start : start + REACH].partition(" ")[0]
        written = raw[start : start + len(word)]
        both = word if word == written else f"{word} {written}"
        try:
            found = self._behind[both]
        except KeyError:
            if self.seconds(word, written) or len(word) >= REACH:
                return self.look_at(text, raw, start)
            found = remember(self._behind, both, self.look_at(word, written, 0), _FEW)
        return (found[0], start + found[1]) if found else None

    def seconds(self, word: str, written: str) -> tuple[str, ...]:
        """Return the second words of phrases that begin with a word, folded or as it is ``written``."""
        return self._written.seconds(written) + self._folded.seconds(word)

    def most_words(self, text: str, raw: str, start: int) -> int:
        """Return of how many words the longest phrase is that begins with the word at ``start``."""
        word = text[start : start + REACH].partition(" ")[0]
        written = raw[start : start + len(word)]
        return max(self._written.most_words(written), self._folded.most_words(word))

    def look_at(self, text: str, raw: str, start: int) -> tuple[_Meaning, int] | None:
        """Return what :meth:`at` does, without asking what is known."""
        found = [hit for hit in (self._written.at(raw, start), self._folded.at(text, start)) if hit]
        return max(found, key=lambda hit: hit[1], default=None)


def remember(
    known: dict[_Word, _Meaning], word: _Word, meaning: _Meaning, most: int = MOST_KNOWN
) -> _Meaning:
    """Keep what is known of a word, and forget all others when they are too many."""
    if len(known) >= most:
        known.clear()
    known[word] = meaning
    return meaning


def _lengths(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    table: dict[str, set[int]] = {}
    for letter, phrase in pairs:
        table.setdefault(letter, set()).add(len(phrase))
    return {letter: tuple(sorted(found, reverse=True)) for letter, found in table.items()}
