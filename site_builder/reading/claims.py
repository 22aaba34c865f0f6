"""Claim files."""

from __future__ import annotations

from site_builder.model.claim import Claim
from site_builder.model.project import ClaimFile
from site_builder.model.source import Source
from site_builder.reading.documents import parse
from site_builder.reading.told import build_told


def parse_claim(source: Source, id: str, language: str = "en") -> ClaimFile:
    """Read one claim file; what keeps it from being a claim stands in ``problems``.

    ``id`` is the file's path under the claims folder without its ending; ``language`` is the
    site's, in which every text for readers must be told.
    """
    claim, problems, translations = build_told(Claim, parse(source), language)
    return ClaimFile(id, source, claim, problems, translations)
