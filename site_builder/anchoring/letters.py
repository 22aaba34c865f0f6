"""Where words end: in scripts with spaces, and as far as it can be told in scripts without."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Scripts that set no spaces between words, so that only a dictionary could tell where one ends: Thai, Lao,
# Myanmar, Khmer, Tai scripts, Javanese, Hiragana and Han. Katakana runs are words (UAX 29, rule WB13).
_FIRST_SPACELESS = "\u0e00"


@cache  # long to compile, and most texts hold none of them
def _spaceless() -> re.Pattern[str]:
    return re.compile(
        "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua980-\ua9ff\uaa60-\uaadf"
        "\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    )


_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
# Vowels that are written before or after the consonant they belong to, and small kana, which begin nothing.
_OPENING_VOWEL = frozenset("เแโใไ\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
_CLOSING_SIGN = frozenset("ะาำๅ\u0eb0\u0eb2\u0eb3ぁぃぅぇぉっゃゅょゎゕゖー々")
# What joins two halves of one word when letters stand on both sides.
_JOINERS = frozenset("-\u2010\u2011'’ʼ·.@\u05be\u05f4\u05f3\"")
_COLON_LANGUAGES = frozenset({"fi", "sv"})
# Languages that write a short word and an apostrophe before the next word: l'homme, dell'anno.
_ELIDING = frozenset({"ca", "co", "fr", "it", "oc", "sc", "scn", "vec", "wa"})


def spaceless(char: str) -> bool:
    """Tell whether ``char`` belongs to a script that sets no spaces between words."""
    return char >= _FIRST_SPACELESS and _spaceless().match(char) is not None and not char.isdecimal()


def of_a_word(char: str) -> bool:
    """Tell whether ``char`` is a letter, a number, a mark on either, or the underscore."""
    return char.isalnum() or char == "_" or unicodedata.category(char)[0] == "M"


def inside_word(left: str, right: str, language: str) -> bool:
    """Tell whether a word runs on from ``left`` into ``right``, the texts on both sides of an offset.

    In scripts without spaces only what can be told from the letters counts: a mark stays with its letter, a
    vowel sign with its consonant, and a run of Katakana is one word.
    """
    if not left or not right:
        return False
    before, after = left[-1], right[0]
    if of_a_word(before) and of_a_word(after):
        return _joined(before, after)
    if after in _JOINERS or (after == ":" and language in _COLON_LANGUAGES):
        return _over(left, after, right[1:2], language, at_joiner=True)
    if before in _JOINERS or (before == ":" and language in _COLON_LANGUAGES):
        return _over(left[:-1], before, right[:1], language, at_joiner=False)
    return False


def _joined(before: str, after: str) -> bool:
    if unicodedata.category(after)[0] == "M" or unicodedata.combining(before) == 9:
        return True
    if before in _OPENING_VOWEL or after in _CLOSING_SIGN:
        return True
    if _KATAKANA.match(before) and _KATAKANA.match(after):
        return True
    return not (_apart(before) or _apart(after))


def _apart(char: str) -> bool:
    return spaceless(char) or _KATAKANA.match(char) is not None


def _over(left: str, joiner: str, after: str, language: str, *, at_joiner: bool) -> bool:
    """Tell whether ``joiner`` makes one word of ``left`` and ``after``; ``at_joiner`` looks before it."""
    before = left[-1:]
    if not (before and after and of_a_word(before) and of_a_word(after)) or _apart(before) or _apart(after):
        return False
    if joiner in "-\u2010\u2011@\u05be":
        return True
    if not (before.isalpha() and after.isalpha()):
        return False
    if joiner == '"':  # typed for the gershayim of Hebrew
        return "א" <= before <= "ת" and "א" <= after <= "ת"
    if joiner == ".":
        return not (before.islower() and after.isupper())
    return at_joiner or joiner not in "'’" or language not in _ELIDING
