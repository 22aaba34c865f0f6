"""What every page knows of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from site_builder.frozen import frozen
from site_builder.model.settings import Names, Settings
from site_builder.model.told import Told
from site_builder.rendering.messages import Messages, message, own_name


class NavItem(NamedTuple):
    """A link of the site's navigation: ``path`` is relative to the root of its language's site and ends in ``/``.

    ``language`` is that of the page, where it is another one than the site's.
    """

    path: str
    label: str
    language: str = ""


NAVIGATION = (
    NavItem("articles/", message("Articles")),
    NavItem("claims/", message("Claims")),
    NavItem("verdicts/", message("Verdicts")),
    NavItem("topics/", message("Topics")),
    NavItem("methodology/", message("Methodology")),
    NavItem("search/", message("Search")),
)
SMALL_PRINT = (
    NavItem("rules/", message("Rules")),
    NavItem("corrections/", message("Corrections")),
    NavItem("statistics/", message("Statistics")),
    NavItem("data/", message("Data")),
    NavItem("glossary/", message("Glossary")),
    NavItem("handbook/", message("Handbook")),
)
PROSE = frozenset({"methodology/", "glossary/", "handbook/"})
"""Pages that a newsroom writes itself, and may not have; or not in every language."""
# What may stand in a URI as it is (RFC 3986), the percent sign of what is encoded already included.
_URI = "/?#[]@!$&'()*+,;=:%~"
_IS_PLAIN = re.compile(r"[\w.~/#-]*", re.ASCII).fullmatch
"""Tells of most addresses that nothing in them need be encoded."""


NO_ADDRESS = (
    "No site_url is set: feeds, annotations, ClaimReview, oEmbed and the site map need the public address and are "
    "left out."
)


class Edition(NamedTuple):
    """The site in one of its languages: ``folder`` is its place below the root, ending in ``/``; empty for its own."""

    language: str
    folder: str
    name: str


@frozen
class Site:
    """The site as its templates see it, in one of its languages.

    ``url`` is the public address of this language's pages, ending in ``/``, or empty where none is known;
    ``folder`` is its last part, where this is not the site's own language. ``preview`` leaves out the
    content security policy, because MkDocs' live reload is an inline script. ``prints`` are the fingerprints of
    assets by path. ``seal`` is the digest of everything the site is made from, for those who verify it.
    ``contact`` is where readers report errors, or empty. ``editions`` are the languages of the site, its own first.
    ``units`` are the names of units here, by those of claim files. ``prose`` are the addresses of the pages that the
    newsroom wrote itself, from the root; ``None`` where they are not known. ``social_cards`` tells whether there are
    any, ``card`` is the address of the site's own.
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
    folder: str = ""
    messages: Messages = field(default_factory=Messages)
    editions: tuple[Edition, ...] = ()
    prose: frozenset[str] | None = None
    social_cards: bool = False
    card: str = ""
    units: Mapping[str, str] = field(default_factory=dict)

    @property
    def up(self) -> str:
        """Return the way from the root of this language's pages to that of the whole site."""
        return "../" if self.folder else ""

    def own_page(self, path: str) -> NavItem | None:
        """Return the page at ``path`` that the newsroom wrote itself, if it has one, in this language or its own."""
        if self.folder and (self.prose is None or f"{self.folder}{path}" not in self.prose):
            there = self.prose is None or path in self.prose
            return NavItem(f"../{path}", "", self.editions[0].language) if there else None
        return NavItem(path, "") if self.prose is None or f"{self.folder}{path}" in self.prose else None

    def alternates(self, address: str) -> tuple[tuple[str, str], ...]:
        """Return the public address of the page in each language that has it, and the one for all other readers."""
        root = self.url.removesuffix(self.folder)
        there = [e for e in self.editions if self.told(address, e)]
        addresses = [(e.language, f"{root}{quote(e.folder + address, safe=_URI)}") for e in there]
        return (*addresses, ("x-default", addresses[0][1])) if len(addresses) > 1 else ()

    def told(self, address: str, edition: Edition) -> bool:
        """Tell whether a language has the page: what the newsroom wrote itself may be missing in some."""
        known = self.prose or frozenset()
        if address in PROSE and self.prose is None:
            return not edition.folder
        written = bool(address) and any(f"{each.folder}{address}" in known for each in self.editions)
        return not written or f"{edition.folder}{address}" in known

    def beside(self, address: str) -> tuple[tuple[Edition, str], ...]:
        """Return the other languages with the way from this one's root to the page at ``address`` there.

        Where a page that the newsroom wrote itself is not told in a language, it leads to that one's front page.
        """
        return tuple(
            (edition, f"{self.up}{edition.folder}{address if self.told(address, edition) else ''}")
            for edition in self.editions
            if edition.folder != self.folder
        )

    def asset(self, path: str) -> str:
        """Return an asset's address, relative to the root of this language's pages, with its fingerprint."""
        path = f"assets/{path}"
        mark = f"?v={self.prints[path]}" if path in self.prints else ""
        return f"{self.up}{path}{mark}"

    def absolute(self, path: str) -> str:
        """Return the public address of ``path`` as a URI; relative to the site's root where that is not known."""
        return f"{self.url}{path if _IS_PLAIN(path) else quote(path, safe=_URI)}"

    @property
    def prefix(self) -> str:
        """Return the path of the site's address without its last slash: empty at a server's root."""
        return urlsplit(self.url).path.rstrip("/")


def site_of(
    settings: Settings,
    prints: Mapping[str, str],
    *,
    language: str = "",
    preview: bool = False,
    seal: str = "",
    prose: frozenset[str] | None = None,
    messages: Messages | None = None,
) -> Site:
    """Return the site that ``settings`` describe, in ``language`` or else its own.

    ``messages`` are the words of its interface.
    """
    own = settings.language
    language = language or own
    folder = "" if language == own else f"{language}/"
    names = settings.editions.get(language) or Names()
    root = f"{settings.site_url.rstrip('/')}/" if settings.site_url else ""
    site = Site(
        name=_named(names.site_name, settings.site_name, language, own),
        url=f"{root}{folder}" if root else "",
        description=_named(names.site_description, settings.site_description, language, own),
        language=language,
        organisation=names.organisation or settings.organisation or names.site_name or settings.site_name,
        preview=preview,
        prints=prints,
        seal=seal,
        contact=settings.contact or "",
        folder=folder,
        messages=messages or Messages(language),
        editions=tuple(
            Edition(code, "" if code == own else f"{code}/", own_name(code)) for code in settings.published_in
        ),
        prose=prose,
        # whoever shows a card to readers asks for it by its public address
        social_cards=settings.social_cards and bool(root) and not preview,
        units={unit: names[language] for unit, names in settings.units.items() if language in names},
    )
    return replace(
        site,
        navigation=tuple(_reachable(NAVIGATION, site)),
        small_print=tuple(_reachable(SMALL_PRINT, site)),
    )


def _named(there: str | None, said: str, language: str, own: str) -> str:
    """Return what the site says of itself, with its language where that is not the site's own."""
    if language == own:
        return said
    return Told(there, language, said) if there else Told(said, own, said)


def _reachable(items: tuple[NavItem, ...], site: Site) -> Iterator[NavItem]:
    for item in items:
        if item.path not in PROSE:
            yield item
        elif page := site.own_page(item.path):
            yield page._replace(label=item.label)
