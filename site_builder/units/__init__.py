"""An article with its claims: what can be read and checked apart from all others, on any process or machine.

Most rules look no further than a claim and its article. Those that do say so (``WHOLE`` in their file) and are left
to the pipeline, which sees the whole newsroom.
"""

from site_builder.units.cases import case_of, make_cases
from site_builder.units.sources import ArticleSource, ClaimSource, Sources, read_claim, read_sources
from site_builder.units.unit import Job, Unit, make_jobs, make_unit, misplaced

__all__ = [
    "ArticleSource",
    "ClaimSource",
    "Job",
    "Sources",
    "Unit",
    "case_of",
    "make_cases",
    "make_jobs",
    "make_unit",
    "misplaced",
    "read_claim",
    "read_sources",
]
