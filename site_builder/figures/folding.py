"""One spelling for what a reader takes as the same letter, with offsets kept: numerals only, never quotes.

Case (with the Turkish i where the language has it), full-width forms, the alef and yeh families of Arabic script,
nukta and candrabindu of Devanagari, and marks that are often left out (harakat, niqqud, soft hyphens).
"""

from __future__ import annotations

import functools
import re
import unicodedata

_MARK = (
    "\u00ad\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u093c\u200b\u200d-\u200f"
    "\u2060\ufeff"
)
_MARKS = re.compile(f"[{_MARK}]")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_ARABIC = str.maketrans("أإآٱةىئؤکیۀەہھے", "اااا" + "هييوكيههههي")
_NUKTA = {0x0901: 0x0902} | {
    code: ord(unicodedata.normalize("NFD", chr(code))[0]) for code in (*range(0x0958, 0x0960), 0x09DC, 0x09DD)
}
_PUNCTUATION = str.maketrans("İ’ʼ‐‑", "i''--")
_BASE = {chr(old): chr(new) for old, new in (_WIDE | _ARABIC | _NUKTA | _PUNCTUATION).items()}
_OLD = "\uff01-\uff5e\u3000أإآٱةىئؤکیۀەہھے\u0901\u0958-\u095f\u09dc\u09ddİʼ‐‑"
"""All of them but the commonest apostrophe, as a class: a longer one takes longer to compile."""
_FOLDED = re.compile(f"[’{_OLD}]")
_RARE = "\u2002\u2003\u2007-\u200a½¼¾⅐-⅞↉年月日号號년월일"
_ODD = re.compile(f"[{_MARK}{_OLD}{_RARE}]")
"""What asks for more than to take capitals for small letters and the commonest apostrophe for the plain one: here, and
of whoever reads numbers (rare spaces, fractions in one sign, signs that make dates)."""
_TURKIC = _BASE | {"I": "ı"}
TURKIC_LANGUAGES = frozenset({"tr", "az"})


@functools.cache
def _unmarked() -> dict[str, str]:
    """Map each Latin letter with a mark to the bare letter, one to one."""
    letters = {code: unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x250)}
    return {chr(code): bare for code, bare in letters.items() if ord(bare) != code and bare.isascii()}


def fold(text: str, language: str, unmark: bool) -> tuple[str, list[int] | None]:
    """Return ``text`` folded, and the offset of each of its code points in ``text`` where the two differ.

    ``unmark`` takes accents off Latin letters. The list has one entry more than the folded text has code points,
    and is ``None`` where every offset stands as it was. Both count code points.
    """
    kept: list[int] | None = None
    lowered = fold_plainly(text, language)
    if lowered is None:
        if _MARKS.search(text):
            text, kept = _joined(text)
        turkic = language in TURKIC_LANGUAGES
        lowered = (_replace(text, _TURKIC) if turkic else _FOLDED.sub(_base, text)).lower()
    return (_replace(lowered, _unmarked()) if unmark else lowered), kept


def fold_plainly(text: str, language: str) -> str | None:
    """Return ``text`` folded, code point by code point, where little is to do, as in most texts of most languages."""
    if language in TURKIC_LANGUAGES or not (text.isascii() or not _ODD.search(text)):
        return None
    return text.replace("’", "'").lower()


def _base(found: re.Match[str]) -> str:
    return _BASE[found[0]]


def _replace(text: str, table: dict[str, str]) -> str:
    """Replace one to one the few letters that occur: faster than ``str.translate`` beyond ASCII."""
    for old in table.keys() & set(text):
        text = text.replace(old, table[old])
    return text


def _joined(text: str) -> tuple[str, list[int]]:
    """Join each letter with the marks that make one code point with it, and leave the other marks out."""
    letters: list[str] = []
    kept: list[int] = []
    done = 0
    for mark in _MARKS.finditer(text):
        letters.extend(text[done : mark.start()])
        kept.extend(range(done, mark.start()))
        done = mark.end()
        if letters and len(joined := unicodedata.normalize("NFC", letters[-1] + mark[0])) == 1:
            letters[-1] = joined
    kept.extend(range(done, len(text) + 1))
    return "".join(letters) + text[done:], kept
