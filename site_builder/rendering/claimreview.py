"""ClaimReview: what a claim's page says, for machines.

https://schema.org/ClaimReview, and Google's requirements for fact checks. A field whose value is not known is
left out, never guessed.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from site_builder.model.article import Article, EarlierText
from site_builder.model.claim import Correction, Evidence
from site_builder.model.scale import Scale, Step
from site_builder.rendering.catalogue import Entry, article_path
from site_builder.rendering.site import Site

Node = dict[str, Any]

# A script element ends at `</script`, whatever JSON says; and these two are no line ends in JSON.
_UNSAFE = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        chr(0x2028): "\\u2028",
        chr(0x2029): "\\u2029",
    }
)


def script_safe(data: Node) -> Markup:
    """Return ``data`` as JSON that may stand inside a script element."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE))


def claim_review(entry: Entry, site: Site, scale: Scale) -> Node:
    """Return the ClaimReview of a claim."""
    claim = entry.case.claim
    url = site.absolute(entry.path)
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "@id": f"{url}#review",
            "url": url,
            "inLanguage": site.language,
            "datePublished": _text(claim.checked_on),
            "dateModified": _text(entry.updated),
            "author": _organisation(site.organisation or site.name, site.url or None),
            "claimReviewed": claim.claim,
            "reviewRating": _rating(entry, scale),
            "itemReviewed": _claim(entry, site),
            "citation": [_citation(evidence) for evidence in claim.evidence if evidence.url],
            "correction": [_correction(correction) for correction in claim.corrections],
        }
    )


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _organisation(name: str | None, url: str | None = None) -> Node | None:
    return _known({"@type": "Organization", "name": name, "url": url}) if name else None


def _rating(entry: Entry, scale: Scale) -> Node:
    step = entry.step
    return _known(
        {
            "@type": "Rating",
            "alternateName": step.label,
            **_numbers(step, scale),
            "ratingExplanation": entry.case.claim.conclusion,
        }
    )


def _numbers(step: Step, scale: Scale) -> Node:
    if step.number is None:
        return {}
    numbers = [other.number for other in scale.numbered if other.number is not None]
    return {"ratingValue": step.number, "bestRating": max(numbers), "worstRating": min(numbers)}


def _claim(entry: Entry, site: Site) -> Node:
    claim, article = entry.case.claim, entry.case.article
    first = article.record.chain[0] if article.record.chain else None
    return _known(
        {
            "@type": "Claim",
            "@id": site.absolute(entry.mark),
            "text": claim.claim,
            # whether a claimant is a person or an organisation is not recorded, so no type is given
            "author": {"name": claim.claimant} if claim.claimant else None,
            "datePublished": article.record.published,
            "appearance": _appearance(article, site),
            "firstAppearance": _earlier(first) if first else None,
        }
    )


def _appearance(article: Article, site: Site) -> Node:
    record = article.record
    return _known(
        {
            "@type": "Article",
            "url": record.url or site.absolute(article_path(article)),
            "headline": record.title,
            "publisher": _organisation(record.publisher),
            "datePublished": record.published,
            "archivedAt": record.archived,
            "inLanguage": record.language,
        }
    )


def _earlier(text: EarlierText) -> Node:
    return _known(
        {
            "@type": "Article",
            "url": text.url,
            "headline": text.title,
            "publisher": _organisation(text.publisher),
            "datePublished": text.published,
            "inLanguage": text.language,
        }
    )


def _citation(evidence: Evidence) -> Node:
    return _known(
        {
            "@type": "CreativeWork",
            "name": evidence.title,
            "url": evidence.url,
            "publisher": _organisation(evidence.publisher),
            "datePublished": evidence.published,
            "inLanguage": evidence.language,
            "archivedAt": evidence.archived,
        }
    )


def _correction(correction: Correction) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": correction.text,
        "datePublished": str(correction.date),
    }
