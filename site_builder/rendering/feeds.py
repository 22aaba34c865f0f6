"""What is new, for feed readers: Atom (RFC 4287) and JSON Feed 1.1 (https://jsonfeed.org/version/1.1).

A claim has one entry for as long as it lives: a correction or a withdrawal brings it to the top again under the
same id, and a renamed claim keeps the id of its first address.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Tree

from site_builder.model.claim import Claim
from site_builder.model.project import ClaimFile
from site_builder.rendering.catalogue import Entry
from site_builder.rendering.dates import timestamp
from site_builder.rendering.json_text import json_text
from site_builder.rendering.messages import message
from site_builder.rendering.site import Site
from site_builder.rendering.withdrawn import Tombstone

ATOM, JSON_FEED = "feed.xml", "feed.json"

# A reader fetches the whole feed each time; the site has lists of everything.
_MOST = 100
# What XML 1.0 cannot hold, escaped or not (https://www.w3.org/TR/xml/#charsets).
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A feed must tell when it last changed; one that never had an entry, never did.
_NEVER = datetime.date(1970, 1, 1)
_WITHDRAWN = message("Withdrawn: {claim}")

Body = Callable[[Entry | Tombstone], str]
"""The HTML of an entry, as a template makes it."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed. Addresses are absolute; ``image`` is the social card's, empty where there is none."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime.date | None
    updated: datetime.date
    tags: tuple[str, ...]
    image: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``path`` is the address of the page it belongs to; the feeds lie beside that page."""

    path: str
    title: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> datetime.date:
        """Return when the newest entry changed."""
        return max((item.updated for item in self.items), default=_NEVER)


def make_feed(
    path: str, title: str, entries: Iterable[Entry], withdrawn: Iterable[Tombstone], site: Site, body: Body
) -> Feed:
    """Return the feed of the newest among ``entries`` and ``withdrawn``; what has no date is left out."""
    published: list[Entry | Tombstone] = [*entries, *withdrawn]
    dated = [(item.updated, item) for item in published if item.updated]
    newest = sorted(dated, key=lambda pair: pair[0], reverse=True)[:_MOST]
    return Feed(path, title, tuple(_item(item, updated, site, body) for updated, item in newest))


def _item(item: Entry | Tombstone, updated: datetime.date, site: Site, body: Body) -> Item:
    gone = isinstance(item, Tombstone)
    file: ClaimFile = item.file if isinstance(item, Tombstone) else item.case.file
    claim: Claim = item.claim if isinstance(item, Tombstone) else item.case.claim
    first = claim.formerly[-1] if claim.formerly else file.id
    return Item(
        id=site.absolute(f"claims/{first}/"),
        url=site.absolute(item.path),
        title=site.messages.say(_WITHDRAWN).format(claim=claim.claim) if gone else claim.claim,
        summary=item.reason if isinstance(item, Tombstone) else _summary(item),
        html=body(item),
        published=claim.checked_on,
        updated=updated,
        tags=claim.topics if gone else (claim.verdict, *claim.topics),
        image=site.absolute(item.card) if isinstance(item, Entry) and item.card else "",
    )


def _summary(entry: Entry) -> str:
    verdict = entry.step.label[:1].upper() + entry.step.label[1:]
    return f"{verdict}. {entry.case.claim.conclusion or ''}".rstrip()


def atom(feed: Feed, site: Site) -> str:
    """Return the feed as Atom. ``site`` must have a public address."""
    # ElementTree writes names as they are: this keeps its global table of prefixes out of the game
    root = Tree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language})
    _add(root, "id", site.absolute(feed.path + ATOM))
    _add(root, "title", feed.title)
    if site.description:
        _add(root, "subtitle", site.description)
    _add(root, "updated", timestamp(feed.updated))
    author = Tree.SubElement(root, "author")
    _add(author, "name", site.organisation or site.name)
    _add(author, "uri", site.url)
    _link(root, "self", site.absolute(feed.path + ATOM), "application/atom+xml")
    _link(root, "alternate", site.absolute(feed.path), "text/html")
    for item in feed.items:
        _entry(root, item)
    Tree.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Tree.tostring(root, encoding="unicode")}\n'


def _entry(root: Tree.Element, item: Item) -> None:
    entry = Tree.SubElement(root, "entry")
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _link(entry, "alternate", item.url, "text/html")
    if item.published:
        _add(entry, "published", timestamp(item.published))
    _add(entry, "updated", timestamp(item.updated))
    for tag in item.tags:
        Tree.SubElement(entry, "category", {"term": _xml(tag)})
    _add(entry, "summary", item.summary)
    _add(entry, "content", item.html, type="html")


def _add(parent: Tree.Element, name: str, text: str, **attributes: str) -> None:
    Tree.SubElement(parent, name, attributes).text = _xml(text)


def _link(parent: Tree.Element, relation: str, address: str, kind: str) -> None:
    Tree.SubElement(parent, "link", {"rel": relation, "type": kind, "href": _xml(address)})


def _xml(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def json_feed(feed: Feed, site: Site) -> str:
    """Return the feed as JSON Feed. ``site`` must have a public address."""
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.absolute(feed.path),
        "feed_url": site.absolute(feed.path + JSON_FEED),
        **({"description": site.description} if site.description else {}),
        "language": site.language,
        "authors": [{"name": site.organisation or site.name, "url": site.url}],
        "items": [dict(_json_item(item)) for item in feed.items],
    }
    return json_text(data)


def _json_item(item: Item) -> Iterator[tuple[str, Any]]:
    yield from {"id": item.id, "url": item.url, "title": item.title, "summary": item.summary}.items()
    yield "content_html", item.html
    if item.image:
        yield "image", item.image
    if item.published:
        yield "date_published", timestamp(item.published)
    yield "date_modified", timestamp(item.updated)
    if item.tags:
        yield "tags", list(item.tags)
