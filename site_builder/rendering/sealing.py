"""The seals of articles: what the pages of each are made from, of its own and of the newsroom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder import __version__, verifying
from site_builder.model.project import Case, Project
from site_builder.rendering.claimants import claimant_key, claimant_paths


def seals(project: Project, cases: Iterable[Case], templates: Mapping[str, bytes]) -> dict[str, str]:
    """Return the seal of each article's own pages, by its name; ``templates`` are all templates and assets."""
    said_by = addresses_of_claimants(project, cases)
    beside = {name: repr(sorted(paths.items())) for name, paths in said_by.items()}
    return verifying.seals_of_articles(project, templates, __version__, beside)


def addresses_of_claimants(project: Project, cases: Iterable[Case]) -> dict[str, dict[str, str]]:
    """Return, by the names of articles, the addresses of the pages of those whose claims are published there.

    They are found by :func:`claimants.claimant_key`. Others decide of them too: two claimants may have one name.
    """
    said: dict[str, set[str]] = {name: set() for name in project.articles}
    for case in cases:
        if case.claim.published:
            said[case.article.name].add(claimant_key(case.claim.claimant or ""))
    paths = claimant_paths(key for keys in said.values() for key in keys)
    return {name: {key: paths[key] for key in keys if key in paths} for name, keys in said.items()}
