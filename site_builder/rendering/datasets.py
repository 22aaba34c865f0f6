"""All claims at once, for machines: JSON, and a feed of their ClaimReviews."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from site_builder.model.article import Article
from site_builder.model.claim import Evidence
from site_builder.rendering.catalogue import Catalogue, Listed
from site_builder.rendering.claimreview import CONTEXT, review_id
from site_builder.rendering.json_text import encode, json_rows
from site_builder.rendering.latest import latest
from site_builder.rendering.page import Page
from site_builder.rendering.reviewed import Entry
from site_builder.rendering.site import Site
from site_builder.rendering.withdrawn import Tombstone
from site_builder.text.digest import digest

Node = dict[str, Any]

YEARS = "claims-by-year.json"
"""The file that names those of single years."""
UNDATED = "undated"
"""What the file of claims without a date has in the place of the year."""

_CONTEXT = f'{{"@context":"{CONTEXT}",'.encode()
"""How a ClaimReview begins."""


def record(entry: Entry, site: Site) -> Node:
    """Return what ``claims.json`` has of a published claim.

    Addresses are absolute, or relative to the file where the site's own is not known. Positions are half-open
    ranges of code points of the article's text, one for each part of the quote.
    """
    claim, article = entry.case.claim, entry.case.article
    return {
        "id": entry.case.file.id,
        "url": site.absolute(entry.path),
        "claim": claim.claim,
        "claimant": claim.claimant,
        "verdict": claim.verdict,
        "rating": entry.step.number,
        "conclusion": claim.conclusion,
        "checked_on": str(claim.checked_on) if claim.checked_on else None,
        "checked_by": claim.checked_by,
        "updated": str(entry.updated) if entry.updated else None,
        "topics": list(claim.topics),
        "article": _article(article),
        "status": claim.status.value,
        "quote": {
            "exact": claim.quote,
            "translation": claim.translation,
            "positions": [[part.start, part.end] for part in entry.case.anchor.parts],
            "mark": site.absolute(entry.mark),
        },
        "figures": [{"value": str(f.value), "unit": f.unit, "note": f.note} for f in claim.figures],
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "corrections": [correction.model_dump(mode="json") for correction in claim.corrections],
        "formerly": list(claim.formerly),
    }


@latest
def _article(article: Article) -> Node:
    return {
        "name": article.name,
        "title": article.title,
        "publisher": article.record.publisher,
        "url": article.record.url,
        "language": article.language,
        "sha256": digest(article.text),
        "revisions": [revision.model_dump(mode="json") for revision in article.record.revisions],
    }


def _evidence(evidence: Evidence) -> Node:
    node = evidence.model_dump(mode="json", exclude_none=True, exclude={"figures"})
    figures = [{"value": str(f.value), "unit": f.unit, "note": f.note} for f in evidence.figures]
    return {**node, "figures": figures} if figures else node


def claims_by_year(entries: Iterable[Listed], rows: Iterable[bytes], site: Site) -> Iterator[Page]:
    """Yield a file of claims for each year of a check, the newest first, then the index that names them.

    ``rows`` are the claims as ``claims.json`` has them. A correction leaves a claim in the file of its year; the index
    tells of each file how to see whether it has changed.
    """
    by_year: dict[int | None, list[tuple[Listed, bytes]]] = {}
    for entry, row in zip(entries, rows, strict=True):
        day = entry.checked_on
        by_year.setdefault(day.year if day else None, []).append((entry, row))
    index = []
    for year in sorted(by_year, key=lambda year: year or 0, reverse=True):
        name = f"claims-{year or UNDATED}.json"
        content = json_rows(row for _, row in by_year[year])
        newest = max((entry.updated for entry, _ in by_year[year] if entry.updated), default=None)
        yield Page(name, content)
        index.append(
            {
                "year": year,
                "url": site.absolute(name),
                "claims": len(by_year[year]),
                "updated": str(newest) if newest else None,
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        )
    yield Page(YEARS, json_rows(encode(each).encode() for each in index))


def review_feed(catalogue: Catalogue, reviews: Mapping[str, bytes], site: Site) -> bytes:
    """Return the ClaimReviews of all claims as a ``DataFeed`` (https://schema.org/DataFeed), newest first.

    ``reviews`` are the ClaimReviews, as JSON, by the paths of their claims. A withdrawn claim's review is listed with
    the day of its deletion. ``site`` must have a public address.
    """
    node = {
        "@context": CONTEXT,
        "@type": "DataFeed",
        "name": site.name,
        "url": site.absolute("claimreview.json"),
        "inLanguage": site.language,
        **({"dateModified": str(newest)} if (newest := catalogue.updated) else {}),
    }
    items = [_review(entry, reviews[entry.path]) for entry in catalogue.latest]
    items += [encode(_deleted(stone, site)).encode() for stone in catalogue.withdrawn]
    head = f'{encode(node)[:-1]},"dataFeedElement":['.encode()
    return b"".join((head, b",".join(items), b"]}\n"))


def _review(entry: Listed, review: bytes) -> bytes:
    dates = {"dateCreated": entry.checked_on, "dateModified": entry.updated}
    item = {"@type": "DataFeedItem", **{name: str(date) for name, date in dates.items() if date}}
    # the feed has told the context already
    return b'%s,"item":[{%s]}' % (encode(item)[:-1].encode(), review.removeprefix(_CONTEXT))


def _deleted(stone: Tombstone, site: Site) -> Node:
    return {
        "@type": "DataFeedItem",
        **({"dateDeleted": str(stone.updated)} if stone.updated else {}),
        "item": [{"@type": "ClaimReview", "@id": review_id(stone.path, site)}],
    }
