"""missing-page: a published claim or an article has no page

## What it checks

Each article, each published claim and each withdrawn one has its page, and the page of a published claim has the claim
as its heading.

## Why it matters

Readers and other sites link to claims. One that vanished in the build was taken back without a word.

## Fails

`claims/100-jam/600-layoffs.yaml` is published, and the site has no `claims/100-jam/600-layoffs/index.html`.

## Passes

The page is there, and its heading is the claim.

## How to mend it

Build the site again. If a page is still missing, look whether something after the build takes files away.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.verifying.finished import Expected, Finished, article_page, claim_page
from site_builder.verifying.told import finding

CODE = "S002"
NAME = "missing-page"


def check(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield a finding for each page that is not there, or has another heading."""
    for article in expected.project.articles.values():
        name = article_page(article.name)
        if name not in site.names:
            yield finding(CODE, expected, name, "the article has no page", record=article.path)
    for file in expected.shown:
        name = claim_page(file.id)
        if name not in site.names:
            yield finding(CODE, expected, name, "the claim has no page", claim=file.id, record=file.path)
        elif file.claim and file.claim.published and not _headed(site, name, file.claim.claim):
            yield finding(
                CODE, expected, name, "the page's heading is not the claim", claim=file.id, record=file.path
            )


def _headed(site: Finished, name: str, claim: str) -> bool:
    return site.page(name).heading == " ".join(claim.split())
