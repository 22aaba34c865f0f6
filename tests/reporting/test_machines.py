"""The report for programs: JSON, SARIF and workflow commands."""

from __future__ import annotations

import json as standard_json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from jsonschema import Draft4Validator

from site_builder.model.finding import Judged
from site_builder.model.settings import Gravity
from site_builder.model.source import Spot
from site_builder.model.span import Span
from site_builder.reporting import github, json, junit, sarif
from site_builder.rules import RULES
from tests.reporting.samples import CLAIM_PATH, cut_figure, judged, report, spot

SCHEMAS = Path(__file__).parent / "schemas"


def test_json_tells_everything() -> None:
    data = standard_json.loads(json.render(report(cut_figure())))
    assert data["format"] == json.FORMAT
    assert data["today"] == "2025-11-30"
    assert data["blocks"] is True
    assert data["checked_nothing"] is False
    assert data["counts"]["claims"] == 1
    (finding,) = data["findings"]
    assert {key: finding[key] for key in ("code", "name", "gravity", "claim", "excused")} == {
        "code": "Q003",
        "name": "cut-figure",
        "gravity": "error",
        "claim": "100-jam/meta-600",
        "excused": None,
    }
    assert (finding["path"], finding["line"], finding["column"], finding["words"]) == (
        CLAIM_PATH,
        4,
        9,
        "600",
    )
    assert [place["words"] for place in finding["related"]] == ["1.600"]


def test_json_keeps_excused_findings() -> None:
    excused = judged(spot(CLAIM_PATH, 1, "a", "a"), excused="Printed so.")
    data = standard_json.loads(json.render(report(excused)))
    assert data["findings"][0]["excused"] == "Printed so."
    assert data["blocks"] is False


def test_json_is_the_same_twice() -> None:
    assert json.render(report(cut_figure())) == json.render(report(cut_figure()))
    assert json.render(report(cut_figure())).endswith("}\n")


@pytest.mark.parametrize(
    ("gravity", "command"), [(Gravity.ERROR, "error"), (Gravity.WARNING, "warning"), (Gravity.NOTE, "notice")]
)
def test_github_has_a_command_for_each_gravity(gravity: Gravity, command: str) -> None:
    first = github.render(report(judged(spot(CLAIM_PATH, 1, "a", "a"), gravity=gravity))).splitlines()[0]
    assert first.startswith(
        f"::{command} file={CLAIM_PATH},line=1,endLine=1,col=1,endColumn=2,title=Q003 cut-figure::"
    )


def test_github_shows_both_places_in_one_annotation() -> None:
    first = github.render(report(cut_figure())).splitlines()[0]
    message = first.rpartition("::")[2]
    assert message.split("%0A") == [
        "the quote cuts a number in two",
        "Help: quote the whole number",
        "seeds/100-jam.txt:23: 1.600",
    ]


def test_github_escapes_what_would_end_a_command() -> None:
    own = spot("a,b:c%.yaml", 1, "a", "a")
    first, *_ = github.render(report(judged(own, message="100 %\r\n::error::x"))).split("\n")
    assert "file=a%2Cb%3Ac%25.yaml," in first
    assert "::100 %25\\r\\n::error::x%0AHelp" in first


def test_github_names_no_columns_over_several_lines() -> None:
    own = Spot(CLAIM_PATH, 3, 5, 4, 2, "abc", Span(0, 3))
    first = github.render(report(judged(own))).splitlines()[0]
    assert "line=3,endLine=4,title" in first


def test_github_leaves_excused_findings_out_and_sums_up() -> None:
    lines = github.render(report(judged(spot(CLAIM_PATH, 1, "a", "a"), excused="So."))).splitlines()
    assert lines[0] == "Checked 1 claim on 1 article."
    assert lines[-1] == "  findings  none; 1 excused"


def sarif_run(*findings: Judged) -> dict[str, Any]:
    log = standard_json.loads(sarif.render(report(*findings)))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def test_sarif_describes_every_rule() -> None:
    rules = sarif_run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}
    assert all("## What it checks" in rule["help"]["markdown"] for rule in rules)


def test_sarif_places_results() -> None:
    run = sarif_run(cut_figure())
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "Q003"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == CLAIM_PATH
    assert place["region"] == {
        "startLine": 4,
        "startColumn": 9,
        "endLine": 4,
        "endColumn": 12,
        "snippet": {"text": "600"},
    }
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 23
    assert "suppressions" not in result


def test_sarif_suppresses_what_is_excused() -> None:
    (result,) = sarif_run(judged(spot(CLAIM_PATH, 1, "a", "a"), excused="Printed so."))["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "Printed so."}]


def test_sarif_encodes_paths() -> None:
    (result,) = sarif_run(judged(spot("claims/a b/ß#.yaml", 1, "a", "a")))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "claims/a%20b/%C3%9F%23.yaml"


def test_sarif_is_valid() -> None:
    """Against the schema that OASIS publishes: whatever is found, with places, notes and excuses."""
    schema = standard_json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    excused = judged(spot("claims/a b.yaml", 1, "a", "a"), excused="Printed so.")
    warned = judged(Spot("claims/gone.yaml", 1, 1, 1, 1), gravity=Gravity.WARNING, help="")
    for found in ([], [cut_figure()], [cut_figure(), excused, warned]):
        log = standard_json.loads(sarif.render(report(*found)))
        assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    del log["runs"][0]["tool"]
    assert not Draft4Validator(schema).is_valid(log)


def many(number: int, gravity: Gravity) -> list[Judged]:
    return [judged(spot(f"claims/{i:02}.yaml", 1, "a", "a"), gravity=gravity) for i in range(number)]


def test_github_shows_what_it_can_and_lists_the_rest() -> None:
    found = [*many(13, Gravity.ERROR), *many(3, Gravity.WARNING)]
    lines = github.render(report(*found)).splitlines()
    assert [line.startswith("::error") for line in lines[:10]] == [True] * 10
    assert [line.startswith("::warning") for line in lines[10:13]] == [True] * 3
    assert lines[13] == "3 more are only listed here:"
    assert lines[14] == "  claims/10.yaml:1:1  error[Q003] cut-figure: the quote cuts a number in two"
    assert not [line for line in lines[13:] if line.startswith("::")]


def test_github_shows_what_the_change_touches_first() -> None:
    found = many(13, Gravity.ERROR)
    other = judged(spot("claims/zz.yaml", 1, "a", "a"), spot("seeds/new.txt", 1, "b", "b"))
    lines = github.render(report(*found, other), {"claims/12.yaml", "seeds/new.txt"}).splitlines()
    assert "file=claims/12.yaml," in lines[0] and "file=claims/zz.yaml," in lines[1]
    assert "file=claims/00.yaml," in lines[2]


def test_junit_has_a_test_for_each_claim() -> None:
    warned = judged(spot("claims/b.yaml", 1, "a", "a"), gravity=Gravity.WARNING)
    excused = judged(spot("claims/c.yaml", 1, "a", "a"), excused="So.")
    files = ["claims/c.yaml", "claims/b.yaml", CLAIM_PATH]
    (suite,) = Xml.fromstring(junit.render(report(cut_figure(), warned, excused), files))
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")
    cases = {case.get("file"): case for case in suite}
    assert list(cases) == [CLAIM_PATH, "claims/b.yaml", "claims/c.yaml"]
    failure = cases[CLAIM_PATH].find("failure")
    assert failure is not None and failure.get("type") == "Q003"
    assert "seeds/100-jam.txt:23: 1.600" in str(failure.text)
    assert "warning[Q003]" in str(cases["claims/b.yaml"].findtext("system-out"))
    assert list(cases["claims/c.yaml"]) == []


@pytest.mark.parametrize("bad", ["\0", "\x1b[31m", "\ufffe", "\ud800", "</failure>&", "]]>"])
def test_junit_is_xml_whatever_a_text_holds(bad: str) -> None:
    found = judged(spot(CLAIM_PATH, 1, f"a{bad}", "a"), message=f"says {bad}")
    failure = Xml.fromstring(junit.render(report(found), [])).find(".//failure")
    assert failure is not None and str(failure.get("message")).startswith("says ")
