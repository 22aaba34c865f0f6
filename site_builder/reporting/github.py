"""A report as workflow commands, which GitHub shows as annotations beside the lines of a pull request.

Source of the form and of its escapes: GitHub Docs, "Workflow commands for GitHub Actions", and the toolkit's
``command.ts``.
"""

from __future__ import annotations

from site_builder.model.finding import Judged, Report
from site_builder.model.settings import Gravity
from site_builder.model.source import Spot
from site_builder.reporting.columns import escaped
from site_builder.reporting.summary import summary

_COMMANDS = {Gravity.ERROR: "error", Gravity.WARNING: "warning", Gravity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """Return a command for each finding that nobody excused, then the summary as plain lines."""
    commands = [_command(judged) for judged in report.standing if judged.gravity in _COMMANDS]
    return "\n".join([*commands, *summary(report)]) + "\n"


def _command(judged: Judged) -> str:
    spot, finding = judged.spot, judged.finding
    properties = {
        "file": spot.path,
        "line": spot.line,
        "endLine": spot.end_line,
        "col": spot.column,
        "endColumn": spot.end_column,
        "title": f"{finding.code} {judged.name}",
    }
    # Columns are only honoured where the place lies on one line.
    if spot.end_line != spot.line:
        del properties["col"], properties["endColumn"]
    said = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{_COMMANDS[judged.gravity]} {said}::{_message(judged).translate(_DATA)}"


def _message(judged: Judged) -> str:
    finding = judged.finding
    lines = [finding.message, f"Help: {finding.help}" if finding.help else "", *map(_other, judged.related)]
    return "\n".join(escaped(line) for line in lines if line)


def _other(spot: Spot) -> str:
    note = f" ({spot.note})" if spot.note else ""
    return f"{spot.path}:{spot.line}: {spot.marked.of(spot.excerpt)}{note}"
