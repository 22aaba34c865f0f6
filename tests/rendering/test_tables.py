"""The tables, read by a reader of Data Packages and by Python's own, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.rendering import make_site
from site_builder.rendering.tables import _csv, claim_rows, evidence_rows, safe_cell
from tests.printing import reviewed
from tests.rendering import town
from tests.rendering.desk import article, on, project

FILES = ("datapackage.json", "claims.csv", "evidence.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / name).write_bytes(town.site()[name])
    return tmp_path


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(town.site()[name].decode().split("\r\n")))


def validate(folder: Path) -> frictionless.Report:
    return frictionless.Package(str(folder / "datapackage.json")).validate()


def errors(folder: Path) -> set[str]:
    return {code for (code,) in validate(folder).flatten(["type"])}


def test_the_package_is_valid_to_its_last_cell(folder: Path):
    report = validate(folder)
    assert report.valid, report.flatten(["type", "message"])
    assert {task.name: task.stats["rows"] for task in report.tasks} == {"claims": 3, "evidence": 3}


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (b"jembatan/opened,", b"jembatan/cost,", "unique-error"),
        (b",right,3,", b",right,three,", "type-error"),
        (b"2026-01-07", b"2026-13-07", "type-error"),
        (b"\r\njembatan/opened,", b"\r\n,", "constraint-error"),
    ],
)
def test_the_description_is_strict_enough_to_see(folder: Path, old: bytes, new: bytes, error: str):
    claims = folder / "claims.csv"
    changed = claims.read_bytes().replace(old, new, 1)
    assert changed != claims.read_bytes()
    claims.write_bytes(changed)
    assert {error, "hash-count"} <= errors(folder)


def test_evidence_belongs_to_a_claim(folder: Path):
    evidence = folder / "evidence.csv"
    evidence.write_bytes(evidence.read_bytes().replace(b"jembatan/cost,1", b"jembatan/lost,1"))
    assert "foreign-key" in errors(folder)


def test_the_package_tells_what_it_is():
    package = json.loads(town.site()["datapackage.json"])
    known = {key: package[key] for key in ("name", "title", "homepage", "version", "contributors", "sources")}
    assert known == {
        "name": "fact-checks",
        "title": "The Desk",
        "homepage": town.URL,
        "version": "2026-03-01",
        "contributors": [{"title": "Town Desk", "role": "publisher"}],
        "sources": [{"title": "A piece", "path": "https://koran.example/a#top"}],
    }
    for resource in package["resources"]:
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_a_claim_is_a_row():
    first, undated, opened = rows("claims.csv")
    assert first["id"] == "jembatan/cost"
    assert first["url"] == f"{town.URL}claims/jembatan/cost/"
    assert first["claim"] == f"The bridge cost 80 to 100 million {town.MARKUP}"
    assert (first["verdict"], first["rating"]) == ("right", "3")
    assert (first["checked_on"], first["updated"]) == ("2026-01-05", "2026-02-03")
    assert first["topics"] == "Cầu & đường; Money"
    assert (first["evidence"], first["corrections"]) == ("3", "2")
    assert first["figures"] == ""
    assert first["mark"] == f"{town.URL}articles/jembatan/#cost"
    assert (undated["checked_on"], undated["conclusion"]) == ("", "")
    assert (opened["verdict"], opened["rating"]) == ("open", "")
    assert opened["quote"] == "Wali kota 👍🏽 membukanya sendiri […] bertepuk tangan."


def test_evidence_is_a_row():
    first, second, third = rows("evidence.csv")
    assert [row["number"] for row in (first, second, third)] == ["1", "2", "3"]
    assert (first["claim"], first["stance"], first["url"]) == (
        "jembatan/cost",
        "supports",
        "https://a.example/",
    )
    assert (third["published"], third["read"], third["stance"]) == ("2025", "2026-01-04", "context")


def test_figures_are_told_with_their_units():
    piece = article("It has 600 jobs, or 80 to 100 percent.")
    stated = [{"value": 600, "unit": "jobs"}, {"value": "80 to 100", "unit": "percent"}, {"value": -3}]
    beside = [{"value": 700, "unit": "jobs"}]
    evidence = [{"stance": "supports", "publisher": "The Town", "quote": "700 jobs", "figures": beside}]
    found = on(piece, "jobs", "It has 600 jobs", figures=stated, evidence=evidence)
    entries = reviewed(project(piece, cases=[found]), [found])[0].entries
    site = make_site(project(piece).settings)
    assert _last_cell(claim_rows(entries, site)) == "600 jobs; 80 to 100 percent; -3"
    assert _last_cell(evidence_rows(entries)) == "700 jobs"


def _last_cell(rows: str) -> str:
    return next(csv.reader(rows.splitlines()))[-1]


def test_no_cell_of_the_site_is_a_formula():
    cells = [cell for name in FILES[1:] for row in rows(name) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert f"'{town.FORMULA}" in cells
    assert {"'@desk", "'-1", "'+80", "''so"} <= set(cells)


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "'=1"]
)
def test_what_a_spreadsheet_would_run_is_held(words: str):
    assert safe_cell(words) == f"'{words}"


@pytest.mark.parametrize(
    ("value", "cell"), [(None, ""), (0, "0"), ("80-100", "80-100"), ("", ""), ("− 5", "− 5")]
)
def test_what_is_harmless_stays_as_it_is(value: Any, cell: str):
    assert safe_cell(value) == cell


@given(st.text())
def test_a_cell_gives_back_its_words(words: str):
    assert safe_cell(words).removeprefix("'") == (
        words if safe_cell(words) != words else words.removeprefix("'")
    )


@given(st.lists(st.lists(st.text() | st.text(alphabet=',"\r\n a;'), min_size=2), max_size=3))
def test_rows_are_written_as_python_writes_them(cells: list[list[str]]):
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(cells)
    assert _csv(cells) == written.getvalue()


def test_without_an_address_links_are_relative_to_the_tables():
    table = list(csv.DictReader(town.homeless()["claims.csv"].decode().split("\r\n")))
    assert table[0]["url"] == "claims/jembatan/cost/"
    assert "homepage" not in json.loads(town.homeless()["datapackage.json"])
