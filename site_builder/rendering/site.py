"""What every page knows of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from site_builder.model.settings import Settings


class NavItem(NamedTuple):
    """A link of the site's navigation: ``path`` is relative to the site's root and ends in ``/``."""

    path: str
    label: str


NAVIGATION = (
    NavItem("articles/", "Articles"),
    NavItem("claims/", "Claims"),
    NavItem("verdicts/", "Verdicts"),
    NavItem("topics/", "Topics"),
    NavItem("methodology/", "Methodology"),
    NavItem("search/", "Search"),
)
SMALL_PRINT = (
    NavItem("rules/", "Rules"),
    NavItem("corrections/", "Corrections"),
    NavItem("statistics/", "Statistics"),
    NavItem("data/", "Data"),
    NavItem("glossary/", "Glossary"),
    NavItem("handbook/", "Handbook"),
)
PROSE = frozenset({"methodology/", "glossary/", "handbook/"})
"""Pages that a newsroom writes itself, and may not have."""
# What may stand in a URI as it is (RFC 3986), the percent sign of what is encoded already included.
_URI = "/?#[]@!$&'()*+,;=:%~"


NO_ADDRESS = (
    "No site_url is set: feeds, annotations, ClaimReview, oEmbed and the site map need the public address and are "
    "left out."
)


@dataclass(frozen=True, slots=True)
class Site:
    """The site as its templates see it.

    ``url`` is the public address, ending in ``/``, or empty where none is known. ``preview`` leaves out the
    content security policy, because MkDocs' live reload is an inline script. ``prints`` are the fingerprints of
    assets by path. ``seal`` is the digest of everything the site is made from, for those who verify it.
    ``contact`` is where readers report errors, or empty. ``missing`` are the pages of :data:`PROSE` that the
    newsroom has not: nothing links to them.
    """

    name: str
    url: str = ""
    description: str = ""
    language: str = "en"
    organisation: str = ""
    preview: bool = False
    prints: Mapping[str, str] = field(default_factory=dict)
    navigation: tuple[NavItem, ...] = NAVIGATION
    small_print: tuple[NavItem, ...] = SMALL_PRINT
    seal: str = ""
    contact: str = ""
    missing: frozenset[str] = frozenset()

    def has(self, path: str) -> bool:
        """Tell whether there is a page to link to."""
        return path not in self.missing

    def asset(self, path: str) -> str:
        """Return an asset's address, relative to the root, with its fingerprint."""
        path = f"assets/{path}"
        return f"{path}?v={self.prints[path]}" if path in self.prints else path

    def absolute(self, path: str) -> str:
        """Return the public address of ``path`` as a URI; relative to the site's root where that is not known."""
        return f"{self.url}{quote(path, safe=_URI)}"

    @property
    def prefix(self) -> str:
        """Return the path of the site's address without its last slash: empty at a server's root."""
        return urlsplit(self.url).path.rstrip("/")


def site_of(
    settings: Settings,
    prints: Mapping[str, str],
    *,
    preview: bool = False,
    seal: str = "",
    missing: frozenset[str] = frozenset(),
) -> Site:
    """Return the site that ``settings`` describe."""
    return Site(
        navigation=tuple(item for item in NAVIGATION if item.path not in missing),
        small_print=tuple(item for item in SMALL_PRINT if item.path not in missing),
        missing=missing,
        name=settings.site_name,
        url=f"{settings.site_url.rstrip('/')}/" if settings.site_url else "",
        description=settings.site_description,
        language=settings.language,
        organisation=settings.organisation or settings.site_name,
        preview=preview,
        prints=prints,
        seal=seal,
        contact=settings.contact or "",
    )
