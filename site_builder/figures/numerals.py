"""Numbers in running text, in digits or words, with the exact place where each stands.

What is around a number (ranges, units, percent, currency, dates, codes) is read by the callers of :func:`scan`.

Words are read in every language that CLDR has spell-out rules for (Unicode UTS 35, part 3, *Rule-Based Number
Formatting*); digits in every language. Not read: Roman numerals; Japanese numbers in kana; counts that English texts
put as *over* or *out of* (*two out of three*); in Akan, Ewe, Fula, Irish, Kalaallisut, Swahili and Zulu, thousands
that are themselves compound; numbers of Korean in a single syllable with no counter behind them; in Ukrainian,
small numbers in the genitive (*двох*). A comma joins thousands to hundreds (*two thousand, five hundred*), so that a
list of such numbers reads as one; Swahili *elfu ishirini na tano*, 25,000 or 20,005, gives the second alone. A slash
makes no fraction before a nought or more than three digits, unless they are a power of ten.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from site_builder.figures.bare import Bare, bare, say_digits
from site_builder.figures.context import is_indefinite, is_minus, is_name, stands
from site_builder.figures.edges import is_letter, past_gap
from site_builder.figures.folding import fold
from site_builder.figures.phrases import remember
from site_builder.figures.reader import Found, Reader
from site_builder.figures.roles import Atom, Role
from site_builder.figures.said import Said, readings_of, say
from site_builder.figures.stretches import beginnings, phrase_end, scale_at
from site_builder.figures.words import DIGITS, Lexicon, atoms_at, before_digits, lexicon
from site_builder.model.span import Span

_LETTERS_BEFORE = re.compile(r"[A-Za-z]+$")
_LONGEST_PREFIX = 8
_SCALED = re.compile(r"\d+(?:[.,]\d+)*(?=[ \u00a0][^\W\d_])")
_LONGEST_PHRASE = 80
_SIGNS = "-−–+"
_BEFORE_SIGN = frozenset("([{«“\"'$€£¥₩₹/=:<>≥≤~≈")
_DIGITS = re.compile(r"\d[\d.,'’٫٬/:_-]*")


class Numeral(NamedTuple):
    """A number as written. ``span`` counts code points of the untouched text and takes in sign and scale words.

    ``readings`` holds the exact value, and more than one where a separator is ambiguous (``1.200``), likeliest
    first. ``ordinal``: a rank (*third*, ``3rd``); ``spelled``: words take part; ``fraction``: written as one;
    ``scale``: a scale word or compact form takes part; ``indefinite``: an article, a pronoun or a bare scale word
    rather than a number (*a* car, *this one*, *million*).
    """

    span: Span
    readings: tuple[Fraction, ...]
    ordinal: bool = False
    spelled: bool = False
    fraction: bool = False
    indefinite: bool = False
    scale: bool = False


def scan(text: str, language: str) -> list[Numeral]:
    """Return the numbers of ``text``, in order and without overlaps; ``language`` is a BCP 47 code.

    A language without a table of words is read in digits only.
    """
    words = lexicon(language)
    return Scan(text, *fold(text, words.language, words.unmark), words).numerals()


def scan_of(text: str, folded: str, offsets: list[int] | None, language: str) -> Scan:
    """Return a pass over ``text``, which has been folded, accents kept, already."""
    words = lexicon(language)
    if words.unmark:
        folded, offsets = fold(text, words.language, words.unmark)
    return Scan(text, folded, offsets, words)


class Scan:
    """One pass over one text."""

    def __init__(self, text: str, folded: str, offsets: list[int] | None, words: Lexicon) -> None:
        """Take a text, and its folded form with the offsets in the text; :func:`scan_of` gives both."""
        self.words = words
        self.text, self.offsets = folded, offsets
        self.ended = -1  # where the last number ended: a dash right there is no minus
        self.raw = text if not self.offsets else "".join(text[at] for at in self.offsets[:-1])
        self.beginnings = beginnings(folded, words)[::-1] if words.spaced else []

    def numerals(self) -> list[Numeral]:
        """Return all numbers of the text, in order."""
        found: list[Numeral] = []
        at = 0
        while (start := self.next(at)) >= 0:
            numeral, at = self.at(start, at)
            if numeral:
                found.append(numeral)
        return found

    def next(self, at: int) -> int:
        """Return where a number may begin next, from ``at`` on; -1 where none does."""
        if not self.words.spaced:
            found = self.words.starts.search(self.text, at)
            return found.start() if found else -1
        digits = DIGITS.search(self.text, at)
        while self.beginnings and self.beginnings[-1] < at:
            self.beginnings.pop()
        if not digits or (self.beginnings and self.beginnings[-1] < digits.start()):
            return self.beginnings[-1] if self.beginnings else -1
        return digits.start()

    def at(self, start: int, floor: int) -> tuple[Numeral | None, int]:
        """Return the number that begins at ``start``, and where to go on; ``floor`` is where the last one ended."""
        if not self._may_begin(start):
            return None, self._past(start)
        if self.text[start].isdecimal() and (found := bare(self.text, start, self.words)):
            return self._bare(found[0], found[1].readings, start, floor), found[0]
        letter = self.text[start].isalpha()
        if letter and (said := self._said(start)):
            return self._spelled(said, start)
        first = list(atoms_at(self.text, start, self.words)) if letter else []
        if letter and not (first and self._may_start(first, start)):
            return None, start + 1
        sign, begin, at = self._sign(start, floor, first)
        reader = Reader(self.text, self.raw, self.words)
        read = reader.read(at)
        if not read or not stands(self.text, at, read, self.words):
            return None, self._past(start) if not read else read.end
        self.ended = read.end
        return self._numeral(read, begin, at, sign, reader.ambiguous), read.end

    def scaled(self, start: int) -> tuple[int, Bare] | None:
        """Return where the unsigned digits at ``start`` with the one scale word behind them end, and what they say."""
        found = _SCALED.match(self.text, start)
        scale = found and scale_at(self.text, self.raw, found.end() + 1, self.words)
        if not found or not scale or len(found[0]) > _LONGEST_PHRASE:
            return None
        listed = start > 1 and self.text[start - 1] == "," and self.text[start - 2].isdecimal()
        said = say_digits(found[0], listed, self.words.decimal, scale[0])
        return (scale[1], said) if said else None

    def _bare(self, end: int, readings: tuple[Fraction, ...], start: int, floor: int) -> Numeral:
        """Return a number in digits alone, behind and in front of which nothing belongs to it."""
        begin = start
        if start and (self.text[start - 1] in _SIGNS or self.text[max(0, start - 2)] in _SIGNS):
            sign, begin, _ = self._sign(start, floor, [])
            readings = tuple([-value for value in readings]) if sign < 0 else readings
        self.ended = end
        return Numeral(self._span(begin, end), readings)

    def _said(self, start: int) -> Said | None:
        """Return what the words at ``start`` say as a number, if nothing else decides that: read once for all texts."""
        words = self.words
        if not words.spaced or words.counters or self._is_behind_dash(start):
            return None
        end = phrase_end(self.text, start, words)
        if end < 0 or end - start > _LONGEST_PHRASE:
            return None
        phrase = self.text[start:end]
        said: Said | None = words.known.numbers.get(phrase)
        if said is None:
            said = remember(words.known.numbers, phrase, say(phrase, words))
        return said if said.sure else None

    def _is_behind_dash(self, start: int) -> bool:
        return start > 1 and self.text[start - 1] == " " and self.text[start - 2] in _SIGNS

    def _spelled(self, said: Said, start: int) -> tuple[Numeral | None, int]:
        if not said.found:
            return None, start + 1
        found = Found(said.found.state, start + said.found.end)
        self.ended = found.end
        return self._numeral_of(found, start, start, said.readings), found.end

    def _may_begin(self, start: int) -> bool:
        """Tell whether no letter or digit right before makes ``start`` the inside of something else."""
        if not start:
            return True
        before, char = self.text[start - 1], self.text[start]
        if char in ".,٫":
            return not before.isalnum() and before not in ".,"
        if char.isdecimal() or char.isnumeric():
            return not before.isalpha() or not self._is_inside(start)
        return not self.words.spaced or not is_letter(before)

    def _is_inside(self, start: int) -> bool:
        """Tell whether the letters right before digits make them part of a name: ``B2B``, not ``Rp5``."""
        run = _LETTERS_BEFORE.search(self.raw, max(0, start - _LONGEST_PREFIX), start)
        if not run:
            return (
                self.words.spaced and is_letter(self.text[start - 1]) and "open end" not in self.words.habits
            )
        return run[0] not in before_digits()

    def _past(self, start: int) -> int:
        run = _DIGITS.match(self.text, start)
        return run.end() if run else start + 1

    def _may_start(self, first: list[tuple[tuple[Atom, ...], int]], start: int) -> bool:
        """Tell whether a number can begin with one of these words here."""
        if any(atom.role is not Role.POINT for atoms, _ in first for atom in atoms):
            return True
        before = self.text[max(0, start - _LONGEST_PREFIX) : start].rstrip()[-1:]
        return not before.isalpha()

    def _sign(
        self, start: int, floor: int, first: list[tuple[tuple[Atom, ...], int]]
    ) -> tuple[int, int, int]:
        """Return the sign of the number at ``start``, where it begins with its sign, and where its digits do."""
        for atoms, end in first:
            if any(atom.role is Role.MINUS for atom in atoms):
                sign = -1 if is_minus(self.text, start, self.text[start:end], self.words) else 1
                after = past_gap(self.text, end)
                return sign, start if sign < 0 else after, after
        signed = not self.text[start].isalpha() and start > floor and self.text[start - 1] in _SIGNS
        signed = signed and start - 1 != self.ended
        if signed and self._may_carry_sign(start - 2):
            return (1 if self.text[start - 1] == "+" else -1), start - 1, start
        if start - 2 >= floor and self._is_whole_line(start):
            return -1, start - 2, start
        return 1, start, start

    def _may_carry_sign(self, before: int) -> bool:
        """Tell whether a sign behind ``before`` is a number's: not a hyphen, a range or a subtraction."""
        if before < 0:
            return True
        char = self.text[before]
        return char.isspace() or char in _BEFORE_SIGN or (not self.words.spaced and not char.isascii())

    def _is_whole_line(self, start: int) -> bool:
        """Tell whether a sign set apart by a space and a number make up a line: else it is a bullet."""
        if self.text[start - 1] != " " or self.text[start - 2] not in "-−–":
            return False
        line = self.text.rfind("\n", 0, start) + 1
        end = self.text.find("\n", start)
        rest = self.text[start : end if end >= 0 else None]
        return not self.text[line : start - 2].strip() and len(rest.split()) <= 2 and not rest.endswith(".")

    def _numeral(self, found: Found, begin: int, at: int, sign: int, ambiguous: bool) -> Numeral:
        readings = readings_of(found, self.text, self.raw, at, ambiguous, self.words)
        return self._numeral_of(found, begin, at, tuple(-value if sign < 0 else value for value in readings))

    def _numeral_of(self, found: Found, begin: int, at: int, readings: tuple[Fraction, ...]) -> Numeral:
        state = found.state
        return Numeral(
            span=self._span(begin, found.end),
            readings=readings,
            ordinal=state.ordinal,
            spelled=state.spelled,
            fraction=state.fraction,
            indefinite=state.bare
            or is_indefinite(self.text, at, found, self.words)
            or is_name(self.raw, at, found),
            scale=state.scales > 0,
        )

    def _span(self, start: int, end: int) -> Span:
        if not self.offsets:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end])
