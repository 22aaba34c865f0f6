"""ClaimReview: what a claim's page says, for machines.

https://schema.org/ClaimReview, and Google's requirements for fact checks. A field whose value is not known is
left out, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from site_builder.model.article import Article, EarlierText
from site_builder.model.claim import Claim, Correction, Evidence
from site_builder.model.scale import Scale, Step
from site_builder.rendering.html import marked
from site_builder.rendering.latest import latest
from site_builder.rendering.reviewed import Entry, article_path
from site_builder.rendering.site import Site

Node = dict[str, Any]

CONTEXT = "https://schema.org"
"""What the terms are those of."""

# A script element ends at `</script`, whatever JSON says; and the last two are line ends in older JavaScript.
_UNSAFE = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script_safe(written: str) -> Markup:
    """Return JSON so that it may stand inside a script element."""
    for sign, safe in _UNSAFE.items():
        written = written.replace(sign, safe)
    return marked(written)


def review_id(path: str, site: Site) -> str:
    """Return the identifier of the ClaimReview on the page at ``path``."""
    return f"{site.absolute(path)}#review"


def claim_review(entry: Entry, site: Site, scale: Scale) -> Node:
    """Return the ClaimReview of a claim. ``site`` must have a public address: the page's is required."""
    claim = entry.case.claim
    url = site.absolute(entry.path)
    return _known(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "@id": review_id(entry.path, site),
            "url": url,
            "image": site.absolute(entry.card) if entry.card else None,
            "inLanguage": site.language,
            "datePublished": _text(claim.checked_on),
            "dateModified": _text(entry.updated),
            "author": _author(site),
            "claimReviewed": claim.claim,
            "reviewRating": _rating(entry, scale),
            "itemReviewed": _claim(entry, site),
            "citation": _citations(claim.evidence),
            "correction": [_correction(correction) for correction in claim.corrections],
        }
    )


def _known(node: Node) -> Node:
    # nothing is known of what is empty; a zero is no such thing
    return {key: value for key, value in node.items() if value or value == 0}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


@latest
def _author(site: Site) -> Node | None:
    return _organisation(site.organisation or site.name, site.url or None)


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
    return {} if step.number is None else {"ratingValue": step.number, **_ends(scale)}


@latest
def _ends(scale: Scale) -> Node:
    numbers = [other.number for other in scale.numbered if other.number is not None]
    return {"bestRating": max(numbers), "worstRating": min(numbers)}


def _claim(entry: Entry, site: Site) -> Node:
    claim, article = entry.case.claim, entry.case.article
    first = _first_appearance(claim, article)
    return _known(
        {
            "@type": "Claim",
            # words that the article has no more have no place in it
            "@id": site.absolute(entry.mark if entry.case.anchor.found else f"{entry.path}#claim"),
            "text": claim.claim,
            "author": _claimant(claim),
            "datePublished": article.record.published,
            "appearance": _appearance(article, site),
            "firstAppearance": _earlier(first) if first else None,
        }
    )


def _claimant(claim: Claim) -> Node | None:
    # a type that nobody recorded is not guessed
    types = {"person": "Person", "organisation": "Organization"}
    kind = {"@type": types[claim.claimant_is]} if claim.claimant_is else {}
    return {**kind, "name": claim.claimant} if claim.claimant else None


def _first_appearance(claim: Claim, article: Article) -> EarlierText | None:
    """Return the earliest text known to say what the article says: the claim as it stands, not what became it.

    Going back from the article, a change ends the way: what stood before it is another statement. So does a text
    of which the claim file says nothing. One whose words are not quoted is passed by, and not named.
    """
    links = {link.text: link for link in claim.chain}
    first, later = None, links.get("article")
    for text in reversed(article.record.chain):
        link = links.get(text.id)
        if later is None or later.change or link is None:
            return first
        first, later = (text if link.quote else first), link
    return first


@latest
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


def _citations(evidence: Sequence[Evidence]) -> list[Node]:
    # one source may be quoted several times
    sources = {(e.url, e.title, e.publisher): e for e in reversed(evidence) if e.url or e.title}
    return [_citation(source) for source in reversed(sources.values())]


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
