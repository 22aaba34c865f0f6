"""A report as workflow commands, which GitHub shows as annotations beside the lines of a pull request.

Source of the form and of its escapes: GitHub Docs, "Workflow commands for GitHub Actions", and the toolkit's
``command.ts``.
"""

from __future__ import annotations

from collections.abc import Container

from site_builder.model.finding import Judged, Report
from site_builder.model.settings import Gravity
from site_builder.model.source import Spot
from site_builder.reporting.columns import escaped
from site_builder.reporting.summary import summary

MOST = 10
"""Annotations of one kind that GitHub shows for a step."""
_COMMANDS = {Gravity.ERROR: "error", Gravity.WARNING: "warning", Gravity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, changed: Container[str] = ()) -> str:
    """Return commands for the findings that nobody excused, then the rest and the summary as plain lines.

    GitHub shows ten annotations of each kind for a step and drops the others without a word. So those come first
    that are about the files in ``changed`` (POSIX, relative to the project), and how many more there are is said.
    """
    shown: list[str] = []
    rest: list[str] = []
    for kind in _COMMANDS:
        found = sorted(
            (judged for judged in report.standing if judged.gravity is kind),
            key=lambda judged: not _touches(judged, changed),
        )
        shown += [_command(judged) for judged in found[:MOST]]
        rest += [_plain(judged) for judged in found[MOST:]]
    more = [f"{len(rest)} more are only listed here:", *rest, ""] if rest else []
    return "\n".join([*shown, *more, *summary(report)]) + "\n"


def _touches(judged: Judged, changed: Container[str]) -> bool:
    return judged.spot.path in changed or any(spot.path in changed for spot in judged.related)


def _plain(judged: Judged) -> str:
    spot, finding = judged.spot, judged.finding
    # A line that began with a sign of its own could be taken for a command.
    said = f"{judged.gravity}[{finding.code}] {judged.name}: {escaped(finding.message)}"
    return f"  {escaped(spot.path)}:{spot.line}:{spot.column}  {said}"


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
