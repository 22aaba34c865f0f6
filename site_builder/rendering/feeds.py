"""What is new, for feed readers: Atom (RFC 4287) and JSON Feed 1.1 (https://jsonfeed.org/version/1.1).

A claim has one entry for as long as it lives: a correction or a withdrawal brings it to the top again under the
same id, and a renamed claim keeps the id of its first address.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any

from site_builder.frozen import frozen
from site_builder.model.claim import Claim
from site_builder.model.project import ClaimFile
from site_builder.rendering.catalogue import Listed
from site_builder.rendering.dates import timestamp
from site_builder.rendering.environment import Renderer
from site_builder.rendering.json_text import Form, encode
from site_builder.rendering.messages import message
from site_builder.rendering.reviewed import Entry
from site_builder.rendering.site import Site
from site_builder.rendering.withdrawn import Tombstone

ATOM, JSON_FEED = "feed.xml", "feed.json"

# A reader fetches the whole feed each time; the site has lists of everything.
_MOST = 100
# What XML 1.0 cannot hold, escaped or not (https://www.w3.org/TR/xml/#charsets).
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_QUOTES = str.maketrans({'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"})
# A feed must tell when it last changed; one that never had an entry, never did.
_NEVER = datetime.date(1970, 1, 1)
_WITHDRAWN = message("Withdrawn: {claim}")

Body = Callable[[Entry | Tombstone], str]
"""The HTML of an entry, as a template makes it."""

Written = tuple[bytes, bytes]
"""An entry as Atom and as JSON."""


Dated = tuple[datetime.date, Listed | Tombstone]


@frozen
class Feed:
    """A feed: ``path`` is the address of the page it belongs to; the feeds lie beside that page.

    ``items`` are the claims that it tells of, each with the day on which it last changed.
    """

    path: str
    title: str
    items: tuple[Dated, ...]

    @property
    def updated(self) -> datetime.date:
        """Return when the newest entry changed."""
        return max((updated for updated, _ in self.items), default=_NEVER)


def make_feed(path: str, title: str, entries: Iterable[Listed], withdrawn: Iterable[Tombstone]) -> Feed:
    """Return the feed of the newest among ``entries`` and ``withdrawn``; what has no date is left out."""
    published: list[Listed | Tombstone] = [*entries, *withdrawn]
    dated = [(item.updated, item) for item in published if item.updated]
    newest = sorted(dated, key=lambda pair: pair[0], reverse=True)[:_MOST]
    return Feed(path, title, tuple(newest))


def feed_body(renderer: Renderer) -> Body:
    """Return what makes the HTML of entries, by the template for them."""
    macros: Any = renderer.environment.get_template("feed_entry.html").make_module()

    def body(item: Entry | Tombstone) -> str:
        macro = macros.withdrawn if isinstance(item, Tombstone) else macros.standing
        return str(macro(item)).strip()

    return body


def write_entry(item: Entry | Tombstone, site: Site, body: Body) -> Written | None:
    """Return the entry for a claim, or for one that was withdrawn; ``None`` where it has no date.

    ``site`` must have a public address.
    """
    if not item.updated:
        return None
    told = _Told.of(item, item.updated, site, body)
    return "".join(_entry(told)).encode(), encode(dict(_json_item(told))).encode()


@frozen
class _Told:
    """What an entry says. Addresses are absolute; ``image`` is the social card's, empty where there is none."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime.date | None
    updated: datetime.date
    tags: tuple[str, ...]
    image: str

    @classmethod
    def of(cls, item: Entry | Tombstone, updated: datetime.date, site: Site, body: Body) -> _Told:
        gone = isinstance(item, Tombstone)
        file: ClaimFile = item.file if isinstance(item, Tombstone) else item.case.file
        claim: Claim = item.claim if isinstance(item, Tombstone) else item.case.claim
        first = claim.formerly[-1] if claim.formerly else file.id
        return cls(
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


def atom(feed: Feed, site: Site) -> Form:
    """Return what stands around the entries of the feed as Atom. ``site`` must have a public address."""
    head = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(site.language)}>\n',
        _element("id", site.absolute(feed.path + ATOM)),
        _element("title", feed.title),
        _element("subtitle", site.description) if site.description else "",
        _element("updated", timestamp(feed.updated)),
        f" <author>\n {_element('name', site.organisation or site.name)} {_element('uri', site.url)} </author>\n",
        _link("self", site.absolute(feed.path + ATOM), "application/atom+xml"),
        _link("alternate", site.absolute(feed.path), "text/html"),
    ]
    return Form("".join(head).encode(), b"", b"</feed>\n")


def _entry(told: _Told) -> Iterator[str]:
    yield " <entry>\n"
    for line in _entry_elements(told):
        yield f" {line}"
    yield " </entry>\n"


def _entry_elements(told: _Told) -> Iterator[str]:
    yield _element("id", told.id)
    yield _element("title", told.title)
    yield _link("alternate", told.url, "text/html")
    if told.published:
        yield _element("published", timestamp(told.published))
    yield _element("updated", timestamp(told.updated))
    for tag in told.tags:
        yield f" <category term={_quoted(tag)} />\n"
    yield _element("summary", told.summary)
    yield _element("content", told.html, ' type="html"')


def _element(name: str, text: str, attributes: str = "") -> str:
    inside = f">{escape(_xml(text), quote=False)}</{name}>" if text else " />"
    return f" <{name}{attributes}{inside}\n"


def _link(relation: str, address: str, kind: str) -> str:
    return f' <link rel="{relation}" type="{kind}" href={_quoted(address)} />\n'


def _quoted(text: str) -> str:
    return f'"{escape(_xml(text), quote=False).translate(_IN_QUOTES)}"'


def _xml(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def json_feed(feed: Feed, site: Site) -> Form:
    """Return the same as JSON Feed."""
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": site.absolute(feed.path),
        "feed_url": site.absolute(feed.path + JSON_FEED),
        **({"description": site.description} if site.description else {}),
        "language": site.language,
        "authors": [{"name": site.organisation or site.name, "url": site.url}],
    }
    return Form(f'{encode(data)[:-1]},"items":['.encode(), b",", b"]}\n")


def _json_item(told: _Told) -> Iterator[tuple[str, Any]]:
    yield from {"id": told.id, "url": told.url, "title": told.title, "summary": told.summary}.items()
    yield "content_html", told.html
    if told.image:
        yield "image", told.image
    if told.published:
        yield "date_published", timestamp(told.published)
    yield "date_modified", timestamp(told.updated)
    if told.tags:
        yield "tags", list(told.tags)
