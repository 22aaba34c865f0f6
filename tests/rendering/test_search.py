"""What is indexed, in which language, and the table that the search page filters by."""

from __future__ import annotations

import json
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from site_builder.model.claim import Evidence, Link
from site_builder.rendering.catalogue import Catalogue, make_catalogue
from site_builder.rendering.search import search_records, search_table
from site_builder.rendering.site import Site
from tests.rendering import town
from tests.rendering.desk import article, on, project


def catalogue(**fields: Any) -> Catalogue:
    piece = article(
        "Mereka bekerja keras. Semua senang.",
        language="id",
        title="Judul",
        working_title="Our name",
        chain=[{"id": "first", "relation": "original", "language": "vi-VN"}],
    )
    given = {
        "explanation": "They **do** [work](https://a.example/).",
        "chain": [Link(text="first", quote="Họ làm việc.", change="Harder now.")],
        "evidence": [
            Evidence(stance="supports", quote="Sie arbeiten.", language="de", translation="They work."),
            Evidence(stance="context", quote="Pekerja.", language="id"),
        ],
        "topics": ["Work", "Time"],
        "claimant": "Ibu Å",
    }
    cases = (on(piece, "hard", "bekerja", **{**given, **fields}), on(piece, "quiet", "Semua", status="draft"))
    return make_catalogue(project(piece, cases=cases), cases)


def words(listed: Catalogue) -> dict[str, list[str]]:
    return {record.language: record.words.splitlines() for record in search_records([listed], ["en"])}


def test_words_go_to_the_index_of_their_language():
    found = words(catalogue())
    assert set(found) == {"en", "id", "vi"}
    assert found["id"] == ["Mereka bekerja keras.", "Judul", "Pekerja."]
    assert found["vi"] == ["Họ làm việc."]
    assert {"The claim hard.", "Harder now.", "Our name", "They do work.", "They work."} <= set(found["en"])


def test_a_language_that_only_sources_have_costs_no_index_of_its_own():
    assert "Sie arbeiten." in words(catalogue())["en"]


def test_a_draft_is_neither_indexed_nor_listed():
    listed = catalogue()
    assert {record.url for record in search_records([listed], ["en"])} == {"claims/piece/hard/"}
    assert len(json.loads(search_table(listed, {}, Site("Desk")))["rows"]) == 1


def test_a_row_points_to_the_values_of_each_filter():
    table = json.loads(
        search_table(catalogue(), {"id": {"claims/piece/hard/": "id_1"}, "vi": {}}, Site("Desk"))
    )
    (row,) = table["rows"]
    assert row[:3] == ["claims/piece/hard/", "The claim hard.", "2026-01-31"]
    values = [[table["filters"][name][at] for at in row[3 + n]] for n, name in enumerate(table["filters"])]
    assert dict(zip(table["filters"], values, strict=True)) == {
        "verdict": [["right", "right"]],
        "topic": [["work", "Work"], ["time", "Time"]],
        "claimant": [["ibu å", "Ibu Å"]],
        "article": [["piece", "Judul"]],
        "language": [["id", "Indonesian"]],
        "year": [["2026", "2026"]],
    }
    assert table["indexes"] == {"id": "id_1", "vi": "-"}
    assert table["dates"] == {"2026-01-31": "31 January 2026"}


def test_what_is_not_known_has_no_value():
    table = json.loads(search_table(catalogue(claimant=None, topics=[], checked_on=None), {}, Site("Desk")))
    (row,) = table["rows"]
    known = dict(zip(table["filters"], row[3:], strict=True))
    assert row[2] == "" and known["topic"] == known["claimant"] == known["year"] == []


def test_only_the_search_page_may_run_compiled_programs():
    allowed = {
        path for path, page in town.site().items() if b"wasm-unsafe-eval" in page and path.endswith(".html")
    }
    assert allowed == {"search/index.html"}


def test_without_a_script_the_search_page_leads_to_every_list():
    tree = LexborHTMLParser(town.site()["search/index.html"])
    links = {node.attributes["href"] for node in tree.css("#_lists a")}
    assert {
        "../verdicts/right/",
        "../topics/money/",
        "../claimants/the-mayor/",
        "../articles/jembatan/",
    } <= links
    assert "../claims/" in links
    assert "hidden" in tree.css_first("form").attributes
