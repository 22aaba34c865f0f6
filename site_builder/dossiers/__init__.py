"""An article with its claims: what can be read and checked apart from all others, on any process or machine.

Most rules look no further than a claim and its article. Those that do say so (``WHOLE`` in their file) and are left
to the pipeline, which sees the whole newsroom.
"""

from site_builder.dossiers.cases import case_of, make_cases
from site_builder.dossiers.dossier import Dossier, Job, make_dossier, make_jobs, misplaced
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
    "Dossier",
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
]
