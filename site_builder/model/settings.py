"""What a newsroom sets in ``mkdocs.yml``."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from site_builder.model.claim import Stance
from site_builder.model.fields import Address, Language, Record, Text


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


def _inside(path: str) -> str:
    parts = PurePosixPath(path.replace("\\", "/")).parts
    if ".." in parts or path.startswith(("/", "~")) or ":" in path or "\0" in path:
        raise ValueError("name a place inside the newsroom's folder, such as `claims`")
    return path


Inside = Annotated[Text, AfterValidator(_inside)]
"""A path inside the newsroom's folder: what is read and published comes from nowhere else."""


_CONTACT = re.compile(r"https?://[^\s<>\"]+|[^\s<>\"@:/]+@[^\s<>\"@:/?&]+")


def _contact(value: str) -> str:
    if not _CONTACT.fullmatch(value):
        raise ValueError("write an e-mail address or a web address, such as desk@example.org")
    return value


class Names(Record):
    """What the site calls itself in another language; what is left out stays as it is."""

    site_name: Text | None = Field(None, description="The site's name.")
    site_description: Text | None = Field(None, description="What the site is, in one sentence.")
    organisation: Text | None = Field(None, description="Who publishes the checks.")


class Admin(Record):
    """The page for editors who use no git: where the newsroom's files are kept."""

    name: Literal["github", "gitlab", "gitea"] = Field(
        "github", alias="backend", description="The forge: `github`, `gitlab` or `gitea`."
    )
    repo: Text = Field(description="The repository there, such as `daily/checks`.")
    branch: Text = Field("main", description="The branch that is published.")
    base_url: Address | None = Field(None, description="Where editors sign in, if not at the forge itself.")
    api_root: Address | None = Field(None, description="Where a forge of your own answers programs.")


_HOW = {"jobs", "executor", "cache"}


class Settings(Record):
    """The ``site_builder`` block under ``plugins`` in ``mkdocs.yml``, with the site's name and address."""

    site_name: Text = "Fact checks"
    site_url: str = ""
    site_description: str = ""
    organisation: Text | None = Field(
        None, description="Who publishes the checks; the site's name if left out."
    )
    contact: Annotated[Text, AfterValidator(_contact)] | None = Field(
        None, description="Where readers report errors: an e-mail address or a web address."
    )
    articles: Inside = Field("seeds", description="The folder of the articles.")
    claims: Inside = Field("claims", description="The folder of the claim files.")
    evidence: Inside = Field("evidence", description="The folder of kept copies of sources.")
    templates: Inside = Field("templates", description="A folder whose templates replace ours.")
    scale: Inside | None = Field(
        None, description="The scale file; `scale.yaml` in the claims folder if left out."
    )
    language: Language = Field("en", description="The language in which claims are written.")
    languages: tuple[Language, ...] = Field(
        (),
        description="The languages in which the site is published, its own among them; that one if left out.",
    )
    editions: dict[Language, Names] = Field(
        {}, description="What the site calls itself in other languages, by the language."
    )
    topics: dict[str, dict[Language, Text]] = Field(
        {}, description="The names of topics in other languages, by the name in claim files."
    )
    search: bool = Field(True, description="Whether each build makes the indexes that search looks in.")
    units: dict[str, dict[Language, Text]] = Field(
        {}, description="What is counted, in other languages, by the unit in claim files."
    )
    verify: bool = Field(
        False, description="Whether each build reads the finished site back before it is published."
    )
    social_cards: bool = Field(
        True, description="Whether claims and articles get a picture for where links to them are shared."
    )
    policy: Policy = Field(Policy(), description="Rules and requirements.")
    admin: Admin | None = Field(
        None, description="Whether the site has a page for editors, `/admin/`, and where it keeps the files."
    )
    jobs: int | None = Field(
        None,
        ge=1,
        description="How many processes share the work; the size of the newsroom decides if left out.",
    )
    executor: Text | None = Field(
        None, description="Who does the work instead: `dask:` and the address of a Dask scheduler."
    )
    cache: bool = Field(
        True, description="Whether results are kept for the next time, in `.cache/site_builder`."
    )

    @model_validator(mode="after")
    def _published_in_its_own_language(self) -> Settings:
        if len(set(self.languages)) < len(self.languages):
            raise ValueError("`languages` names each language once")
        if self.languages and self.language not in self.languages:
            raise ValueError(f"`languages` names `{self.language}` too, the language of the site")
        return self

    @property
    def published_in(self) -> tuple[str, ...]:
        """Return the languages of the site's pages, its own first."""
        return (self.language, *(code for code in self.languages if code != self.language))

    @property
    def places(self) -> tuple[str, ...]:
        """Return the files and folders of the newsroom that a check reads, relative to it."""
        return (self.articles, self.claims, self.evidence, *((self.scale,) if self.scale else ()))

    def content(self) -> str:
        """Return, as JSON, the settings that bear on the site: not who builds it, nor how quickly."""
        return self.model_dump_json(exclude=_HOW)
