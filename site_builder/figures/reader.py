"""Reading one number, digits and words together, from a given place of a folded text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from site_builder.figures.digits import read_digits
from site_builder.figures.edges import are_apart, at_boundary, past_gap
from site_builder.figures.roles import Atom, Role
from site_builder.figures.spellout import step, total
from site_builder.figures.state import EMPTY, Awaits, Last, State, add_decimals, add_digits, add_share, divide
from site_builder.figures.words import Lexicon, atoms_at

_LETTERS = re.compile(r"[^\W\d_]+\.?")
_RUN = re.compile(r"\d{1,40}")
_DIGITS_BEFORE = re.compile(r"\d+$")
_SLASH = re.compile(r"[ ]?[/⁄∕][ ]?(\d{1,40})(?![\d/⁄.,]*[\d/⁄])")
_SHARE = re.compile(r"[ \u00a0]{0,2}[\d/⁄∕½¼¾⅐-⅞↉]")
_MIXED = re.compile(r"[ \u00a0]{1,2}(\d{1,40})[/⁄∕](\d{1,40})(?![\d/⁄])")
_VULGAR = re.compile(r"[ \u00a0]?([½¼¾⅐-⅞↉])")
_POSITIONAL = re.compile(
    r"(?=[一二三四五六七八九]*[〇零]|[〇零一二三四五六七八九]{3})[〇零一二三四五六七八九]{2,40}(?![十百千拾佰仟万萬億亿兆])"
)
_COMMA = re.compile(r"[,،] (?=[^\W\d_])")
_COMMA_WIDTH = 2
_HUNDRED = 100
_THOUSAND = 1000
_SUFFIX = re.compile(r"[.:\-]?([^\W\d_]{1,4})(?!\w)")
_NEXT_WORD = re.compile(r"[ \u00a0]+([^\W\d_]+'?)")
_GENERATIONS = range(2, 8)
"""Mobile networks: ``5G`` is no number of billions."""
_WIDEST = 2
"""Spaces before a compact form."""
_LONGEST = 40
"""Words or digits of one number: beyond any that is written, and a bound on the search."""
_LONGEST_DENOMINATOR = 3
"""Digits; longer ones are years and numbers on file, but for round ones: *1/1000*."""

Step = tuple[State, int]


class Found(NamedTuple):
    """A number read: its state and where it ends (code points of the folded text)."""

    state: State
    end: int


class Reader:
    """Reads numbers of one folded text.

    ``raw`` is the same text before folding of case, for forms whose case tells them apart (``M``, ``m``).
    ``choice`` says which reading of an ambiguous separator to take, ``ambiguous`` whether one was met,
    ``looked`` whether a word behind the number had a say.
    """

    def __init__(self, text: str, raw: str, words: Lexicon, choice: int = 0, limit: int = 0) -> None:
        self.text, self.raw, self.words, self.choice, self.limit = text, raw, words, choice, limit
        self.ambiguous = self.looked = False

    def _apart(self, at: int, limit: int = 0) -> Found | None:
        """Read a number at ``at`` that is only a part of the whole one."""
        other = Reader(self.text, self.raw, self.words, limit=limit)
        found = other.read(at)
        self.looked = self.looked or other.looked
        return found

    def read(self, at: int) -> Found | None:
        """Read the longest number that begins at ``at``; ``None`` where none does."""
        return self._alone(at) or self._extend(EMPTY, at)

    def _alone(self, at: int) -> Found | None:
        """Read at once the commonest case: one word, and nothing behind it that could go on."""
        words = list(atoms_at(self.text, at, self.words)) if self.words.spaced else []
        if len(words) != 1 or len(words[0][0]) != 1 or words[0][0][0].role is not Role.ADD:
            return None
        (atom,), end = words[0]
        after = past_gap(self.text, end)
        more = self.text.startswith(self.words.dotted, after) or next(
            atoms_at(self.text, after, self.words), None
        )
        if more or not at_boundary(self.text, end, self.words):
            return None
        state = step(EMPTY, atom, self.words)
        return Found(state, end) if state and state.complete else None

    def _extend(self, state: State, at: int) -> Found | None:
        best = None
        if state.complete and at_boundary(self.text, at, self.words):
            best = Found(state, at)
        if state.length > _LONGEST:
            return best
        if best and state.spelled and _COMMA.match(self.text, at):
            return self._behind_comma(state, at) or best
        after = past_gap(self.text, at) if state.length else at
        if after > at and are_apart(state, self.text[at:after], self.text[after : after + 1], self.words):
            return best
        for following, end in self._steps(state, after):
            found = self._extend(following, end)
            if found and (not best or found.end > best.end):
                best = found
        return best

    def _behind_comma(self, state: State, at: int) -> Found | None:
        """Take the hundreds that a comma sets apart from the thousands: *two thousand, five hundred*."""
        if state.terms[-1][1] < _THOUSAND or state.fraction or state.ordinal:
            return None
        rest = self._apart(at + _COMMA_WIDTH)
        if not rest or rest.state.fraction or rest.state.ordinal:
            return None
        value = total(rest.state, self.words)
        fits = _HUNDRED <= value < state.terms[-1][1] and value.denominator == 1
        return Found(state.put(value, 1)._replace(length=state.length + 1), rest.end) if fits else None

    def _steps(self, state: State, at: int) -> Iterator[Step]:
        char = self.text[at : at + 1]
        if char.isdecimal() or (char in {".", ",", "٫"} and not state.length):
            yield from self._digits(state, at)
        elif not state.length and _VULGAR.match(char):
            yield add_share(EMPTY, vulgar(char)), at + 1
        else:
            yield from self._word(state, at)
            if state.spelled and self.text.startswith(self.words.dotted, at) and state.complete:
                yield from self._short(state, at)

    def _word(self, state: State, at: int) -> Iterator[Step]:
        if (
            "ideographs" in self.words.habits
            and not state.length
            and (run := _POSITIONAL.match(self.text, at))
        ):
            value = int("".join(map(str, map(unicodedata.numeric, run[0]))).replace(".0", ""))
            yield add_digits(EMPTY, Fraction(value)) or EMPTY, run.end()
        for atoms, end in atoms_at(self.text, at, self.words):
            for atom in atoms:
                if atom.role is Role.POINT:
                    yield from self._point(state, end)
                elif atom.role in (Role.OVER, Role.OUT_OF):
                    yield from self._ratio(state, end, atom)
                elif (atom.role is Role.PART and not self._may_divide(state, at, end)) or (
                    atom.role is Role.RANK and not atom.bare and self.text[end : end + 1].isspace()
                ):
                    continue
                elif not (self.limit and atom.role is Role.TIMES and atom.room > self.limit):
                    following = step(state, atom, self.words)
                    if following:
                        yield following, end

    def _digits(self, state: State, at: int) -> Iterator[Step]:
        found = read_digits(self.text, at, self.words.decimal)
        if not found or not found.readings:
            return
        self.ambiguous = self.ambiguous or len(found.readings) > 1
        value = found.readings[min(self.choice, len(found.readings) - 1)]
        following = add_digits(state, value, joined=not self.words.spaced)
        if not following:
            return
        if state.terms and self._is_scaled(found.end):
            following = following._replace(awaits=Awaits.MULTIPLIER)
        if rank := self._rank(following, found.end):
            yield rank
            return
        following, end = self._share(following, found.end)
        yield from self._short(following, end)
        yield following, end

    def _rank(self, state: State, at: int) -> Step | None:
        """Take what makes an ordinal of digits: ``3rd``, ``1er``, ``3º``."""
        found = _SUFFIX.match(self.text, at)
        if not found or found[1] not in self.words.after_ordinal or state.terms[-1][0].denominator != 1:
            return None
        return state._replace(ordinal=True, last=Last.ENDED), found.end()

    def _is_scaled(self, end: int) -> bool:
        """Tell whether a multiplier follows: what stands before it is then no end."""
        after = past_gap(self.text, end)
        return any(a.role is Role.TIMES for atoms, _ in atoms_at(self.text, after, self.words) for a in atoms)

    def _share(self, state: State, end: int) -> Step:
        """Take ``/5``, `` 4/5`` or ``½`` behind whole digits."""
        if not _SHARE.match(self.text, end) or state.terms[-1][0].denominator != 1:
            return state, end
        found = _SLASH.match(self.text, end)
        if found and _may_be_denominator(found[1]) and self._starts_ratio(found.start()):
            return divide(state, Fraction(int(found[1]))) or state, found.end()
        if (found := _MIXED.match(self.text, end)) and 0 < int(found[1]) < int(found[2]):
            return add_share(state, Fraction(int(found[1]), int(found[2]))), found.end()
        if found := _VULGAR.match(self.text, end):
            return add_share(state, vulgar(found[1])), found.end()
        return state, end

    def _starts_ratio(self, at: int) -> bool:
        """Tell whether the digits before ``at`` are not themselves behind a slash, as in dates."""
        run = _DIGITS_BEFORE.search(self.text, max(0, at - _LONGEST), at)
        return not run or run.start() == 0 or self.text[run.start() - 1] not in "/-"

    def _short(self, state: State, at: int) -> Iterator[Step]:
        """Take a compact form right behind a number: ``1.2M``, ``5 Mio.``, and of letters that are no word."""
        gap = 0
        while gap < _WIDEST and self.text[at + gap : at + gap + 1] in {" ", "\u00a0", "\u202f"}:
            gap += 1
        found = _LETTERS.match(self.raw, at + gap)
        if found and len(found[0]) > self.words.longest_short:
            return
        for written in (found[0], found[0].rstrip(".")) if found else ():
            factors = self.words.short.get(written) or self.words.short.get(written.casefold())
            if factors and not (len(written) == 1 and self._is_label(state, written, gap, at + gap)):
                self.ambiguous = self.ambiguous or len(factors) > 1
                factor = factors[min(self.choice, len(factors) - 1)]
                following = step(state, Atom(Role.TIMES, Fraction(factor), factor), self.words)
                if following:
                    yield following, at + gap + len(written)
                return

    def _is_label(self, state: State, letter: str, gap: int, at: int) -> bool:
        """Tell a letter that names something from a scale: ``5G``, ``833 M``, ``5 M. Dupont``."""
        if gap:
            ambiguous = len(self.words.short.get(letter, ())) > 1
            return ambiguous or self.text[at + 1 : at + 2] == "."
        return letter == "G" and state.terms[-1][0] in _GENERATIONS

    def _may_divide(self, state: State, start: int, end: int) -> bool:
        """Tell *a third* of something from *a third* party, where ordinals are denominators too."""
        roles = {atom.role for atom in self.words.atoms.get(self.text[start:end], ())}
        if Role.NTH not in roles or not (
            state.last is Last.ARTICLED or (state.terms and state.terms[-1][0] == 1)
        ):
            return True
        self.looked = True
        after = _NEXT_WORD.match(self.text, end)
        return not after or after[1] in self.words.part_followers or self._is_scaled(end)

    def _point(self, state: State, at: int) -> Iterator[Step]:
        digits, end = self._decimals(past_gap(self.text, at))
        following = add_decimals(state, digits) if digits else None
        if following:
            yield following, end

    def _decimals(self, at: int) -> tuple[str, int]:
        """Read spoken decimals: digit by digit (*one four*), or as one number (*fourteen*)."""
        if run := _RUN.match(self.text, at):
            return str(int(run[0])).zfill(len(run[0])), run.end()
        digits, end = "", at
        while more := self._nought(at) or self._whole(at):
            digits, end = digits + more[0], more[1]
            at = past_gap(self.text, end)
            if len(more[0]) > 1:
                break
        return digits, end

    def _nought(self, at: int) -> tuple[str, int] | None:
        for atoms, end in atoms_at(self.text, at, self.words):
            if any(atom.role is Role.ADD and atom.value == 0 for atom in atoms):
                return "0", end
        return None

    def _whole(self, at: int) -> tuple[str, int] | None:
        """Read decimals said as one number, or one of their digits; scale words are no part of them."""
        found = self._apart(at, _HUNDRED)
        value = total(found.state, self.words) if found else None
        if not found or value is None or value.denominator != 1 or found.state.ordinal:
            return None
        return str(value), found.end

    def _ratio(self, state: State, at: int, atom: Atom) -> Iterator[Step]:
        """Take a fraction said in two numbers: *hai phần ba*, *三分之二*."""
        if not state.terms or state.fraction or (atom.role is Role.OUT_OF and _is_percent(state)):
            return
        other = self._apart(past_gap(self.text, at))
        if not other or other.state.fraction or other.state.ordinal:
            return
        if not atom.bare and not (state.spelled and other.state.spelled):
            return
        divided = divide(state, total(other.state, self.words), inverted=atom.role is Role.OUT_OF)
        if divided:
            yield divided, other.end


def _may_be_denominator(digits: str) -> bool:
    """Tell the denominator of a fraction from the second half of a number on file, as in *41/1999* and *5/07*."""
    return digits[0] != "0" and (len(digits) <= _LONGEST_DENOMINATOR or digits.strip("0") == "1")


def _is_percent(state: State) -> bool:
    """Tell 百分之五, which is five percent, from 一百分之五."""
    return state.length == 1 and state.scales == 1 and state.terms[0][0] == 100


def vulgar(char: str) -> Fraction:
    """Return the value of a vulgar fraction such as ``½`` (Unicode ``Numeric_Value``)."""
    return Fraction(unicodedata.numeric(char)).limit_denominator(100)
