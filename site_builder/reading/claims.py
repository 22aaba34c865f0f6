"""Claim files."""

from __future__ import annotations

from site_builder.model.claim import Claim
from site_builder.model.project import ClaimFile
from site_builder.model.source import Source
from site_builder.reading.documents import parse
from site_builder.reading.records import build


def parse_claim(source: Source, id: str) -> ClaimFile:
    """Read one claim file; what keeps it from being a claim stands in ``problems``.

    ``id`` is the file's path under the claims folder without its ending.
    """
    claim, problems = build(Claim, parse(source))
    return ClaimFile(id, source, claim, problems)
