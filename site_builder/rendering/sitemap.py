"""The site map (https://www.sitemaps.org/protocol.html): every page, with the day on which what it shows changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from site_builder.rendering.catalogue import Catalogue, Listed
from site_builder.rendering.claimants import claimants
from site_builder.rendering.page import Page
from site_builder.rendering.sheets import ARTICLES, NAMES, SIZE, TOPICS, sheets
from site_builder.rendering.site import Edition, Site
from site_builder.rendering.withdrawn import Tombstone
from site_builder.rules.rule import Rule

Dated = tuple[str, datetime.date | None]
"""The address of a page, and when it last changed; ``None`` where nothing tells."""

Told = tuple[Edition, str, datetime.date | None]
"""The same, in one of the site's languages."""

_ALONE = Edition("", "", "")

_MOST = 50_000
"""Addresses that the protocol allows in one file."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap(catalogue: Catalogue, rules: Sequence[Rule], site: Site, most: int = _MOST) -> Iterator[Page]:
    """Yield the site map; of more than ``most`` pages, an index and its parts. ``site`` must have an address."""
    own = sorted(set(_pages(catalogue, rules, site)), key=lambda page: page[0])
    # each language with all its pages: a page and its translations change on the same day
    pages = [(e, path, date) for e in site.editions or (_ALONE,) for path, date in own if site.told(path, e)]
    if len(pages) <= most:
        yield Page("sitemap.xml", _document("urlset", "url", pages, site))
        return
    parts = [pages[start : start + most] for start in range(0, len(pages), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    dates = [_newest(date for _, _, date in part) for part in parts]
    index = [(_ALONE, name, date) for name, date in zip(names, dates, strict=True)]
    yield Page("sitemap.xml", _document("sitemapindex", "sitemap", index, site))
    for name, part in zip(names, parts, strict=True):
        yield Page(name, _document("urlset", "url", part, site))


def _document(root: str, element: str, pages: Iterable[Told], site: Site) -> str:
    several = root == "urlset" and len(site.editions) > 1
    lines = (f"<{element}>{_location(*page, site, several)}</{element}>\n" for page in pages)
    return f"{_HEAD}<{root} {_SCHEMA}{f' {_LINKS}' if several else ''}>\n{''.join(lines)}</{root}>\n"


def _location(edition: Edition, path: str, date: datetime.date | None, site: Site, several: bool) -> str:
    changed = f"<lastmod>{date}</lastmod>" if date else ""
    links = (
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'
        for code, address in (site.alternates(path) if several else ())
    )
    return f"<loc>{escape(site.absolute(edition.folder + path), quote=False)}</loc>{changed}{''.join(links)}"


def _pages(catalogue: Catalogue, rules: Sequence[Rule], site: Site) -> Iterator[Dated]:
    listed = set()
    for path, date in _own_pages(catalogue):
        listed.add(path)
        yield path, date
    for rule in rules:
        yield f"rules/{rule.code}/", None
    # the prose pages that every page links to
    for item in (*site.navigation, *site.small_print):
        if item.path not in listed:
            yield item.path, None


def _own_pages(catalogue: Catalogue) -> Iterator[Dated]:
    everything: list[Listed | Tombstone] = [*catalogue.entries, *catalogue.withdrawn]
    newest = _changed(everything)
    for path in ("", "verdicts/", "search/", "statistics/", "data/"):
        yield path, newest
    named = claimants(catalogue.entries)
    yield from _list("topics/", catalogue.topics, newest, "topics-{}/", TOPICS)
    yield from _list("claimants/", named, newest, "claimants-{}/", NAMES)
    yield from _list("articles/", catalogue.articles, _changed(everything), "articles-{}/", ARTICLES)
    yield from _list("claims/", catalogue.entries, newest, "claims-{}/")
    yield "corrections/", _newest(change.date for change in catalogue.changes)
    for item in everything:
        yield item.path, item.updated
    gone = catalogue.withdrawn
    for reviewed in catalogue.articles:
        name = reviewed.article.name
        yield reviewed.path, _changed((*reviewed.entries, *(t for t in gone if t.claim.article == name)))
    for step in catalogue.steps:
        former = (t for t in gone if t.claim.verdict == step.label)
        found = catalogue.with_verdict(step)
        yield from _list(f"verdicts/{step.id}/", found, _changed((*found, *former)))
    for topic in catalogue.topics:
        yield from _list(topic.path, topic.entries, _changed((*topic.entries, *topic.withdrawn(gone))))
    for claimant in named:
        yield from _list(claimant.path, claimant.entries, _changed(claimant.entries))


def _list(
    address: str,
    entries: Sequence[object],
    date: datetime.date | None,
    further: str = "",
    size: int = SIZE,
) -> Iterator[Dated]:
    """Yield the pages of a list. What was withdrawn, or stands earlier in the list, changes each of them."""
    for sheet in sheets(address, entries, further, size):
        yield sheet.address, date


def _changed(items: Iterable[Listed | Tombstone]) -> datetime.date | None:
    return _newest(item.updated for item in items)


def _newest(dates: Iterable[datetime.date | None]) -> datetime.date | None:
    return max((date for date in dates if date), default=None)
