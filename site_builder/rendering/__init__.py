"""Cases in, the pages of the site out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from site_builder import __version__
from site_builder.folders import template_folders
from site_builder.model.settings import Settings
from site_builder.rendering.admin import NotVendored, admin_pages
from site_builder.rendering.assets import load_assets, load_fonts, load_templates
from site_builder.rendering.broken import describe_template_error
from site_builder.rendering.bundles import Bundle, print_bundle
from site_builder.rendering.catalogue import Catalogue
from site_builder.rendering.compiling import Memory
from site_builder.rendering.environment import Renderer, equip, make_environment, make_renderer
from site_builder.rendering.known import Former, Note
from site_builder.rendering.lettering import Lettering
from site_builder.rendering.messages import load_messages
from site_builder.rendering.page import AnyPage, KnownPage, KnownPages, Page
from site_builder.rendering.pages import Press
from site_builder.rendering.panel import with_panel
from site_builder.rendering.reviewed import CARD
from site_builder.rendering.sealing import seals
from site_builder.rendering.sharing import Delivered, Newsroom, Share, print_here
from site_builder.rendering.site import NavItem, Site, site_of
from site_builder.rendering.social import CARD_SIZE, WORDLESS, Drawing, SocialCards
from site_builder.rendering.wording import Wording
from site_builder.rules import RULES
from site_builder.verifying import RULES as SITE_RULES

__all__ = [
    "CARD_SIZE",
    "WORDLESS",
    "AnyPage",
    "Bundle",
    "Catalogue",
    "Delivered",
    "KnownPage",
    "KnownPages",
    "NavItem",
    "Newsroom",
    "NotVendored",
    "Page",
    "Press",
    "Renderer",
    "Site",
    "admin_pages",
    "describe_template_error",
    "drawings",
    "editions",
    "equip",
    "fonts",
    "load_templates",
    "make_environment",
    "make_renderer",
    "make_site",
    "names_in",
    "press",
    "print_bundle",
    "print_here",
    "seals",
    "template_folders",
    "with_panel",
]


def make_site(
    settings: Settings,
    *,
    preview: bool = False,
    templates: Sequence[Path] | None = None,
    seal: str = "",
    prose: Collection[str] | None = None,
    language: str = "",
) -> Site:
    """Return what every page knows of the site; the fingerprints are those of the assets in ``templates``.

    ``prose`` are the addresses of the newsroom's own pages, where they are known. ``language`` is one of the site's,
    its own if left out.
    """
    folders = template_folders() if templates is None else templates
    site = site_of(
        settings,
        load_assets(folders).fingerprints(),
        language=language,
        preview=preview,
        seal=seal,
        prose=None if prose is None else frozenset(prose),
        messages=load_messages(language or settings.language, folders),
    )
    return _with_card(site, folders)


def _with_card(site: Site, templates: Sequence[Path]) -> Site:
    able = site.social_cards and Lettering(load_fonts(templates)).can_set(site.name)
    return replace(site, card=CARD) if able else site


def names_in(site: Site) -> dict[str, object]:
    """Return what templates know by name in the language of ``site``, for pages of an environment of another."""
    return Wording(site).globals()


def press(
    newsroom: Newsroom,
    site: Site,
    templates: Sequence[Path],
    share: Share = print_here,
    memory: Memory | None = None,
    held: dict[str, list[Note]] | None = None,
    former: Former | None = None,
) -> Press:
    """Return what prints every page and file of the site but the prose pages, which MkDocs renders.

    ``site`` is that of the site's own language; the pages of its other languages come after those in its own.
    ``share`` makes the pages that articles have to themselves; ``memory`` keeps what is worth keeping. A preview hands
    ``held`` from one press to the next, and keeps the data files as they were in the first. ``former`` returns pages of
    the site before.
    """
    rules = (*RULES, *SITE_RULES)
    renderers = (
        make_renderer(templates, each) for each in editions(site, newsroom.frame.settings, templates)
    )
    return Press(newsroom, rules, renderers, templates, share, memory, __version__, held, former)


def fonts(templates: Sequence[Path]) -> dict[Path, bytes]:
    """Return the fonts that social cards are set in, by path.

    Raises:
        OSError: a file cannot be read.
    """
    return load_fonts(templates)


def drawings(catalogue: Catalogue, site: Site, templates: Sequence[Path]) -> Iterator[Drawing]:
    """Yield the social cards of one language of the site, as SVG.

    Raises:
        OSError: a template or a font cannot be read.
    """
    if not site.social_cards:
        return
    renderer = make_renderer(templates, site)
    for drawing in SocialCards(renderer).drawings(catalogue):
        yield replace(drawing, path=f"{site.folder}{drawing.path}")


def editions(site: Site, settings: Settings, templates: Sequence[Path]) -> tuple[Site, ...]:
    """Return the site in each of its languages, ``site`` in its own first."""
    others = (edition.language for edition in site.editions[1:])
    return (site, *(_in_language(code, settings, site, templates) for code in others))


def _in_language(language: str, settings: Settings, site: Site, templates: Sequence[Path]) -> Site:
    told = site_of(
        settings,
        site.prints,
        language=language,
        preview=site.preview,
        seal=site.seal,
        prose=site.prose,
        messages=load_messages(language, templates),
    )
    return _with_card(told, templates)
