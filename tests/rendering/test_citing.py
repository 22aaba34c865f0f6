"""Citing a claim's page, passing it on, reporting an error in it."""

from __future__ import annotations

import datetime
import re
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from pydantic import ValidationError
from selectolax.lexbor import LexborHTMLParser

from site_builder.model.settings import Settings
from site_builder.rendering.citing import cite, mail_to_share, report_link
from site_builder.rendering.reviewed import Entry
from site_builder.rendering.site import Site
from tests.printing import reviewed
from tests.rendering import town
from tests.rendering.desk import article, on, project

DESK = Site("The Desk", url=town.URL, organisation="Town News Inc.")
NAMELESS = Site("The Desk", organisation="The Desk")


def entry(claim: str = "They cut 600 jobs.", **fields: Any) -> Entry:
    case = on(article("They cut 600 jobs.\n"), "jobs-at-meta", "600 jobs", claim=claim, **fields)
    return reviewed(project(case.article, cases=[case]), [case])[0].entries[0]


def apa(item: Entry, site: Site) -> str:
    citation = cite(item, site)
    return citation.before + citation.title + citation.after


def test_apa_names_who_when_what_and_where():
    assert apa(entry(checked_on="2026-01-05"), DESK) == (
        "Town News Inc. (2026, January 5). They cut 600 jobs [Fact check; verdict: right]. The Desk. "
        f"{town.URL}claims/piece/jobs-at-meta/"
    )


def test_apa_leaves_out_what_is_not_known_or_said_already():
    assert apa(entry(checked_on=None), NAMELESS) == (
        "The Desk. (n.d.). They cut 600 jobs [Fact check; verdict: right]."
    )


def test_bibtex_says_the_same():
    assert cite(entry(checked_on="2026-01-05"), DESK).bibtex.splitlines() == [
        "@misc{piece-jobs-at-meta,",
        "  author = {{Town News Inc.}},",
        "  title = {{They cut 600 jobs.}},",
        "  howpublished = {Fact check, The Desk},",
        "  note = {Verdict: right},",
        "  year = {2026},",
        "  month = jan,",
        "  day = {5},",
        f"  url = {{{town.URL}claims/piece/jobs-at-meta/}},",
        "}",
    ]
    undated = cite(entry(checked_on=None), NAMELESS).bibtex
    assert not re.search(r"\b(year|month|day|url) =", undated)
    assert "howpublished = {Fact check}," in undated


def test_the_date_is_that_of_the_latest_change():
    corrected = entry(checked_on="2026-01-05", corrections=[{"date": "2026-12-09", "text": "We had 70."}])
    assert "(2026, December 9)" in apa(corrected, DESK)
    assert "month = dec,\n  day = {9}," in cite(corrected, DESK).bibtex


@pytest.mark.parametrize(
    ("claim", "written"),
    [
        ("5 % of R&D #1 for $2 in a_b", r"5 \% of R\&D \#1 for \$2 in a\_b"),
        (
            "one } brace { and a \\ slash",
            r"one \textbraceright{} brace \textbraceleft{} and a \textbackslash{} slash",
        ),
        ("about ~ 2^3", r"about \textasciitilde{} 2\textasciicircum{}3"),
        ("two\n lines \x0b here", "two lines here"),
        ("Cầu & đường", r"Cầu \& đường"),
    ],
)
def test_no_word_breaks_the_bibtex(claim: str, written: str):
    bibtex = cite(entry(claim), DESK).bibtex
    assert f"  title = {{{{{written}}}}},\n" in bibtex
    # BibTeX counts every brace
    depth = 0
    for sign in bibtex:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


def mail(link: str) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    assert parts.query.isascii()
    return unquote(parts.path), parse_qs(parts.query, strict_parsing=True)


def test_a_claim_is_shared_by_a_plain_letter():
    address, fields = mail(mail_to_share(entry("R&D cost 5 % more? Cầu"), DESK))
    assert address == ""
    assert fields == {
        "subject": ["R&D cost 5 % more? Cầu"],
        "body": [f"R&D cost 5 % more? Cầu\r\nright\r\n\r\n{town.URL}claims/piece/jobs-at-meta/\r\n"],
    }


def test_errors_are_reported_where_the_newsroom_says():
    site = Site("The Desk", url=town.URL, contact="errors+web@desk.example")
    address, fields = mail(report_link("claims/a/b/", site))
    assert address == "errors+web@desk.example"
    assert fields["body"] == [f"{town.URL}claims/a/b/\r\n\r\n"]
    page = Site("The Desk", contact="https://desk.example/@us/errors")
    assert report_link("claims/a/b/", page) == "https://desk.example/@us/errors"
    assert report_link("claims/a/b/", DESK) == ""


@pytest.mark.parametrize("contact", ["desk@example.org", "https://example.org/contact?x=1"])
def test_a_contact_is_an_address(contact: str):
    assert Settings(contact=contact).contact == contact


@pytest.mark.parametrize(
    "contact", ["", "desk", "javascript:alert(1)@x", "a@b?bcc=c@d", "mailto:a@b.c", "ftp://a.b/", 'a@b"c']
)
def test_nothing_else_is_a_contact(contact: str):
    with pytest.raises(ValidationError):
        Settings(contact=contact)


def main(site: dict[str, bytes], path: str) -> LexborHTMLParser:
    return LexborHTMLParser(site[path])


def test_the_claim_s_page_offers_it_folded_away():
    page = main(town.site(), "claims/jembatan/cost/index.html")
    titles = [node.text() for node in page.css(".reuse > details:not([open]) > summary")]
    assert titles == ["Cite this check", "Share this check", "Show this claim on your own site"]
    text = page.css_first(".reuse").text()
    assert f"{town.URL}claims/jembatan/cost/" in text
    assert "Town Desk. (2026, February 3). " in text
    assert "The bridge cost 80 to 100 million" in page.css_first(".reuse pre").text()
    links = [a.attributes["href"] or "" for a in page.css(".reuse a")]
    assert {link.partition(":")[0] for link in links if ":" in link} == {"mailto"}
    assert not page.css("form")


def test_a_site_without_an_address_cites_without_one():
    page = main(town.homeless(), "claims/jembatan/cost/index.html")
    assert [node.text() for node in page.css(".reuse summary")] == ["Cite this check"]
    assert "http" not in page.css_first(".reuse").text().replace("https://evil.example/", "")


def test_errors_are_reported_only_where_somebody_reads_them():
    pages = ("claims/jembatan/cost/index.html", "corrections/index.html")
    for path in pages:
        assert "Report an error" not in town.site()[path].decode()
    made = town.build(contact="errors@desk.example")
    for path in pages:
        (link,) = (a for a in main(made, path).css("main a") if a.text() == "Report an error")
        assert (link.attributes["href"] or "").startswith("mailto:errors@desk.example?")


def test_dates_are_whole():
    assert cite(entry(checked_on=datetime.date(2026, 11, 30)), DESK).before.endswith("(2026, November 30). ")
