"""The statistics page: every number can be counted again in the claims, and bars say what their rows say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder import rendering
from site_builder.model.article import SetAside
from site_builder.model.finding import Report
from site_builder.model.project import Case
from site_builder.rendering.statistics import ROWS, Row, Statistics, statistics
from tests.printing import listed, printed
from tests.rendering import town
from tests.rendering.desk import article, on, project

TEXT = "They cut 600 jobs. It was cold. It cost 20 euros. Nobody came.\n"


def counted(*cases: Case) -> Statistics:
    pieces = {case.article.name: case.article for case in cases}
    return statistics(listed(project(*pieces.values(), cases=cases), cases))


def claim(number: int, **fields: Any) -> Case:
    return on(article(TEXT), f"c{number}", "600 jobs", **fields)


def told(rows: Sequence[Row]) -> list[tuple[str, int, dict[str, int], int]]:
    return [(r.name, r.total, {c.step.label: c.count for c in r.counts}, r.others) for r in rows]


def test_claimants_with_most_claims_come_first_and_nobody_last():
    figures = counted(
        claim(1),
        claim(2),
        claim(3, claimant="Zoe"),
        claim(4, claimant="Ann", verdict="wrong"),
        claim(5, claimant="Ann"),
        claim(6, claimant="Bob", verdict="open"),
        claim(7, claimant="Ann", status="draft"),
    )
    assert told(figures.claimants) == [
        ("Ann", 2, {"right": 1, "wrong": 1}, 0),
        ("Bob", 1, {"open": 1}, 0),
        ("Zoe", 1, {"right": 1}, 0),
        ("", 2, {"right": 2}, 0),
    ]


def test_verdicts_stand_in_the_order_of_the_scale_and_an_unknown_one_last():
    verdicts = ["open", "odd", "wrong", "half", "right"]
    (row,) = counted(*(claim(n, verdict=v) for n, v in enumerate(verdicts))).claimants
    assert [c.step.label for c in row.counts] == ["right", "half", "wrong", "open", "odd"]


def test_a_claim_counts_for_each_of_its_topics_and_once_among_the_others():
    everyday = [claim(n, topics=["Common", f"Topic {n:02}"]) for n in range(ROWS)]
    figures = counted(*everyday, claim(99, topics=["Yes", "Zebras"]))
    assert told(figures.topics)[0] == ("Common", ROWS, {"right": ROWS}, 0)
    assert figures.topics[0].path == "topics/common/"
    assert len(figures.topics) == ROWS + 1
    # left are the last of the everyday topics and the two of the last claim
    assert told(figures.topics)[-1] == ("", 2, {"right": 2}, 3)


def test_months_go_by_the_check_newest_first():
    figures = counted(
        claim(1, checked_on="2025-12-31"),
        claim(2, checked_on="2026-01-01"),
        claim(3, checked_on="2026-01-31", verdict="wrong"),
        claim(4, checked_on=None),
    )
    assert told(figures.months) == [
        ("2026-01", 2, {"right": 1, "wrong": 1}, 0),
        ("2025-12", 1, {"right": 1}, 0),
        ("", 1, {"right": 1}, 0),
    ]


def test_old_months_are_summed_up():
    dates = [f"{year}-{month:02}-01" for year in range(2020, 2023) for month in range(1, 13)]
    rows = counted(*(claim(n, checked_on=date) for n, date in enumerate(dates))).months
    assert (rows[0].name, rows[ROWS - 1].name) == ("2022-12", "2020-07")
    assert told(rows[ROWS:]) == [("", 6, {"right": 6}, 6)]


def test_corrections_and_withdrawals_are_counted_by_month():
    project_, cases = town.newsroom()
    figures = statistics(listed(project_, cases))
    assert [(m.name, m.corrections, m.withdrawals) for m in figures.changes] == [
        ("2026-03", 0, 1),
        ("2026-02", 1, 0),
        ("2026-01", 2, 0),
    ]
    assert figures.corrected == 1


def test_coverage_adds_up_for_each_article_and_for_the_others():
    pieces = [
        article(TEXT, name=f"a{n:02}", set_aside=[SetAside(quote="It was cold.", reason="So.")])
        for n in range(33)
    ]
    figures = counted(*(on(piece, "jobs", "600 jobs") for piece in pieces))
    first, last = figures.coverage[0], figures.coverage[-1]
    assert (first.total, first.checked, first.aside, first.open, first.rest) == (4, 1, 1, 1, 1)
    assert len(figures.coverage) == ROWS + 1
    assert (last.article, last.others) == (None, 3)
    assert (last.total, last.checked, last.aside, last.open, last.rest) == (12, 3, 3, 3, 3)


def tables(site: dict[str, bytes]) -> dict[str, LexborNode]:
    page = LexborHTMLParser(site["statistics/index.html"])
    return {page.css_first(f"#{t.attributes['aria-labelledby']}").text(): t for t in page.css("table")}


def rows_of(table: LexborNode) -> list[LexborNode]:
    return table.css("tbody tr")


@pytest.fixture(scope="module")
def shown() -> dict[str, LexborNode]:
    return tables(town.site())


def test_each_table_has_its_heading_and_its_headers(shown: dict[str, LexborNode]):
    assert list(shown) == [
        "Verdicts by claimant",
        "Verdicts by topic",
        "Verdicts by month of check",
        "Corrections",
        "Coverage",
    ]
    for table in shown.values():
        assert len(table.css('thead th[scope="col"]')) == 3
        assert all(len(row.css('th[scope="row"]')) == 1 for row in rows_of(table))


def test_each_bar_says_what_its_row_says(shown: dict[str, LexborNode]):
    for table in shown.values():
        longest = []
        for row in rows_of(table):
            total = int(row.css_first("td.n").text())
            words = [int(re.match(r"\d+", item.text())[0]) for item in row.css(".told li")]  # type: ignore[index]
            (bar,) = row.css("svg[aria-hidden=true]")
            widths = [int(rect.attributes["width"] or 0) for rect in bar.css("rect")]
            assert sum(words) == sum(widths) == total
            assert [w for w in words if w] == widths
            assert [int(rect.attributes["x"] or 0) for rect in bar.css("rect")] == [
                sum(widths[:place]) for place in range(len(widths))
            ]
            longest.append((total, int((bar.attributes["viewBox"] or "").split()[2])))
        assert {most for _, most in longest} == {max(total for total, _ in longest)}


def test_names_are_safe_and_nothing_is_a_share(shown: dict[str, LexborNode]):
    assert town.FORMULA in shown["Verdicts by claimant"].text()
    page = town.site()["statistics/index.html"].decode()
    assert "%" not in LexborHTMLParser(page).css_first("main").text()
    assert "style=" not in page
    assert page.count("<script") == 0


def test_every_page_leads_there():
    for path, content in town.site().items():
        if path.endswith(".html") and b'class="foot"' in content:
            links = {a.attributes["href"] for a in LexborHTMLParser(content).css(".foot a")}
            assert any((link or "").endswith("/statistics/") for link in links), path
    assert (
        f"<loc>{town.URL}statistics/</loc><lastmod>2026-03-01</lastmod>"
        in town.site()["sitemap.xml"].decode()
    )


def test_an_empty_newsroom_says_so():
    made = project(article(TEXT))
    site = rendering.make_site(made.settings)
    pages = printed(made, (), Report(), site, rendering.template_folders())
    page = next(p.content for p in pages if p.path == "statistics/index.html")
    main = LexborHTMLParser(page).css_first("main").text()
    assert "No claim is published yet." in main
    assert "Nothing has been corrected or withdrawn so far." in main
