"""The same facts for machines: a list of all claims, and the site map."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from site_builder.rendering.catalogue import Catalogue, Entry
from site_builder.rendering.site import Site


def claims_json(catalogue: Catalogue, site: Site) -> str:
    """Return every published claim as JSON, in the order of the articles."""
    return json.dumps([_record(e, site) for e in catalogue.entries], ensure_ascii=False, indent=1) + "\n"


def _record(entry: Entry, site: Site) -> dict[str, Any]:
    claim, article = entry.case.claim, entry.case.article
    parts = [[part.start, part.end] for part in entry.case.anchor.parts]
    return {
        "id": entry.case.file.id,
        "url": site.absolute(entry.path),
        "claim": claim.claim,
        "claimant": claim.claimant,
        "verdict": claim.verdict,
        "conclusion": claim.conclusion,
        "checked_on": str(claim.checked_on) if claim.checked_on else None,
        "updated": str(entry.updated) if entry.updated else None,
        "topics": list(claim.topics),
        "article": {"name": article.name, "title": article.title, "language": article.language},
        "quote": {"exact": claim.quote, "positions": parts, "mark": site.absolute(entry.mark)},
    }


def sitemap(catalogue: Catalogue, site: Site) -> str:
    """Return the site map; a page's date is that of the last change of what it shows, or none."""
    urls = "".join(_url(site.absolute(path), date) for path, date in _addresses(catalogue))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'


def _url(address: str, date: datetime.date | None) -> str:
    changed = f"<lastmod>{date}</lastmod>" if date else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>\n"


def _addresses(catalogue: Catalogue) -> Iterator[tuple[str, datetime.date | None]]:
    newest = _newest(catalogue.entries)
    for path in ("", "articles/", "claims/"):
        yield path, newest
    for reviewed in catalogue.articles:
        yield reviewed.path, reviewed.updated
    for entry in catalogue.entries:
        yield entry.path, entry.updated
    for step in catalogue.steps:
        yield f"verdicts/{step.id}/", _newest(catalogue.with_verdict(step))
    for topic in catalogue.topics:
        yield topic.path, _newest(topic.entries)


def _newest(entries: tuple[Entry, ...]) -> datetime.date | None:
    return max((entry.updated for entry in entries if entry.updated), default=None)
