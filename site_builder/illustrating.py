"""The site's pictures: what rendering has drawn, brought to paper and kept for later builds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from site_builder import caching, drawing, rendering
from site_builder.model.settings import Settings
from site_builder.rendering.catalogue import Catalogue
from site_builder.rendering.site import Site
from site_builder.work import Workshop, open_executor


def social_cards(
    settings: Settings,
    catalogues: Iterator[Catalogue],
    sites: Sequence[Site],
    templates: Sequence[Path],
    root: Path,
    tell: Callable[[str], None],
) -> Iterator[drawing.Picture]:
    """Yield the social cards of each of ``sites``, the languages of the site, drawn unless an earlier build kept them.

    ``catalogues`` are those of the languages. ``tell`` is told, in a sentence, of cards without words.

    Raises:
        OSError: a template or a font cannot be read.
        WorkError: a worker died.
    """
    if not settings.social_cards:
        return
    kept = caching.open_store(root, "cards") if settings.cache else None
    easel = drawing.Easel(rendering.fonts(templates), rendering.CARD_SIZE, kept)
    # a machine elsewhere has not our fonts
    wordless, those = 0, list(catalogues)
    with open_executor(settings.jobs, None, len(those[0].entries) if those else 0) as executor:
        for site, listed in zip(sites, those, strict=True):
            drawings = rendering.drawings(listed, site, templates)
            for picture in easel.pictures(drawings, Workshop(executor).map):
                wordless += picture.wordless
                yield picture
    if kept:
        kept.tidy()
    if wordless:
        tell(rendering.WORDLESS.format(count=wordless))
