"""When two spellings are one name, and in which script a text stands."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ.&-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’ʼ][sS]$")

# From here on two spellings are one: Sewak and Sevak are at 0.8, Josh and John at 0.75; in longer words a letter or two
# matter less: Antarctic and Antarktika are at 0.74.
_ALIKE, _ALIKE_LONG, _LONG = 0.8, 0.7, 6

# An ending may follow, or a stem of another form come before it.
_SHORTEST_STEM = 3

# Scripts that put no spaces between words.
_UNSPACED = {"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"}

# Arabic writes its article, and short words such as *and*, as one word with the next.
_ARTICLE = "ال"


def script(text: str) -> str:
    """Return the script of most letters of ``text``, as Unicode's names of characters begin: ``LATIN``."""
    letters = Counter(unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha())
    return letters.most_common(1)[0][0] if letters else ""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return ``text`` without marks and case, for comparing spellings."""
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
    return "".join(letters).casefold()


@lru_cache(maxsize=1024)
def words_of(text: str) -> frozenset[str]:
    """Return the words of ``text``, folded, without a possessive ending."""
    return frozenset(POSSESSIVE.sub("", word) for word in WORD.findall(folded(text)))


def has_like(text: str, word: str) -> bool:
    """Tell whether ``word``, with another ending or in a like spelling, is among the words of ``text``."""
    one = folded(word)
    if word in text or (len(one) >= _SHORTEST_STEM and one in folded(text)):
        return True
    return any(_alike(one, other) for other in words_of(text))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter <= _SHORTEST_STEM:
        return False
    least = _ALIKE_LONG if shorter >= _LONG else _ALIKE
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return one.startswith(other) or (matcher.quick_ratio() >= least and matcher.ratio() >= least)


def has_stem(text: str, name: str) -> bool:
    """Tell whether ``text`` has ``name`` or a word made from it: *Spanish* for *Spain*.

    In scripts without spaces the whole name must stand there.
    """
    if script(name) in _UNSPACED:
        return name in text
    first = folded(name).split()[0].removeprefix(_ARTICLE)
    stem = first[: max(_SHORTEST_STEM, round(0.6 * len(first)))]
    if script(name) == "ARABIC":
        return any(stem in word for word in words_of(text))
    return any(word.startswith(stem) for word in words_of(text)) or has_like(text, first)
