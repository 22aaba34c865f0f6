"""Whatever single letter or digit of a sound quote is changed, the check blocks and says where."""

from __future__ import annotations

import pytest

from site_builder.model.finding import Report
from tests.rules import newsroom

SENTENCES = {
    "en": "Sales fell by 3.5 percent to 1,600 in May 2024.",
    "id": "Meta memberhentikan 1.600 karyawan atau sembilan puluh persen.",
    "vi": "Họ làm việc 80 đến 100 giờ mỗi tuần.",
    "de": "Über 2,5 Millionen Beschäftigte, fast ein Viertel.",
    "tr": "İşçilerin yüzde 45’i ılımlı.",
    "ru": "Цены выросли на 12 процентов.",
    "el": "Οι τιμές αυξήθηκαν κατά 7 τοις εκατό.",
    "ar": "ارتفعت الأسعار بنسبة ١٢ في المئة.",
    "hi": "कीमतें १२ प्रतिशत बढ़ीं।",
    "zh": "价格上涨了12.5个百分点。",
    "ja": "価格は3割上がった。",
    "th": "ราคาเพิ่มขึ้น 12 เปอร์เซ็นต์",
}
AROUND = "\n\n7 x 9\n"


def other(character: str) -> str:
    """Return another letter or digit of the same script, not merely of another case."""
    step = 1 if chr(ord(character) + 1).isalnum() else -1
    changed = chr(ord(character) + step)
    return changed if changed.casefold() != character.casefold() else chr(ord(character) + 2 * step)


def tampered() -> list[tuple[str, int]]:
    return [
        (language, i)
        for language, sentence in SENTENCES.items()
        for i, character in enumerate(sentence)
        if character.isalnum()
    ]


def check(language: str, quote: str) -> Report:
    data = {
        "article": SENTENCES[language] + AROUND,
        "record": {"language": language},
        "claim": {"quote": quote},
    }
    return Report(newsroom.judged(data))


@pytest.mark.parametrize("language", SENTENCES)
def test_whole_sentence_is_found(language: str) -> None:
    assert not check(language, SENTENCES[language]).blocks


@pytest.mark.parametrize(("language", "position"), tampered())
def test_changed_character_blocks(language: str, position: int) -> None:
    sentence = SENTENCES[language]
    quote = sentence[:position] + other(sentence[position]) + sentence[position + 1 :]
    report = check(language, quote)
    assert report.blocks
    (judged,) = (j for j in report.judged if j.finding.code.startswith("Q"))
    assert judged.name in ("quote-not-found", "cut-figure", "cut-word")
    assert (judged.spot.path, judged.spot.line) == ("claims/piece/bridge.yaml", 2)
    assert judged.related, "the nearest passage is shown"


@pytest.mark.parametrize("language", SENTENCES)
def test_changed_digit_is_told_loudly(language: str) -> None:
    sentence = SENTENCES[language]
    for i, character in enumerate(sentence):
        if character.isdecimal():
            quote = sentence[:i] + other(character) + sentence[i + 1 :]
            (judged,) = (j for j in check(language, quote).judged if j.finding.code.startswith("Q"))
            assert judged.finding.message.startswith(("the figures differ", "the quote cuts the number"))
