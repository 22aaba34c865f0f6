"""What is indexed, in which language, and the table that the search page filters by."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from site_builder.model.claim import Correction, Evidence, Link
from site_builder.model.project import Case, Project
from site_builder.rendering.catalogue import Catalogue
from site_builder.rendering.search import SearchRecord, search_files, search_records
from site_builder.rendering.site import Site
from tests.printing import listed, reviewed
from tests.rendering import town
from tests.rendering.desk import article, on, project

Newsroom = tuple[Project, tuple[Case, ...]]


def catalogue(**fields: Any) -> Newsroom:
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
    return project(piece, cases=cases), cases


def made(newsroom: Newsroom | Catalogue, languages: Sequence[str] = ()) -> dict[str, Any]:
    """Return the files of the search page, by name."""
    shown = newsroom if isinstance(newsroom, Catalogue) else listed(*newsroom)
    files = search_files(shown, languages, Site("Desk"))
    return {path.removeprefix("search/").removesuffix(".json"): json.loads(text) for path, text in files}


def records(newsroom: Newsroom) -> list[SearchRecord]:
    articles = reviewed(*newsroom)
    claims = [(entry,) for article in articles for entry in article.entries]
    return list(search_records(claims, listed(*newsroom), ["en"]))


def words(newsroom: Newsroom) -> dict[str, list[str]]:
    return {record.language: record.words.splitlines() for record in records(newsroom)}


def test_words_go_to_the_index_of_their_language():
    found = words(catalogue())
    assert set(found) == {"en", "id", "vi"}
    assert found["id"] == ["Mereka bekerja keras.", "Judul", "Pekerja."]
    assert found["vi"] == ["Họ làm việc."]
    assert {"The claim hard.", "Harder now.", "Our name", "They do work.", "They work."} <= set(found["en"])


def test_a_language_that_only_sources_have_costs_no_index_of_its_own():
    assert "Sie arbeiten." in words(catalogue())["en"]


def test_a_draft_is_neither_indexed_nor_listed():
    newsroom = catalogue()
    assert {record.url for record in records(newsroom)} == {"claims/piece/hard/"}
    assert made(newsroom)["claims"]["count"] == len(made(newsroom)["rows-0"]) == 1


def test_a_row_says_what_is_shown_of_a_claim():
    (row,) = made(catalogue())["rows-0"]
    assert row == ["claims/piece/hard/", "The claim hard.", "right", "Judul · 31 January 2026", ""]


def test_a_row_points_to_the_values_of_each_filter():
    filters = made(catalogue())["filters"]
    values = {
        name: [filters["filters"][name][int(place, 36)] for place in column.split(".")]
        for name, column in filters["columns"].items()
    }
    assert values == {
        "verdict": [["right", "right"]],
        "topic": [["work", "Work"], ["time", "Time"]],
        "claimant": [["ibu å", "Ibu Å"]],
        "article": [["piece", "Judul"]],
        "language": [["id", "Indonesian"]],
        "year": [["2026", "2026"]],
    }


def test_the_claim_checked_last_has_the_last_row_and_its_record_the_number_of_it():
    piece = article("One. Two. Three. Four.")
    days = {"One": 2, "Two": None, "Three": 3, "Four": 2}
    cases = tuple(
        on(piece, word.lower(), word, checked_on=day and datetime.date(2026, 1, day))
        for word, day in days.items()
    )
    newsroom = project(piece, cases=cases), cases
    rows = [row[0].split("/")[2] for row in made(newsroom)["rows-0"]]
    assert rows == ["two", "four", "one", "three"]
    assert {record.number: record.url.split("/")[2] for record in records(newsroom)} == dict(enumerate(rows))


def test_a_correction_moves_no_row_and_the_table_tells_where_it_stands():
    piece = article("One. Two. Three. Four. Five.")
    days = {"One": [1, 3], "Two": [2], "Three": [3], "Four": [4], "Five": [2, 9]}
    cases = tuple(
        on(
            piece,
            word.lower(),
            word,
            checked_on=datetime.date(2026, 1, first),
            corrections=[Correction(date=datetime.date(2026, 1, day), text="Mended.") for day in later],
        )
        for word, (first, *later) in days.items()
    )
    newsroom = project(piece, cases=cases), cases
    rows = [row[0].split("/")[2] for row in made(newsroom)["rows-0"]]
    assert rows == ["one", "five", "two", "three", "four"]
    corrected = made(newsroom)["claims"]["corrected"]
    places = {row: behind + (at + 1) / (len(corrected) + 1) for at, (row, behind) in enumerate(corrected)}
    order = sorted(range(len(rows)), key=lambda row: places.get(row, row))
    latest = [entry.slug for entry in listed(*newsroom).latest]
    assert [rows[row] for row in reversed(order)] == latest == ["five", "four", "one", "three", "two"]


def test_the_table_tells_the_indexes_and_the_version_of_the_other_files():
    table, same, other = (
        made(catalogue(topics=topics), ["id", "vi"])["claims"] for topics in (["Work"], ["Work"], ["Time"])
    )
    assert table["indexes"] == ["id", "vi"]
    assert table["version"] == same["version"] != other["version"]


def test_what_is_not_known_has_no_value():
    files = made(catalogue(claimant=None, topics=[], checked_on=None))
    columns = files["filters"]["columns"]
    assert columns["topic"] == columns["claimant"] == columns["year"] == ""


def test_rows_lie_in_small_files_but_where_all_are_looked_through():
    one = listed(*catalogue())
    many = replace(one, entries=tuple(entry for entry in one.entries for _ in range(25)))
    files = made(many, ["en"])
    assert [len(files[f"rows-{n}"]) for n in range(3)] == [10, 10, 5]
    assert (files["claims"]["count"], files["claims"]["size"], "rows-3" in files) == (25, 10, False)
    assert len(made(many)["rows-0"]) == made(many)["claims"]["size"] == 25


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
