"""What numbers in our own prose count that is ours: sources and their parts, and the steps of the scale.

By language of the site, everyday words only. A language that is not here has no such exemptions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from site_builder.model.figure import Figure
from site_builder.text.normal import primary

_COUNTED: Mapping[str, str] = {
    "en": "sources? reports? retellings? copy copies texts? sentences? quotations? quotes? summary summaries "
    "articles? pages? paragraphs? words? translations? versions? outlets? publishers? claims? statements? "
    "verdicts? links? half halves parts? points? reasons? questions? things? ways? sides? other others another of",
    "id": "sumber laporan teks kalimat kutipan ringkasan artikel halaman paragraf kata terjemahan versi media "
    "penerbit klaim pernyataan putusan tautan bagian hal alasan pertanyaan cara sisi",
    "vi": "nguồn tin bài báo bản văn câu trích tóm trang đoạn từ dịch phiên tòa nhà tuyên liên phần điều lý cách mặt",
}

_STEPS: Mapping[str, str] = {"en": "steps? grades? ratings?", "id": "langkah tingkat", "vi": "bước bậc"}

# Between a number and what it counts: two *other Chinese* retellings.
_WORDS_BETWEEN = 2

_WORD = re.compile(r"[\w'’-]+")


@cache
def _matcher(table: str, language: str) -> re.Pattern[str] | None:
    words = {"counted": _COUNTED, "steps": _STEPS}[table].get(primary(language))
    return re.compile(rf"(?:{'|'.join(words.split())})", re.IGNORECASE) if words else None


def _is(table: str, word: str, language: str) -> bool:
    pattern = _matcher(table, language)
    return pattern is not None and pattern.fullmatch(word) is not None


def counts_our_own(figure: Figure, text: str, language: str) -> bool:
    """Tell whether a figure of ``text`` counts sources or their parts, or is a step of the scale."""
    if figure.unit is not None:
        return False
    after = re.split(r"[.,;:!?()“”\"\n]", text[figure.number.end : figure.number.end + 60], maxsplit=1)[0]
    counted = _WORD.findall(after)[: _WORDS_BETWEEN + 1]
    before = _WORD.findall(text[max(0, figure.span.start - 30) : figure.span.start])[-1:]
    return any(_is("counted", word, language) for word in counted) or any(
        _is("steps", word, language) for word in before
    )
