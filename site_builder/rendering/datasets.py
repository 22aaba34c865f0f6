"""All claims at once, for machines: JSON, and a feed of their ClaimReviews."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from site_builder.model.claim import Evidence
from site_builder.rendering.catalogue import Catalogue, Entry
from site_builder.rendering.claimreview import CONTEXT, review_id
from site_builder.rendering.json_text import encode
from site_builder.rendering.site import Site
from site_builder.rendering.withdrawn import Tombstone
from site_builder.text.digest import digest

Node = dict[str, Any]

_CONTEXT = f'{{"@context":"{CONTEXT}",'
"""How a ClaimReview begins."""


_digest = lru_cache(maxsize=1)(digest)
"""An article's claims come one after another."""


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
        "article": {
            "name": article.name,
            "title": article.title,
            "publisher": article.record.publisher,
            "url": article.record.url,
            "language": article.language,
            "sha256": _digest(article.text),
            "revisions": [revision.model_dump(mode="json") for revision in article.record.revisions],
        },
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


def _evidence(evidence: Evidence) -> Node:
    node = evidence.model_dump(mode="json", exclude_none=True, exclude={"figures"})
    figures = [{"value": str(f.value), "unit": f.unit, "note": f.note} for f in evidence.figures]
    return {**node, "figures": figures} if figures else node


def review_feed(catalogue: Catalogue, reviews: Mapping[str, str], site: Site) -> str:
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
    items += [encode(_deleted(stone, site)) for stone in catalogue.withdrawn]
    return f'{encode(node)[:-1]},"dataFeedElement":[{",".join(items)}]}}\n'


def _review(entry: Entry, review: str) -> str:
    dates = {"dateCreated": entry.case.claim.checked_on, "dateModified": entry.updated}
    item = {"@type": "DataFeedItem", **{name: str(date) for name, date in dates.items() if date}}
    # the feed has told the context already
    return f'{encode(item)[:-1]},"item":[{{{review.removeprefix(_CONTEXT)}]}}'


def _deleted(stone: Tombstone, site: Site) -> Node:
    return {
        "@type": "DataFeedItem",
        **({"dateDeleted": str(stone.updated)} if stone.updated else {}),
        "item": [{"@type": "ClaimReview", "@id": review_id(stone.path, site)}],
    }
