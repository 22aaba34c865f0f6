"""All claims at once, for machines: JSON, and a feed of their ClaimReviews."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from site_builder.model.article import Article
from site_builder.model.claim import Evidence
from site_builder.rendering.catalogue import Catalogue, Listed
from site_builder.rendering.claimreview import CONTEXT, review_id
from site_builder.rendering.json_text import Form, encode, json_rows
from site_builder.rendering.latest import latest
from site_builder.rendering.pieces import Noted
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


def in_years(entries: Iterable[Listed]) -> dict[int | None, list[int]]:
    """Return which claims were checked in each year, the newest first; ``None`` stands for those without a date.

    A correction leaves a claim in its year.
    """
    found: dict[int | None, list[int]] = {}
    for number, entry in enumerate(entries):
        day = entry.checked_on
        found.setdefault(day.year if day else None, []).append(number)
    return {year: found[year] for year in sorted(found, key=lambda year: year or 0, reverse=True)}


def year_file(year: int | None) -> str:
    """Return the name of the file of a year."""
    return f"claims-{year or UNDATED}.json"


def year_index(
    years: Mapping[int | None, Sequence[Listed]], files: Mapping[int | None, Noted], site: Site
) -> bytes:
    """Return what names the ``files`` of years, and tells of each how to see whether it has changed."""
    index = []
    for year, entries in years.items():
        newest = max((entry.updated for entry in entries if entry.updated), default=None)
        index.append(
            {
                "year": year,
                "url": site.absolute(year_file(year)),
                "claims": len(entries),
                "updated": str(newest) if newest else None,
                "bytes": files[year].size,
                "sha256": files[year].sha256,
            }
        )
    return json_rows(encode(each).encode() for each in index)


def review_form(catalogue: Catalogue, site: Site) -> Form:
    """Return what stands around the items of a ``DataFeed`` of ClaimReviews (https://schema.org/DataFeed).

    ``site`` must have a public address.
    """
    node = {
        "@context": CONTEXT,
        "@type": "DataFeed",
        "name": site.name,
        "url": site.absolute("claimreview.json"),
        "inLanguage": site.language,
        **({"dateModified": str(newest)} if (newest := catalogue.updated) else {}),
    }
    return Form(f'{encode(node)[:-1]},"dataFeedElement":['.encode(), b",", b"]}\n")


def review_item(entry: Entry, review: str) -> bytes:
    """Return the item of a claim, whose ClaimReview is given as JSON."""
    dates = {"dateCreated": entry.case.claim.checked_on, "dateModified": entry.updated}
    item = {"@type": "DataFeedItem", **{name: str(date) for name, date in dates.items() if date}}
    # the feed has told the context already
    return b'%s,"item":[{%s]}' % (encode(item)[:-1].encode(), review.encode().removeprefix(_CONTEXT))


def deleted(stone: Tombstone, site: Site) -> bytes:
    """Return the item of a withdrawn claim: the day of its deletion."""
    return encode(_deleted(stone, site)).encode()


def _deleted(stone: Tombstone, site: Site) -> Node:
    return {
        "@type": "DataFeedItem",
        **({"dateDeleted": str(stone.updated)} if stone.updated else {}),
        "item": [{"@type": "ClaimReview", "@id": review_id(stone.path, site)}],
    }
