"""Where numbers written in digits end: everything around a digit that belongs to its number, in every script.

This holds without reading what the number means; numbers in words are the figures room's to tell.
"""

from __future__ import annotations

import re
import string

_SPACE = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FRACTION = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉"
_HAN = "〇零一二三四五六七八九十百千万萬亿億兆两兩壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_HAN_SCALE = "十百千万萬亿億兆拾佰仟"
_CURRENCY = "$€£¥₩₹₽₺₫₱₦₪฿₴₡₵₭₮₲₸₼₾﷼＄￡￥"

# One sign, a space, or a dash between spaces makes one figure of the digits on both sides: 1,600 · 1 600 · 3.5 ·
# 10:30 · 2025-10-24 · 24/7 · 80–100 · 80 – 100 · 2 1/2 · 3×10⁵ · 1…5. Two numbers that stand side by side
# (``in 2020 600 people``) cannot be told from one without reading; they are kept together.
_JOINT = (
    rf"(?:[.,'’‘ʼ′`´·٫٬،．_:/⁄\-‐‑‒–—―−~〜～×xX*^%{_SPACE}]|[eE][-+−]?|\.{{2,3}}|…|(?<=[０-９])，(?=[０-９])"
    rf"|[{_SPACE}][-–—−×xX*/±+~〜][{_SPACE}])"
)
_BEFORE = (
    rf"(?:(?<![\w)\]])[-−–+±])?[{_CURRENCY}~≈<>≤≥±]*(?:(?<![\w)\]])[-−+±])?(?:(?<!\w)[.·٫]|(?<=[\s(])[,])?"
)
_AFTER = (
    rf"[{_RAISED}]*(?:[{_SPACE}]?[{_FRACTION}])?[{_RAISED}]*"
    rf"(?:[{_SPACE}]?[%‰‱٪؉؊％﹪])?[°º′″{_CURRENCY}]*\+?"
)
_HAN_NUMBER = rf"(?:[百千万]分之)?[{_HAN}]+(?:(?:分之|[点點])[{_HAN}]+)*"
_NUMBER = re.compile(
    rf"{_BEFORE}\d+(?:{_JOINT}\d+)*{_AFTER}(?:[{_SPACE}]?[{_HAN_SCALE}][{_HAN}\d]*)?"
    rf"|[百千万]分之\d+|[{_FRACTION}]{_AFTER}|{_HAN_NUMBER}"
)
APART = frozenset(string.ascii_letters) - frozenset("xXeE")
"""Letters that stand in no number: behind one, a number begins anew."""
_REACH = 8
_SIGN_OF_NUMBER = re.compile(rf"[\d{_FRACTION}{_HAN}]")


def number_over(text: str, offset: int) -> tuple[int, int] | None:
    """Return start and end of the number in digits that ``offset`` cuts in two; ``None`` where it cuts none.

    Args:
        text: One line of text without invisible characters.
        offset: A place between two code points of it.
    """
    near = text[max(0, offset - _REACH) : offset + _REACH]
    if not _SIGN_OF_NUMBER.search(near):
        return None
    start = offset
    while start and text[start - 1] not in APART:
        start -= 1
    for match in _NUMBER.finditer(text, start):
        if match.start() < offset < match.end():
            return match.span()
        if match.start() >= offset:
            break
    return None
