"""Quantities in running text, in any language: value or range, unit, kind, and the exact place."""

from site_builder.figures.canonical import canonical_unit
from site_builder.figures.compare import check, readable
from site_builder.figures.reading import read
from site_builder.figures.records import as_record

__all__ = ["as_record", "canonical_unit", "check", "read", "readable"]
