"""The site's pictures: what rendering has drawn, brought to paper and kept for later builds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from site_builder import caching, drawing, rendering
from site_builder.model.project import Case, Project
from site_builder.rendering.site import Site
from site_builder.work import Workshop, open_executor


def social_cards(
    project: Project, cases: Sequence[Case], sites: Sequence[Site], templates: Sequence[Path], root: Path
) -> Iterator[drawing.Picture]:
    """Yield the social cards of each of ``sites``, the languages of the site, drawn unless an earlier build kept them.

    Raises:
        OSError: a template or a font cannot be read.
        WorkError: a worker died.
    """
    settings = project.settings
    kept = caching.open_store(root, "cards") if settings.cache else None
    easel = drawing.Easel(rendering.fonts(templates), rendering.CARD_SIZE, kept)
    # a machine elsewhere has not our fonts
    with open_executor(settings.jobs, None, len(project.claims)) as executor:
        for site in sites:
            drawings = rendering.drawings(project, cases, site, templates)
            yield from easel.pictures(drawings, Workshop(executor).map)
    if kept:
        kept.tidy()
