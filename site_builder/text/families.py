"""The families of typographic change: what may differ between a quote and the text without a word changing.

Each family is a name and its steps. Nothing here changes a number or a word: superscripts stay superscripts
(``10²`` is not ``102``), fractions and circled digits stay what they are, and full-width digits are the same digits.
Sources: Unicode Standard Annex 15 (normalisation forms), chapter 6 (dashes, quotation marks, spaces) and chapter 23
(layout controls) of the Unicode Standard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from site_builder.frozen import frozen
from site_builder.text.stages import Edit, Stage, rewrite

Rewritten = tuple[str, Stage | None]

UNICODE_FORM = "unicode form"
CASE = "case"


@frozen
class Step:
    """One rewriting. ``signs`` are substrings without which there is nothing to do: most texts hold none."""

    family: str
    pattern: re.Pattern[str]
    replace: Callable[[str], str]
    signs: tuple[str, ...] = ()

    def apply(self, text: str) -> Rewritten:
        """Return ``text`` rewritten, and the way back."""
        if not self._may_apply(text):
            return text, None
        return rewrite(text, self._edits(text))

    def plainly(self, text: str) -> str:
        """Return ``text`` rewritten, without the way back."""
        return self.pattern.sub(self._new, text) if self._may_apply(text) else text

    def _may_apply(self, text: str) -> bool:
        for sign in self.signs:
            if sign in text:
                return True
        return not self.signs

    def _new(self, match: re.Match[str]) -> str:
        return self.replace(match[0])

    def _edits(self, text: str) -> Iterator[Edit]:
        for match in self.pattern.finditer(text):
            yield match.start(), match.end(), self.replace(match[0])


def characters(*ranges: tuple[int, int]) -> Iterable[str]:
    """Return the characters of ``ranges``, both ends included."""
    return (chr(code) for low, high in ranges for code in range(low, high + 1))


def _table(family: str, table: dict[str, str]) -> Step:
    return Step(family, re.compile("[" + "".join(map(re.escape, table)) + "]"), table.__getitem__)


def _literal(family: str, pattern: str, new: str, *signs: str) -> Step:
    return Step(family, re.compile(pattern), lambda old: new, signs)


def _compatible(chars: Iterable[str]) -> dict[str, str]:
    """Return the compatibility forms of those characters that have one without spaces."""
    forms = {char: unicodedata.normalize("NFKC", char) for char in chars}
    return {char: form for char, form in forms.items() if form != char and " " not in form}


# Layout controls: soft hyphen, zero-width spaces and joiners, directional marks, variation selectors.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)


def _width() -> dict[str, str]:
    """Return full-width ASCII, half-width Katakana, and the small and vertical forms of one character."""
    small = _compatible(characters((0xFE10, 0xFE19), (0xFE33, 0xFE6B)))
    wide = _compatible(characters((0xFF01, 0xFFDC), (0xFFE0, 0xFFE6)))
    wave = {"\u301c": "~"}  # encoders disagree on the wave dash and the full-width tilde
    return {char: form for char, form in small.items() if len(form) == 1} | wide | wave


def _ligatures() -> dict[str, str]:
    """Return the presentation forms of five scripts, and the digraphs of Dutch and Croatian."""
    ranges = (
        (0x0132, 0x0133),
        (0x01C4, 0x01CC),
        (0x01F1, 0x01F3),
        (0xFB00, 0xFB28),
        (0xFB2A, 0xFDFB),
        (0xFE70, 0xFEFC),
    )
    return _compatible(characters(*ranges)) | {"\u0149": "'n"}


_DOUBLE = "“”„‟«»″‶〝〞〟❝❞❠״「」『』"
_SINGLE = "‘’‚‛‹›`´ʹʻʼˈ′‵❛❜❟׳"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b"
_SPACES = (
    "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


COMMON = {"\xa0": " ", "\u202f": " ", "“": '"', "”": '"', "’": "'", "`": "'", "–": "-", "—": "-"}
"""Of the single characters those that many texts have, and all that are printed in ASCII; no accent joins them."""


def _tables() -> dict[str, dict[str, str]]:
    """Return the changes of single characters, by family. None yields what another changes."""
    return {
        "width": _width(),
        "ligatures": _ligatures(),
        "quote marks": dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'"),
        "dashes": dict.fromkeys(_DASHES, "-"),
        "spaces": dict.fromkeys(_SPACES, " ") | dict.fromkeys(_BREAKS, "\n"),
        "ellipsis": {"⋯": "…"},
    }


def _sequences() -> tuple[Step, ...]:
    return (
        _literal("quote marks", "''", '"', "''"),
        # Typewriter dashes; not before a digit, where the second may be a minus sign.
        _literal("dashes", r"(?<!-)--(?<!\d--)-?(?![-\d])", "-", "--"),
        _literal("spaces", "  +", " ", "  "),
        _literal("spaces", " \n", "\n", " \n"),
        _literal("spaces", "\n[ \n]+", "\n", "\n ", "\n\n"),
        # French sets spaces inside its marks, tokenised texts on both sides; others on the outer side only.
        _literal("quote marks", '" ', '"', '" '),
        _literal("quote marks", ' "', '"', ' "'),
        _literal("ellipsis", r"\.\.\.", "…", "..."),
        _literal("ellipsis", r"\. \. \.", "…", ". . ."),
        _literal("ellipsis", "……+", "…", "……"),
    )


def _invisible() -> Step:
    return _literal("invisible characters", f"[{_INVISIBLE}]+", "")


@cache
def steps() -> tuple[Step, ...]:
    """Return the steps, each of one family, in their order; composition comes after the first."""
    tables = (_table(family, table) for family, table in _tables().items())
    return (_invisible(), *tables, *_sequences())


@cache
def fast_steps() -> tuple[Step, ...]:
    """Return steps that do the same in one pass over all single characters."""
    together = {char: form for table in _tables().values() for char, form in table.items()}
    return (_invisible(), _table("", together), *_sequences())


@cache
def _signs() -> tuple[str, ...]:
    return tuple(dict.fromkeys(sign for step in _sequences() for sign in step.signs))


def has_signs(text: str) -> bool:
    """Tell whether any step that looks for several characters may find some: where none may, none begins to."""
    return any(map(text.__contains__, _signs()))


# Everything with a decomposition or a combining class lies here, but for Hangul, which composes by rule.
_DECOMPOSABLE = (0xC0, 0x33FF), (0xA66F, 0xABFF), (0xF900, 0xFE2F), (0x10000, 0x1E95F), (0x2F800, 0x2FA1D)


@cache
def _composing() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return a pattern of the runs that composition may change, and what joins the character before it."""
    joining, singles = set(characters((0x1160, 0x11FF))), set()
    for char in characters(*_DECOMPOSABLE):
        parts = unicodedata.decomposition(char)
        if parts and parts[0] != "<":
            joining.update(chr(int(part, 16)) for part in parts.split()[1:])
            if unicodedata.normalize("NFC", char) != char:
                singles.add(char)
        elif unicodedata.combining(char):
            joining.add(char)
    return re.compile("[" + "".join(sorted(joining | singles)) + "]+"), frozenset(joining)


def _compositions(text: str) -> Iterator[Edit]:
    pattern, joining = _composing()
    for match in pattern.finditer(text):
        start, end = match.span()
        if start and text[start] in joining:
            start -= 1
        yield start, end, unicodedata.normalize("NFC", text[start:end])


def plain_composition(text: str) -> str:
    """Return ``text`` in Normalisation Form C, without the way back."""
    return text if unicodedata.is_normalized("NFC", text) else compose(text)[0]


def compose(text: str) -> Rewritten:
    """Return ``text`` in Normalisation Form C (UAX 15), and the way back."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    return rewrite(text, _compositions(text))
