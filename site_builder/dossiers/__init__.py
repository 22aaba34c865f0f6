"""An article with its claims: what can be read and checked apart from all others, on any process or machine.

Most rules look no further than a claim and its article. Those that do say so (``SCOPE`` in their file) and are left
to the archive, which knows the whole newsroom.
"""

from site_builder.dossiers.cases import case_of, make_cases
from site_builder.dossiers.dossier import Job, make_dossier, make_jobs, misplaced, spots
from site_builder.dossiers.sources import (
    ArticleSource,
    Changed,
    ClaimSource,
    Sources,
    read_claim,
    read_known,
    read_sources,
)

__all__ = [
    "ArticleSource",
    "Changed",
    "ClaimSource",
    "Job",
    "Sources",
    "case_of",
    "make_cases",
    "make_dossier",
    "make_jobs",
    "misplaced",
    "read_claim",
    "read_known",
    "read_sources",
    "spots",
]
