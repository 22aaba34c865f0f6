"""Drafts are sound from the first line, in any language, whatever the sentence holds."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.editing.draft import draft, name_for, offers
from site_builder.model.claim import Claim, Status
from site_builder.model.finding import Judged
from site_builder.model.project import Project
from site_builder.pipeline import make_cases
from tests.rules import newsroom

TEXTS = {
    "en": "Sales fell by 3.5 percent to 1,600 in May 2024. “We work 24/7: all of us,” he said.\n",
    "id": "Meta memberhentikan 1.600 karyawan. Sembilan puluh persen bekerja 80 hingga 100 jam seminggu.\n",
    "vi": "Họ làm việc 80 đến 100 giờ mỗi tuần # thật.\n",
    "de": "Über 2,5 Millionen Beschäftigte, fast ein Viertel.\n",
    "ar": "ارتفعت الأسعار بنسبة ١٢ في المئة.\n",
    "zh": "价格上涨了12.5个百分点。\n",
    "th": "ราคาเพิ่มขึ้น 12 เปอร์เซ็นต์\n",
    "xx": "Zzz 7 zzz - \"zz\": 'z'\n",
}
"""The last is a language that nothing is known of."""


def made(data: dict[str, Any], number: int = 1, verdict: str = "open") -> tuple[Claim, tuple[Judged, ...]]:
    project: Project = newsroom.project(data)
    article = project.articles["piece"]
    text = draft(
        article,
        article.sentences[number - 1],
        "Somebody says so.",
        verdict,
        scale=project.scale,
        language="en",
    )
    judged = newsroom.judged({**data, "claims": {"piece/draft": text}})
    claim = newsroom.project({**data, "claims": {"piece/draft": text}}).claims[0].claim
    assert claim is not None, text
    return claim, judged


def sentences() -> list[tuple[str, int]]:
    return [
        (language, number)
        for language, text in TEXTS.items()
        for number in range(1, 1 + len(newsroom.project(article(text, language)).articles["piece"].sentences))
    ]


def article(text: str, language: str) -> dict[str, Any]:
    return {"article": text, "record": {"language": language}}


@pytest.mark.parametrize(("language", "number"), sentences())
def test_draft_is_sound(language: str, number: int) -> None:
    claim, judged = made(article(TEXTS[language], language), number)
    assert claim.status is Status.DRAFT and claim.verdict == "open"
    assert claim.quote in TEXTS[language]
    assert [j for j in judged if j.finding.code[0] in "CQFH" and j.name != "unsupported-figure"] == []


@pytest.mark.parametrize(
    ("language", "number", "figures"),
    [
        ("en", 1, [("3.5", "percent"), ("1600", None)]),
        ("id", 1, [("1600", None)]),
        ("id", 2, [("90", "percent"), ("80 to 100", "hours per week")]),
        ("vi", 1, [("80 to 100", "hours per week")]),
        ("ar", 1, [("12", "percent")]),
    ],
)
def test_figures_are_read(language: str, number: int, figures: list[tuple[str, str | None]]) -> None:
    claim, _ = made(article(TEXTS[language], language), number)
    assert [(str(f.value), f.unit) for f in claim.figures] == figures


def test_codes_and_years_are_no_figures() -> None:
    claim, _ = made(article(TEXTS["en"], "en"), 2)
    assert claim.figures == ()


def test_sentence_that_stands_twice_is_told_apart() -> None:
    data = article("First: it rained.\nSo it went. It rained.\nThen it cleared. It rained.\n", "en")
    claim, judged = made(data, 3)
    assert claim.quote == "It rained." and claim.prefix
    assert not [j for j in judged if j.finding.code.startswith("Q")]


def test_uncovered_figures_come_first() -> None:
    data = {"article": "Bridges.\n\nThe mayor opened the bridge in May.\n\nIt cost 1,600 euros. It is red.\n"}
    project = newsroom.project(
        {**data, "record": {"set_aside": [{"quote": "It is red.", "reason": "Taste."}]}}
    )
    offered = offers(project.articles["piece"], make_cases(project))
    assert [(offer.number, offer.state) for offer in offered if offer.state != "open"] == [
        (3, "figures"),
        (4, "set aside"),
        (2, "checked"),
    ]
    assert offered[0].number == 3 and offered[0].figures


@pytest.mark.parametrize(
    ("claim", "taken", "name"),
    [
        ("Meta let 600 people go.", [], "meta-let-600-people-go"),
        ("Việt Nam’s đồng fell", [], "viet-nams-dong-fell"),
        ("价格上涨", [], "claim-1"),
        ("价格上涨", ["claim-1"], "claim-2"),
        ("It rained", ["it-rained"], "it-rained-1"),
        ("word " * 30, [], "-".join(["word"] * 12)),
    ],
)
def test_names_make_good_addresses(claim: str, taken: list[str], name: str) -> None:
    assert name_for(claim, taken) == name
