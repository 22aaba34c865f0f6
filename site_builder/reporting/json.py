"""A report as JSON, for other programs. Columns count code points; lines and columns start at 1."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from site_builder.model.finding import Judged, Report
from site_builder.model.source import Spot

FORMAT = 1
"""Raised when a key changes its meaning or goes; new keys may come without it."""


def render(report: Report) -> str:
    """Return the whole report, excused findings too, as one JSON object (RFC 8259) and a line end."""
    return json.dumps(as_record(report), ensure_ascii=False, indent=2) + "\n"


def as_record(report: Report) -> dict[str, Any]:
    """Return the report as plain data."""
    return {
        "format": FORMAT,
        "today": report.today.isoformat() if report.today else None,
        "blocks": report.blocks,
        "checked_nothing": report.checked_nothing,
        "counts": dataclasses.asdict(report.counts),
        "off": list(report.off),
        "against": dataclasses.asdict(report.against) if report.against else None,
        "findings": [_finding(judged) for judged in report.judged],
    }


def _finding(judged: Judged) -> dict[str, Any]:
    return {
        "code": judged.finding.code,
        "name": judged.name,
        "gravity": judged.gravity.value,
        "message": judged.finding.message,
        "help": judged.finding.help,
        "claim": judged.finding.claim,
        "excused": judged.excused or None,
        **_spot(judged.spot),
        "related": [_spot(spot) for spot in judged.related],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {
        "path": spot.path,
        "line": spot.line,
        "column": spot.column,
        "end_line": spot.end_line,
        "end_column": spot.end_column,
        "words": spot.marked.of(spot.excerpt),
        "note": spot.note,
    }
