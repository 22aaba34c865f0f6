"""A newsroom whose claims were corrected, renamed and withdrawn, with words that break careless writers."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any

from site_builder import rendering
from site_builder.model.finding import Report
from site_builder.model.project import Case, Project
from tests.printing import printed
from tests.rendering.desk import article, on, project

URL = "https://town.example/fakta/"
FORMULA = '=HYPERLINK("https://evil.example/","x")'
MARKUP = "</script><b>&amp; \"so\" 'so'"
TEXT = (
    "Jembatan itu menelan biaya 80-100 juta, katanya & begitu. Ia dibuka pada bulan Mei.\n"
    "Wali kota 👍🏽 membukanya sendiri, kata juru bicara, dan semua orang bertepuk tangan. Ia dibuka pada bulan Mei.\n"
)
DAY = datetime.date


def cases() -> tuple[Case, ...]:
    piece = article(
        TEXT,
        name="jembatan",
        language="id",
        publisher="Koran",
        url="https://koran.example/a#top",
        published="2025-05",
    )
    other = article("Nothing of this was ever checked.", name="quiet")
    cost = on(
        piece,
        "cost",
        "Jembatan itu menelan biaya 80-100 juta, katanya & begitu.",
        claim=f"The bridge cost 80 to 100 million {MARKUP}",
        conclusion="It did \x0b so, “roughly”.",
        translation="The bridge cost 80-100 million, he said.",
        claimant=FORMULA,
        claimant_is="organisation",
        checked_on=DAY(2026, 1, 5),
        checked_by="@desk",
        evidence=[
            {
                "stance": "supports",
                "title": "-1",
                "publisher": "Town",
                "url": "https://a.example/",
                "quote": "+80",
            },
            {
                "stance": "refutes",
                "title": "-1",
                "publisher": "Town",
                "url": "https://a.example/",
                "quote": "'so",
            },
            {"stance": "context", "title": "A book", "published": "2025", "read": "2026-01-04"},
        ],
        corrections=[{"date": "2026-02-03", "text": MARKUP}, {"date": "2026-01-20", "text": "We had 70."}],
        topics=["Cầu & đường", "Money"],
        formerly=["jembatan/price", "jembatan/sum"],
    )
    opened = on(
        piece,
        "opened",
        "Wali kota 👍🏽 membukanya sendiri",
        "bertepuk tangan.",
        verdict="open",
        claimant="The mayor",
        claimant_is="person",
        checked_on=DAY(2026, 1, 7),
        topics=["money"],
    )
    gone = on(
        piece,
        "gone",
        "kata juru bicara",
        claim="The spokesman said so.",
        checked_on=DAY(2026, 1, 6),
        topics=["Money"],
        status="withdrawn",
        withdrawn={"date": "2026-03-01", "reason": "It was no claim."},
        formerly=["jembatan/spokesman"],
        corrections=[{"date": "2026-01-25", "text": "His name."}],
    )
    draft = on(piece, "draft", "dan semua orang", status="draft", formerly=["jembatan/never"])
    undated = on(piece, "undated", "katanya", checked_on=None, conclusion=None)
    return cost, opened, gone, draft, undated, on(other, "void", "Nothing", status="draft")


def newsroom(**settings: str) -> tuple[Project, tuple[Case, ...]]:
    found = cases()
    given = {"site_url": URL, "site_description": "We check.", "organisation": "Town Desk", **settings}
    return project(*{case.article.name: case.article for case in found}.values(), cases=found, **given), found


def build(*, memory: Any = None, **settings: str) -> dict[str, bytes]:
    made, found = newsroom(**settings)
    folders = rendering.template_folders()
    pages = printed(made, found, Report(), rendering.make_site(made.settings), folders, memory=memory)
    return {p.path: p.content.encode() if isinstance(p.content, str) else p.content for p in pages}


@cache
def site() -> dict[str, bytes]:
    """Return the whole site by path, built once."""
    return build()


@cache
def homeless() -> dict[str, bytes]:
    """Return the site of a newsroom that does not know its public address."""
    return build(site_url="")
