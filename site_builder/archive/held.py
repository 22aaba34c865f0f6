"""A newsroom that is in memory as a whole, as its dossiers."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from site_builder.archive.briefs import brief_of
from site_builder.archive.filing import Packed
from site_builder.caching import pack
from site_builder.frozen import frozen
from site_builder.model.brief import Brief, Dossier, Parcel
from site_builder.model.outline import Outline, outline_of
from site_builder.model.project import Case, ClaimFile, Project


@frozen(slots=False)
class Held:
    """A project with its claims beside their articles."""

    project: Project
    cases: tuple[Case, ...]

    @cached_property
    def frame(self) -> Project:
        """Return the project without its articles and claims."""
        return replace(self.project, articles={}, claims=())

    @cached_property
    def briefs(self) -> tuple[Brief, ...]:
        """Return the dossiers in brief: those of articles in their order, then that of claims that have none."""
        return tuple(brief_of(dossier, self.frame) for dossier in self._dossiers.values())

    @property
    def outline(self) -> Outline:
        """Return the names of all articles and claims."""
        return outline_of(self.project)

    def dossier(self, name: str) -> Dossier:
        """Return the dossier of an article."""
        return self._dossiers[name]

    def parcel(self, name: str, *, near: bool) -> Parcel:
        """Return the dossier of an article for the way to another process, wherever that is."""
        return Packed(pack(self._dossiers[name]))

    @cached_property
    def _dossiers(self) -> dict[str | None, Dossier]:
        articles = self.project.articles
        files: dict[str | None, list[ClaimFile]] = {name: [] for name in (*articles, None)}
        cases: dict[str | None, list[Case]] = {name: [] for name in (*articles, None)}
        for file in self.project.claims:
            named = file.claim.article if file.claim else None
            files[named if named in articles else None].append(file)
        for case in self.cases:
            cases[case.article.name].append(case)
        return {
            name: Dossier(articles[name] if name else None, tuple(its), tuple(cases[name]), (), {})
            for name, its in files.items()
            if name or its
        }
