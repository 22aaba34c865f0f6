"""The policy: gravity, drafts, excuses, order."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder import pipeline, policy
from site_builder.model.finding import Finding, Judged, Report
from site_builder.model.settings import Gravity, Policy
from site_builder.model.source import Location, Source, Spot
from site_builder.reading.settings import SettingsError, settings_from
from tests.rules import newsroom

SMALL = "the mayor opened the bridge"
"""Quoted so, one finding arises: case-differs, a warning."""
EXCUSE = {"rule": "case-differs", "reason": "Printed so in the morning edition.", "until": "2025-12-31"}


def of(code: str, data: dict[str, Any]) -> list[Judged]:
    return [judged for judged in newsroom.judged(data) if judged.finding.code == code]


def gravity(**own: str) -> dict[str, Any]:
    return {"policy": {"gravity": {name.replace("_", "-"): value for name, value in own.items()}}}


@pytest.mark.parametrize("name", ["case_differs", "Q005", "q005"])
@pytest.mark.parametrize("chosen", ["error", "note"])
def test_newsroom_sets_another_gravity(name: str, chosen: str) -> None:
    (judged,) = of("Q005", {"claim": {"quote": SMALL}, "settings": gravity(**{name: chosen})})
    assert judged.gravity == Gravity(chosen)


def test_default_gravity() -> None:
    (judged,) = of("Q005", {"claim": {"quote": SMALL}})
    assert judged.gravity is Gravity.WARNING
    assert judged.name == "case-differs"


def test_rule_that_is_off_finds_nothing() -> None:
    assert newsroom.judged({"claim": {"quote": SMALL}, "settings": gravity(case_differs="off")}) == ()
    assert policy.rules_off(Policy(gravity={"case-differs": Gravity.OFF})) == ("case-differs",)
    assert policy.rules_off(Policy()) == ()


def test_settings_that_name_no_rule_are_told() -> None:
    unsound = Policy(gravity={"case-difers": Gravity.OFF, "Q001": Gravity.ERROR, "zzz": Gravity.NOTE})
    assert policy.unknown_rules(unsound) == (("case-difers", "case-differs"), ("zzz", ""))


def test_draft_is_told_but_never_blocks() -> None:
    broken = {"quote": "The mayor closed the bridge", "verdict": "rihgt"}
    judged = newsroom.judged({"claim": {**broken, "status": "draft"}})
    assert {j.finding.code for j in judged} == {"Q001", "V001"}
    assert {j.gravity for j in judged} == {Gravity.WARNING}
    assert Report(newsroom.judged({"claim": broken})).blocks


def test_draft_keeps_lesser_gravities() -> None:
    draft = {"quote": SMALL, "status": "draft"}
    (judged,) = of("Q005", {"claim": draft, "settings": gravity(case_differs="note")})
    assert judged.gravity is Gravity.NOTE


def test_unreadable_file_is_no_draft() -> None:
    judged = newsroom.judged({"claim": {"status": "draft", "verdict": "null"}})
    assert [(j.finding.code, j.gravity) for j in judged] == [("C003", Gravity.ERROR)]


def test_withdrawn_claim_blocks_only_by_what_readers_still_see() -> None:
    gone = {"status": "withdrawn", "withdrawn": {"date": "2025-11-25", "reason": "It was no claim."}}
    (judged,) = of("Q001", {"claim": {"quote": "Nobody said so", **gone}})
    assert judged.gravity is Gravity.WARNING
    (judged,) = of("C013", {"claim": {"formerly": ["piece/bridge"], **gone}})
    assert judged.gravity is Gravity.ERROR
    (judged,) = of("H003", {"claim": {"status": "withdrawn"}})
    assert judged.gravity is Gravity.ERROR


def test_excuse_holds_for_its_rule_only() -> None:
    claim = {"quote": SMALL, "verdict": "rihgt", "excuses": [EXCUSE]}
    judged = {j.finding.code: j for j in newsroom.judged({"claim": claim})}
    assert judged.keys() == {"Q005", "V001"}
    assert judged["Q005"].excused == EXCUSE["reason"]
    assert judged["V001"].excused == ""
    assert [j.finding.code for j in Report(tuple(judged.values())).standing] == ["V001"]


def test_excuse_holds_for_its_file_only() -> None:
    judged = of(
        "Q005", {"claims": {"a/one": {"quote": SMALL, "excuses": [EXCUSE]}, "a/two": {"quote": SMALL}}}
    )
    assert [bool(j.excused) for j in judged] == [True, False]


@pytest.mark.parametrize(
    ("until", "holds"), [("2025-12-01", True), ("2025-11-30", True), ("2025-11-29", False)]
)
def test_excuse_holds_through_its_last_day(until: str, holds: bool) -> None:
    (judged,) = of("Q005", {"claim": {"quote": SMALL, "excuses": [{**EXCUSE, "until": until}]}})
    assert bool(judged.excused) is holds


def test_excused_error_does_not_block() -> None:
    excuse = {**EXCUSE, "rule": "unknown-verdict"}
    assert not Report(newsroom.judged({"claim": {"verdict": "rihgt", "excuses": [excuse]}})).blocks


def test_findings_about_excuses_cannot_be_excused() -> None:
    unused = {**EXCUSE, "rule": "Q001"}
    for_it = {**EXCUSE, "rule": "unused-excuse"}
    judged = of("C012", {"claim": {"excuses": [unused, for_it]}})
    assert len(judged) == 2
    assert not any(j.excused for j in judged)


def test_no_excuse_for_a_verdict_that_changed_silently() -> None:
    excuse = {"rule": "silent-verdict-change", "reason": "Nobody will notice.", "until": "2025-12-31"}
    data = {"claim": {"verdict": "half right", "excuses": [excuse]}, "earlier": {}}
    (judged,) = of("H004", data)
    assert judged.excused == "" and judged.gravity is Gravity.ERROR
    assert len(of("C012", data)) == 1


def test_excuse_for_a_comparison_is_not_unused_where_nothing_is_compared() -> None:
    excuse = {"rule": "silent-change", "reason": "A slip of the pen.", "until": "2025-12-31"}
    data = {"claim": {"claim": "The major opened the bridge.", "excuses": [excuse]}}
    assert of("C012", data) == []
    (judged,) = of("H005", {**data, "earlier": {}})
    assert judged.excused == "A slip of the pen."
    same = {"claim": "The mayor opened the bridge.", "excuses": [excuse]}
    assert len(of("C012", {"claim": same, "earlier": {}})) == 1


def test_findings_stand_in_the_order_of_their_places() -> None:
    claims = {"b/one": {"quote": SMALL, "verdict": "rihgt"}, "a/two": {"quote": SMALL}}
    places = [(j.spot.path, j.spot.line) for j in newsroom.judged({"claims": claims})]
    assert places == sorted(places)
    assert [path for path, _ in places] == ["claims/a/two.yaml", "claims/b/one.yaml", "claims/b/one.yaml"]


def test_order_does_not_depend_on_the_order_of_rules() -> None:
    found = [
        Finding(code, "m", Location("p", (line,))) for code, line in (("V001", 2), ("Q001", 9), ("A001", 2))
    ]

    def locate(location: Location) -> Spot:
        line = int(location.route[0])
        return Spot(location.path, line, 1, line, 1)

    project = newsroom.project({})
    forwards = policy.judge(found, project, locate)
    assert [j.finding.code for j in forwards] == ["A001", "V001", "Q001"]
    assert policy.judge(reversed(found), project, locate) == forwards


def test_other_places_are_located_too() -> None:
    claims = {"a/bridge": {}, "b/bridge": {}}
    (judged,) = of("C006", {"claims": claims})
    assert [spot.path for spot in judged.related] == ["claims/a/bridge.yaml"]


def test_unknown_rule_in_the_settings_stops_everything() -> None:
    options = {"policy": {"gravity": {"case-difers": "off"}}}
    with pytest.raises(SettingsError, match="no rule `case-difers`: did you mean `case-differs`"):
        settings_from(Source("mkdocs.yml", ""), options)


def test_report_tells_which_rules_are_off() -> None:
    checked = pipeline.check(newsroom.project({"settings": gravity(case_differs="off")}))
    assert checked.report.off == ("case-differs",)
