"""The honest denominator: whatever is counted beside it is a part of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from site_builder import rendering
from site_builder.cli import coverage as cli
from site_builder.coverage import cover
from site_builder.model.article import Article, BlockKind, SetAside
from site_builder.model.claim import Status
from site_builder.model.finding import Report
from tests.printing import printed
from tests.rendering.desk import article, on, project

ROOT = Path(__file__).parent.parent
TEXT = "A heading\nThey cut 600 jobs. It was cold. It cost 20 euros. Nobody came.\nA picture. By Ann.\nsee also\n"
KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.FURNITURE)


def piece(*set_aside: str) -> Article:
    asides = [SetAside(quote=quote, reason="So.") for quote in set_aside]
    return article(TEXT, KINDS, set_aside=asides)


@pytest.mark.parametrize(
    ("set_aside", "own", "beside"),
    [
        ((), [], []),
        (("A heading",), ["A heading"], []),
        (("A picture. By Ann.", "see also"), [], ["A picture.", "By Ann.", "see also"]),
        (("It was cold.", "was cold", "A picture."), ["It was cold."], ["A picture."]),
        (("They cut 600 jobs. It was cold.",), ["It was cold."], []),
        (("no such words",), [], []),
    ],
)
def test_what_is_set_aside_is_counted_once_and_beside_its_own_kind(
    set_aside: tuple[str, ...], own: list[str], beside: list[str]
):
    made = piece(*set_aside)
    covered = cover(made, [on(made, "jobs", "600 jobs")])
    assert [s.span.of(TEXT) for s in covered.set_aside] == own
    assert [s.span.of(TEXT) for s in covered.beside] == beside
    parts = [*covered.checked, *covered.set_aside, *(u.sentence for u in covered.uncovered)]
    assert len(parts) == len(set(parts))
    assert set(parts) <= set(covered.sentences)


def test_a_withdrawn_claim_covers_nothing():
    made = piece()
    gone = on(made, "jobs", "600 jobs", status=Status.WITHDRAWN)
    assert [u.sentence.span.of(TEXT) for u in cover(made, [gone]).uncovered] == [
        "They cut 600 jobs.",
        "It cost 20 euros.",
    ]


def test_the_article_s_page_tells_the_two_apart():
    made = piece("It was cold.", "A picture. By Ann.", "see also")
    cases = [on(made, "jobs", "600 jobs")]
    desk = project(made, cases=cases)
    pages = printed(desk, cases, Report(), rendering.make_site(desk.settings), rendering.template_folders())
    main = LexborHTMLParser(next(p.content for p in pages if p.path == "articles/piece/index.html"))
    assert "1 of 5 sentences checked" in main.css_first(".count").text()
    assert "1 set aside" in main.css_first(".count").text()
    titles = {node.text(): node.next.next.text() for node in main.css(".left-out h3")}
    own, beside = (titles[title] for title in titles if "set aside" in title.lower())
    assert "It was cold." in own
    assert "A picture." not in own
    assert "A picture. By Ann." in beside
    assert "see also" in beside


def test_the_command_says_the_same():
    told = CliRunner().invoke(cli.command, ["--root", str(ROOT)])
    counted = CliRunner().invoke(cli.command, ["--root", str(ROOT), "--json"])
    assert told.exit_code == counted.exit_code == 0
    (record,) = json.loads(counted.output)["articles"]
    assert record["checked"] + record["set_aside"] + len(record["uncovered"]) <= record["sentences"]
    assert record["set_aside_beside"] > 0
    assert f"{record['set_aside']} set aside, " in told.output
    assert f"strays set aside: {record['set_aside_beside']})" in told.output
