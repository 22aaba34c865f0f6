"""A newsroom that publishes in several languages, and has not told everything in each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from site_builder import pipeline, rendering
from site_builder.model.finding import Report
from tests.printing import printed
from tests.rules import newsroom

URL = "https://desk.example/facts/"
ONLY = "Only English"
"""Begins each text that is told in no other language."""

ARTICLE = "Jembatan itu menelan biaya 1.600 juta. Ia dibuka pada bulan Mei.\nBaris yang terbawa.\n"
ARABIC = "بلغت كلفة الجسر 1600 مليون. افتُتح في مايو (أيار).\nقال العمدة إن الجسر جميل.\n"


def _step(id: str, label: Any, criterion: Any, number: str = "") -> dict[str, Any]:
    look = {"tone": "grey", "icon": "ring", "line": "dotted"}
    return {
        "id": id,
        "label": label,
        "criterion": criterion,
        **({"number": number} if number else {}),
        **look,
    }


SCALE = {
    "steps": [
        _step(
            "right", {"en": "right", "id": "benar", "vi": "đúng"}, {"en": "So it is.", "id": "Memang."}, "2"
        ),
        _step("wrong", {"en": "wrong", "id": "salah", "vi": "sai"}, f"{ONLY}: criterion.", "1"),
        _step("open", f"{ONLY} label", f"{ONLY}: criterion."),
    ]
}
COST = {
    "article": "bridge",
    "quote": "Jembatan itu menelan biaya 1.600 juta",
    "claim": {
        "en": "The bridge cost 1,600 million.",
        "id": "Jembatan itu berbiaya 1.600 juta.",
        "vi": "Cây cầu.",
    },
    "translation": {"en": "That bridge cost 1,600 million", "vi": "Cây cầu ấy tốn 1.600 triệu"},
    "figures": [{"value": "1600000000", "unit": "rupiah", "note": f"{ONLY}: note."}],
    "verdict": "right",
    "conclusion": {"en": "It did.", "id": "Memang begitu.", "vi": "Đúng vậy."},
    "explanation": {"en": "The **record** says so.", "id": "Begitu kata **catatan**."},
    "doubts": f"{ONLY}: doubts.",
    "evidence": [
        {
            "stance": "supports",
            "publisher": "The Town",
            "language": "en",
            "quote": "some 1,600 million",
            "translation": {"id": "kira-kira 1.600 juta"},
            "shows": {"en": "The cost.", "id": "Biayanya."},
            "doubt": f"{ONLY}: doubt.",
        },
        {
            "stance": "refutes",
            "publisher": "Le Pont",
            "language": "fr",
            "quote": "1 601",
            "translation": "1,601",
        },
    ],
    "chain": [
        {"text": "first", "quote": "It cost 1,600 million.", "via": f"{ONLY} paper"},
        {"text": "article", "change": f"{ONLY}: change."},
    ],
    "checked_on": "2026-01-05",
    "topics": ["Money", f"{ONLY} topic"],
    "corrections": [{"date": "2026-01-06", "text": f"{ONLY}: correction."}],
    "status": "published",
}
OPEN = {
    "article": "bridge",
    "quote": "Ia dibuka pada bulan Mei",
    "claim": f"{ONLY}: it opened in May.",
    "verdict": f"{ONLY} label",
    "conclusion": f"{ONLY}: nobody knows.",
    "explanation": f"{ONLY}: **reasons**.\n\n- {ONLY}: one\n- {ONLY}: two",
    "checked_on": "2025-12-05",
    "topics": ["Money"],
    "status": "published",
}
GONE = {
    **OPEN,
    "claim": f"{ONLY}: gone.",
    "status": "withdrawn",
    "withdrawn": {"date": "2026-01-09", "reason": f"{ONLY}: reason."},
}
RECORD = {
    "working_title": f"{ONLY} title",
    "publisher": "Koran",
    "language": "id",
    "note": f"{ONLY}: note.",
    "relation": "machine translation",
    "chain": [{"id": "first", "relation": "original", "language": "en", "note": f"{ONLY}: note."}],
    "structure": {"furniture": ["Baris yang terbawa."]},
    "set_aside": [{"quote": "Baris yang terbawa.", "reason": f"{ONLY}: reason."}],
}
SETTINGS = {
    "site_name": "The Desk",
    "site_description": f"{ONLY}: what it is.",
    "site_url": URL,
    "languages": ["en", "id", "vi"],
    "editions": {"id": {"site_name": "Meja", "organisation": "Kantor Meja"}},
    "topics": {"Money": {"id": "Uang", "vi": "Tiền"}},
    "contact": "desk@desk.example",
}


def build(data: Mapping[str, Any]) -> dict[str, str]:
    """Return every page of a case's newsroom as the whole line makes it, by path."""
    found = files(data).items()
    return {path: content.decode() for path, content in found if not path.startswith("assets/")}


def files(data: Mapping[str, Any]) -> dict[str, bytes]:
    """Return every file of the site, by path."""
    made = newsroom.project(data)
    cases = pipeline.make_cases(made)
    assert len(cases) == len(data["claims"])
    site = rendering.make_site(made.settings)
    pages = printed(made, cases, Report(), site, rendering.template_folders())
    return {p.path: p.content.encode() if isinstance(p.content, str) else p.content for p in pages}


def english(**over: Any) -> dict[str, Any]:
    """Return the data of a newsroom in English, Indonesian and Vietnamese; a key in ``over`` replaces a setting."""
    return {
        "articles": {"bridge": {"article": ARTICLE, "record": RECORD}},
        "claims": {"bridge/cost": COST, "bridge/opened": OPEN, "bridge/gone": GONE},
        "scale": SCALE,
        "settings": {**SETTINGS, **over},
    }


def arabic() -> dict[str, Any]:
    """Return the data of a newsroom in Arabic, for which there is no catalogue, that publishes in English too."""
    claim = {
        "article": "bridge",
        "quote": "بلغت كلفة الجسر 1600 مليون",
        "claim": {"ar": "كلّف الجسر 1600 مليون.", "en": "The bridge cost 1,600 million."},
        "verdict": "صحيح",
        "conclusion": "هذا صحيح، كما يقول السجل (رقم 3).",
        "explanation": "يقول **السجل** ذلك.",
        "evidence": [
            {
                "stance": "supports",
                "publisher": "The Town",
                "language": "en",
                "quote": "some 1,600 million",
                "shows": "الكلفة.",
            }
        ],
        "checked_on": "2026-01-05",
        "topics": ["مال"],
        "status": "published",
    }
    steps = [_step("right", "صحيح", "هو كذلك.", "2"), _step("wrong", "خطأ", "ليس كذلك.", "1")]
    record = {"working_title": "الجسر", "publisher": "الجريدة", "language": "ar"}
    return {
        "articles": {"bridge": {"article": ARABIC, "record": record}},
        "claims": {"bridge/cost": claim},
        "scale": {"steps": steps},
        "settings": {"site_name": "المكتب", "site_url": URL, "language": "ar", "languages": ["ar", "en"]},
    }


@cache
def site() -> dict[str, str]:
    """Return the site in English, Indonesian and Vietnamese, built once."""
    return build(english())


@cache
def arabic_site() -> dict[str, str]:
    """Return the Arabic site, built once."""
    return build(arabic())
