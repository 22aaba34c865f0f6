"""Which of many tables may have a phrase beside a number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from site_builder.figures.phrases import REACH, Phrases, remember

_FIRST = 3
"""Letters of a word that tell, mostly, whether a phrase can begin or end with it."""


class Voices:
    """Which of many tables may have a phrase beside a number: asked once for each word of a text.

    Most numbers stand between words that no table knows, or only one, and need none of the others then. What is asked
    about is the stretch up to the next space: phrases without a space stand inside it, others begin or end with all of
    it. An answer is a set of flags; without a table's flag that table has no phrase there, for certain.
    """

    def __init__(
        self,
        tables: Mapping[int, Phrases[Any]],
        signs: tuple[str, ...] = (),
        written: Mapping[int, Phrases[Any]] | None = None,
    ) -> None:
        """Take the ``tables`` by their flags, and ``signs``: of what they begin, anything may be said.

        Tables in ``written`` are looked for in the text before folding.
        """
        self._tables = tables
        self._written = written or {}
        self._all = sum(tables) | sum(self._written)
        self._signs = (" ", *signs)
        phrases = [phrase for table in (tables, self._written) for each in table.values() for phrase in each]
        self._starts = frozenset(phrase.partition(" ")[0][:_FIRST] for phrase in phrases)
        self._ends = frozenset(phrase.rpartition(" ")[2][-_FIRST:] for phrase in phrases)
        self._behind: dict[str, int] = {}
        self._before: dict[str, int] = {}
        self._behind_plain: dict[str, int] = {}
        self._before_plain: dict[str, int] = {}

    def behind_plain(self, text: str, raw: str, start: int) -> int:
        """Return what :meth:`behind` does, where folding changes nothing but case: a word is known as it is written."""
        written = raw[start : start + REACH].partition(" ")[0]
        known = self._behind_plain.get(written)
        if known is None:
            known = remember(self._behind_plain, written, self.behind(text, raw, start))
        return known

    def before_plain(self, text: str, raw: str, end: int) -> int:
        """Return what :meth:`before` does, where folding changes nothing but case."""
        written = raw[max(0, end - REACH) : end].rpartition(" ")[2]
        known = self._before_plain.get(written)
        if known is None:
            known = remember(self._before_plain, written, self.before(text, raw, end))
        return known

    def behind(self, text: str, raw: str, start: int) -> int:
        """Return the flags of the tables that may have a phrase which begins at ``start``."""
        word = text[start : start + REACH].partition(" ")[0]
        written = raw[start : start + len(word)]
        both = word if word == written else f"{word} {written}"
        known = self._behind.get(both)
        return remember(self._behind, both, self._begin(word, written)) if known is None else known

    def before(self, text: str, raw: str, end: int) -> int:
        """Return the flags of the tables that may have a phrase which ends at ``end``, or one point before it."""
        word = text[max(0, end - REACH) : end].rpartition(" ")[2]
        written = raw[end - len(word) : end]
        both = word if word == written else f"{word} {written}"
        known = self._before.get(both)
        return remember(self._before, both, self._end(word, written)) if known is None else known

    def _begin(self, word: str, written: str) -> int:
        if len(word) >= REACH or word.startswith(self._signs):
            return self._all
        heads = {each[:length] for each in (word, written) for length in range(1, _FIRST + 1)}
        if heads.isdisjoint(self._starts):
            return 0
        return sum(flag for flag, table in self._tables.items() if table.may_begin(word)) | sum(
            flag for flag, table in self._written.items() if table.may_begin(written)
        )

    def _end(self, word: str, written: str) -> int:
        if len(word) >= REACH:
            return self._all
        ends = [each for both in (word, written) for each in (both, both.removesuffix("."))]
        if {each[-length:] for each in ends for length in range(1, _FIRST + 1)}.isdisjoint(self._ends):
            return 0
        return sum(flag for flag, table in self._tables.items() if table.may_end(word)) | sum(
            flag for flag, table in self._written.items() if table.may_end(written)
        )
