"""What readers are told where an article changed after its claims had been checked."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder import pipeline, rendering
from site_builder.model.finding import Report
from tests.printing import printed
from tests.rules import newsroom

TEXT = "The mayor opened the bridge in May.\n\nThe bridge cost 1,600 euros.\n"
COST = {"before": "The bridge cost 1,500 euros.", "after": "The bridge cost 1,600 euros."}
GONE = {"before": "The river is deep."}
REVISION = {"date": "2025-11-28", "text": "The newspaper corrected the cost.", "wordings": [COST, GONE]}
CLAIMS = {
    "piece/bridge": {"quote": "The mayor opened the bridge in May"},
    "piece/cost": {"quote": "The bridge cost 1,600 euros"},
    "piece/river": {"quote": "The river is deep"},
    "piece/anew": {"quote": "cost 1,600 euros", "checked_on": "2025-11-28"},
}


def pages(claims: Mapping[str, Any] = CLAIMS, revisions: Any = (REVISION,)) -> dict[str, LexborNode]:
    record = {"revisions": [dict(each) for each in revisions]} if revisions else {}
    data = {
        "article": TEXT,
        "record": record,
        "claims": claims,
        "settings": {"site_url": "https://a.example/"},
    }
    made = newsroom.project(data)
    cases = pipeline.make_cases(made)
    site = rendering.make_site(made.settings)
    found = printed(made, cases, Report(), site, rendering.template_folders())
    return {
        page.path.removesuffix("index.html"): LexborHTMLParser(str(page.content)).css_first("main")
        for page in found
        if page.path.endswith(".html")
    }


def told(page: LexborNode) -> list[str]:
    return [" ".join(box.text(separator=" ").replace(" .", ".").split()) for box in page.css(".correction")]


def test_the_article_tells_what_changed_in_both_wordings():
    (box,) = told(pages()["articles/piece/"])
    assert box == (
        "The article changed on 28 November 2025. The newspaper corrected the cost. "
        "Before The bridge cost 1,500 euros. Now The bridge cost 1,600 euros. "
        "Before The river is deep. Now The words are gone."
    )
    assert pages()["articles/piece/"].css_first("time").attributes["datetime"] == "2025-11-28"


def test_a_claim_tells_of_its_own_sentence():
    (box,) = told(pages()["claims/piece/cost/"])
    assert box == (
        "The article changed after this check, on 28 November 2025. The newspaper corrected the cost. "
        "Before The bridge cost 1,500 euros. Now The bridge cost 1,600 euros."
    )


def test_a_claim_on_another_sentence_tells_that_its_words_still_stand():
    page = pages()["claims/piece/bridge/"]
    assert told(page) == [
        "The article changed after this check, on 28 November 2025. The newspaper corrected the cost."
    ]
    assert "The words that this claim quotes stand in it as before." in page.text()


def test_a_claim_whose_words_are_gone_keeps_its_page_and_says_so():
    made = pages()
    page = made["claims/piece/river/"]
    assert told(page)[0].endswith("Before The river is deep. Now The words are gone.")
    assert "They stand in it no more." in page.css_first(".said").text()
    machine = page.css_first(".machine li")
    assert machine.attributes["class"] == "unknown"
    assert "its record tells when they were taken out" in machine.text()
    links = {link.attributes["href"] for link in made["articles/piece/"].css(".sum a")}
    assert "../../claims/piece/river/" in links


def test_a_claim_that_was_checked_anew_tells_nothing():
    assert told(pages()["claims/piece/anew/"]) == []


def test_a_claim_without_a_day_is_taken_to_be_older():
    claims = {"piece/cost": {**CLAIMS["piece/cost"], "checked_on": "null"}}
    assert len(told(pages(claims)["claims/piece/cost/"])) == 1


def test_where_nothing_changed_nothing_is_told():
    claims = {"piece/cost": CLAIMS["piece/cost"]}
    assert not any(told(page) for page in pages(claims, ()).values())


def test_each_change_is_told_the_newest_first():
    older = {"date": "2025-11-25", "text": "A comma.", "wordings": []}
    boxes = told(pages(revisions=(REVISION, older))["claims/piece/cost/"])
    assert [("28 November" in boxes[0]), ("25 November" in boxes[1])] == [True, True]
    assert datetime.date(2025, 11, 20) < datetime.date(2025, 11, 25), "the checks are older than both"
