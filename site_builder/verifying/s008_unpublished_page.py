"""unpublished-page: the site shows a claim that is not published

## What it checks

Each page below `claims/` belongs to a claim file that is published or withdrawn, or to a former id of one. Nothing of
a draft is on the site.

## Why it matters

A draft is an accusation that nobody has finished checking.

## Fails

A claim is a draft, and `claims/100-jam/rumour/index.html` is there, left behind or let through.

## Passes

Every claim page has its published claim.

## How to mend it

Build the site again, and put up the whole folder: files that a new build does not have must go.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.verifying.finished import Expected, Finished, claim_page
from site_builder.verifying.told import finding

CODE = "S008"
NAME = "unpublished-page"


def check(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield a finding for each page below ``claims/`` that no claim accounts for."""
    known = {"claims/index.html"}
    for file in expected.shown:
        for id in (file.id, *(file.claim.formerly if file.claim else ())):
            known |= {claim_page(id), claim_page(f"{id}/embed")}
    for name in site.pages:
        if name.startswith("claims/") and name not in known:
            yield finding(CODE, expected, name, "no published claim has this page")
