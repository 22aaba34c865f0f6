"""What a newsroom sets in ``mkdocs.yml``."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from site_builder.model.claim import Stance
from site_builder.model.fields import Language, Record, Text


class Gravity(StrEnum):
    """How grave a finding is. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class Policy(Record):
    """Which rules are on and how grave, and what a verdict needs."""

    gravity: dict[str, Gravity] = Field({}, description="Another gravity for a rule, by name or code.")
    publishers: int = Field(1, ge=0, description="How many independent publishers a verdict needs.")
    archived: bool = Field(False, description="Whether each piece of evidence needs an archived copy.")
    evidence_days: int | None = Field(
        None, ge=1, description="After how many days evidence must be read again."
    )
    stances: dict[str, tuple[Stance, ...]] = Field(
        {}, description="The stances of which a verdict needs one, by the verdict."
    )
    coverage: int = Field(
        0, ge=0, le=100, description="The least share of figures to be settled, in percent."
    )


class Settings(Record):
    """The ``site_builder`` block under ``plugins`` in ``mkdocs.yml``, with the site's name and address."""

    site_name: Text = "Fact checks"
    site_url: str = ""
    site_description: str = ""
    organisation: Text | None = Field(
        None, description="Who publishes the checks; the site's name if left out."
    )
    articles: Text = Field("seeds", description="The folder of the articles.")
    claims: Text = Field("claims", description="The folder of the claim files.")
    evidence: Text = Field("evidence", description="The folder of kept copies of sources.")
    templates: Text = Field("templates", description="A folder whose templates replace ours.")
    scale: Text | None = Field(
        None, description="The scale file; `scale.yaml` in the claims folder if left out."
    )
    language: Language = Field("en", description="The language in which claims are written.")
    verify: bool = Field(
        False, description="Whether each build reads the finished site back before it is published."
    )
    policy: Policy = Field(Policy(), description="Rules and requirements.")
