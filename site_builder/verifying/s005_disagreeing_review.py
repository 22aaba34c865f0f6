"""disagreeing-review: what a page tells machines is not what the claim file says

## What it checks

The page of each published claim has exactly one ClaimReview; its claim, verdict, number on the scale, date, address,
mark and corrections are those of the claim file. No other page has one. Without a public address (`site_url`) there
can be none.

## Why it matters

Search engines show the ClaimReview, not the page. A verdict that differs between the two is a false one.

## Fails

The claim file says *misleading*, and the page's ClaimReview says *accurate*.

## Passes

Each field says what the claim file says.

## How to mend it

Build the site again. If your own templates replace `claim.html`, keep its line with `application/ld+json`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from site_builder.model.finding import Finding
from site_builder.model.project import Case
from site_builder.verifying.finished import Expected, Finished, Node, claim_page, reviews
from site_builder.verifying.told import finding

CODE = "S005"
NAME = "disagreeing-review"


def check(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield a finding for each ClaimReview that is missing, doubled, stray or says something else."""
    cases = {claim_page(case.file.id): case for case in expected.published} if expected.url else {}
    for name in site.pages:
        found = reviews(site.page(name))
        case = cases.get(name)
        if case is None:
            if found:
                yield finding(CODE, expected, name, "a ClaimReview stands where no claim is")
            continue
        for message in _wrong(found, case, expected):
            yield finding(CODE, expected, name, message, claim=case.file.id, record=case.file.path)


def _wrong(found: list[Node], case: Case, expected: Expected) -> Iterator[str]:
    if len(found) != 1:
        yield f"the page has {len(found)} ClaimReviews" if found else "the page has no ClaimReview"
        return
    said = told(found[0])
    for name, value in due(case, expected).items():
        if said[name] != value:
            yield f"the ClaimReview gives another {name} than the claim file"


def told(review: Node) -> dict[str, Any]:
    """Return what a ClaimReview says, by the names people have for it; missing parts are ``None``."""
    rating, item = _part(review, "reviewRating"), _part(review, "itemReviewed")
    corrections = review.get("correction") or []
    return {
        "claim": review.get("claimReviewed"),
        "verdict": rating.get("alternateName"),
        "number": rating.get("ratingValue"),
        "date": review.get("datePublished"),
        "address": review.get("url"),
        "mark": item.get("@id"),
        "correction": [c.get("text") if isinstance(c, dict) else c for c in corrections],
    }


def due(case: Case, expected: Expected) -> dict[str, Any]:
    """Return what the ClaimReview of a claim must say."""
    claim = case.claim
    return {
        "claim": claim.claim,
        "verdict": claim.verdict,
        "number": case.step.number if case.step else None,
        "date": str(claim.checked_on) if claim.checked_on else None,
        "address": expected.absolute(f"claims/{case.file.id}/"),
        "mark": expected.absolute(_mark(case)),
        "correction": [correction.text for correction in claim.corrections],
    }


def _mark(case: Case) -> str:
    """Return where the claim is said: in the article, or, where its words are there no more, on its own page."""
    if case.anchor.found:
        return f"articles/{case.article.name}/#{case.file.slug}"
    return f"claims/{case.file.id}/#claim"


def _part(node: Node, key: str) -> Node:
    value = node.get(key)
    return value if isinstance(value, dict) else {}
