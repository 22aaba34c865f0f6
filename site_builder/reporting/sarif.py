"""A report as SARIF, for the code-scanning pages of forges and for editors.

Source: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard. Columns count code points,
as ``columnKind`` says; an excuse is a suppression in the source.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from site_builder import __version__
from site_builder.model.finding import Judged, Report
from site_builder.model.settings import Gravity
from site_builder.model.source import Spot
from site_builder.policy import DEFAULT_GRAVITY
from site_builder.rules import RULES, Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Gravity.ERROR: "error", Gravity.WARNING: "warning", Gravity.NOTE: "note", Gravity.OFF: "none"}
_INDEX = {rule.code: i for i, rule in enumerate(RULES)}


def render(report: Report) -> str:
    """Return the whole report as one SARIF log and a line end; excused findings are in it, as suppressed."""
    run = {
        "tool": {
            "driver": {"name": "site-builder", "version": __version__, "rules": [_rule(r) for r in RULES]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(judged) for judged in report.judged],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.manual, "markdown": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[DEFAULT_GRAVITY[rule.code]]},
    }


def _result(judged: Judged) -> dict[str, Any]:
    finding = judged.finding
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": _LEVELS[judged.gravity],
        "message": {"text": f"{finding.message}\n{finding.help}".rstrip()},
        "locations": [_location(judged.spot)],
    }
    if judged.related:
        result["relatedLocations"] = [_location(spot, id=i) for i, spot in enumerate(judged.related)]
    if judged.excused:
        result["suppressions"] = [{"kind": "inSource", "justification": judged.excused}]
    return result


def _location(spot: Spot, **more: Any) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
    }
    words = spot.marked.of(spot.excerpt)
    if words:
        region["snippet"] = {"text": words}
    uri = quote(spot.path, errors="surrogateescape")
    place = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": region}
    message = {"message": {"text": spot.note}} if spot.note else {}
    return {**more, "physicalLocation": place, **message}
