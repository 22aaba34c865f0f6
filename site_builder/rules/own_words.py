"""What numbers in our own prose count that is ours: sources and their parts, and the steps of the scale.

By language of the site, everyday words only. A language that is not here has no such exemptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice

from site_builder.model.figure import Figure, Kind
from site_builder.text.normal import primary

_COUNTED: Mapping[str, str] = {
    "en": "sources? reports? retellings? copy copies texts? sentences? quotations? quotes? summary summaries "
    "articles? pages? paragraphs? words? translations? versions? outlets? publishers? claims? statements? "
    "verdicts? links? half halves parts? points? reasons? questions? things? ways? sides?",
    "id": "sumber laporan teks kalimat kutipan ringkasan artikel halaman paragraf kata terjemahan versi media "
    "penerbit klaim pernyataan putusan tautan bagian hal alasan pertanyaan cara sisi",
    "vi": "nguồn tin bài báo bản văn câu trích tóm trang đoạn từ dịch phiên tòa nhà tuyên liên phần điều lý cách mặt",
}

_STEPS: Mapping[str, str] = {"en": "steps? grades? ratings?", "id": "langkah tingkat", "vi": "bước bậc"}

# Between a number and what it counts: two *other Chinese* retellings.
_WORDS_BETWEEN = 2

_WORD = re.compile(r"[\w'’-]+")
_END = re.compile(r"[.;:!?。！？]\s|\n")
_WORD_OR_END = re.compile(rf"(?P<word>{_WORD.pattern})|{_END.pattern}")
_WORD_OR_PART = re.compile(rf"{_WORD_OR_END.pattern}|[,()]")

# How far a sentence is looked at, in code points: enough for a long one.
_REACH = 300
# How far its last word is looked for at first.
_NEAR = 40

# Numbers that style guides spell out, and that people count without a source.
_MOST = 12


@cache
def _matcher(table: str, language: str) -> re.Pattern[str] | None:
    words = {"counted": _COUNTED, "steps": _STEPS}[table].get(primary(language))
    return re.compile(rf"(?:{'|'.join(words.split())})", re.IGNORECASE) if words else None


@lru_cache(maxsize=4096)
def _is(table: str, word: str, language: str) -> bool:
    pattern = _matcher(table, language)
    return pattern is not None and pattern.fullmatch(word) is not None


def counts_our_own(figure: Figure, text: str, language: str) -> bool:
    """Tell whether a figure of ``text`` counts sources or their parts, or is a step of the scale.

    A small number in letters counts them wherever its sentence speaks of them: *of four retellings, two have it*.
    """
    if figure.unit is not None:
        return False
    if _is("steps", _last_word(text, figure.span.start), language):
        return True
    near = list(islice(_next_words(text, figure.number.end), _WORDS_BETWEEN + 1))
    if is_small_count(figure):
        near += _WORD.findall(" ".join(_around(figure, text)))
    return any(_is("counted", word, language) for word in near)


def _last_word(text: str, end: int) -> str:
    """Return the last word of a sentence before ``end``; empty where there is none."""
    for reach in (_NEAR, _REACH):
        start = max(0, end - reach)
        found = [*_WORD_OR_END.finditer(text, start, end)][-1:]
        # at the very beginning it may be cut
        if found and (found[0].start() > start or reach == _REACH or not start):
            return found[0]["word"] or ""
    return ""


def _next_words(text: str, start: int) -> Iterator[str]:
    """Yield the words behind ``start``, as far as their sentence, or the part of it, goes."""
    for found in _WORD_OR_PART.finditer(text, start, start + _REACH):
        if not found["word"]:
            return
        yield found["word"]


def _around(figure: Figure, text: str) -> tuple[str, str]:
    """Return what stands before and after a figure in its sentence."""
    before = _END.split(text[max(0, figure.span.start - _REACH) : figure.span.start])[-1]
    after = _END.split(text[figure.number.end : figure.number.end + _REACH], maxsplit=1)[0]
    return before, after


def is_small_count(figure: Figure) -> bool:
    """Tell whether a figure is a small number in letters that has no unit: *two* engineers, *half* of them."""
    plain_number = figure.kind is Kind.NUMBER and figure.unit is None and len(figure.values) == 1
    return plain_number and not any(map(str.isdigit, figure.text)) and abs(figure.values[0]) <= _MOST
