"""Cases and report in, the pages of the site out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from site_builder.model.finding import Report
from site_builder.model.project import Case, Project
from site_builder.model.settings import Settings
from site_builder.rendering.assets import load_assets, load_templates, own_templates
from site_builder.rendering.broken import describe_template_error
from site_builder.rendering.environment import Renderer, equip, make_environment, make_renderer
from site_builder.rendering.page import Page
from site_builder.rendering.pages import render_pages
from site_builder.rendering.site import PROSE, NavItem, Site, site_of
from site_builder.rules import RULES
from site_builder.verifying import RULES as SITE_RULES

__all__ = [
    "NavItem",
    "Page",
    "Renderer",
    "Site",
    "describe_template_error",
    "equip",
    "load_templates",
    "make_environment",
    "make_renderer",
    "make_site",
    "pages",
    "render_pages",
    "template_folders",
]


def template_folders(override: Path | None = None) -> list[Path]:
    """Return the folders of templates and assets, first the newsroom's own if it has one, then ours."""
    ours = own_templates()
    theirs = [override] if override and override.is_dir() and not override.samefile(ours) else []
    return [*theirs, ours]


def make_site(
    settings: Settings,
    *,
    preview: bool = False,
    templates: Sequence[Path] | None = None,
    seal: str = "",
    prose: Collection[str] | None = None,
) -> Site:
    """Return what every page knows of the site; the fingerprints are those of the assets in ``templates``.

    ``prose`` are the addresses of the newsroom's own pages, where they are known.
    """
    assets = load_assets(template_folders() if templates is None else templates)
    missing = frozenset() if prose is None else PROSE.difference(prose)
    return site_of(settings, assets.fingerprints(), preview=preview, seal=seal, missing=missing)


def pages(
    project: Project, cases: Sequence[Case], report: Report, site: Site, templates: Sequence[Path]
) -> Iterator[Page]:
    """Yield every page and file of the site but the prose pages, which MkDocs renders through `main.html`."""
    return render_pages(project, cases, report, (*RULES, *SITE_RULES), make_renderer(templates, site))
