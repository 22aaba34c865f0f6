"""Quantities in running text, in any language: value or range, unit, kind, and the exact place."""

from functools import lru_cache

from site_builder.figures import reading
from site_builder.figures.canonical import canonical_unit
from site_builder.figures.compare import check, readable
from site_builder.figures.records import as_record

__all__ = ["as_record", "canonical_unit", "check", "read", "readable"]

read = lru_cache(maxsize=4096)(reading.read)
"""The figures of a text. Sentences and quotes are asked about by several: a desk, the rules, the coverage."""
