"""misplaced-mark: a claim's mark does not stand on its words in the article

## What it checks

The article's page marks, under the claim's fragment, exactly the words that the claim quotes, at the place where they
stand; the claim's page links to the mark, and the article's page to the claim.

## Why it matters

The mark tells readers which words were judged. On other words it is a false statement about somebody.

## Fails

The mark of a claim about “600 karyawan” stands on the sentence before, or is not there.

## Passes

The marked words are the quote, and both pages link to each other.

## How to mend it

Build the site again. If your own templates replace `article.html` or `claim.html`, keep the marks and links of ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case
from site_builder.model.span import Span
from site_builder.rules.drift import stood_before
from site_builder.verifying.finished import Expected, Finished, article_page, claim_page, resolve
from site_builder.verifying.page import SitePage
from site_builder.verifying.told import finding

CODE = "S003"
NAME = "misplaced-mark"


def check(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield a finding for each published claim whose mark or links are not right."""
    linked: dict[str, set[tuple[str, str] | None]] = {}
    for case in expected.published:
        article, own = article_page(case.article.name), claim_page(case.file.id)
        if article not in site.names or own not in site.names:
            continue
        for name in (article, own):
            if name not in linked:
                linked[name] = {resolve(target, name, expected.url) for target in site.page(name).links}
        for message in _wrong(case, site.page(article), linked[article], linked[own], article, own):
            yield finding(CODE, expected, article, message, claim=case.file.id, record=case.file.path)


def _wrong(
    case: Case,
    page: SitePage,
    from_article: set[tuple[str, str] | None],
    from_claim: set[tuple[str, str] | None],
    article: str,
    own: str,
) -> Iterator[str]:
    slug = case.file.slug
    gone = stood_before(case)
    if not case.anchor.found:
        if not gone:
            yield f"the words of {case.file.id} do not stand in the article"
    elif slug not in page.marks:
        yield f"no words are marked for {case.file.id}"
    elif not _covers(list(_pieces(page, slug)), case.anchor.parts, case.article.text):
        yield f"the mark of {case.file.id} stands on other words"
    if (article, "" if gone else slug) not in from_claim:
        yield f"the page of {case.file.id} does not link to its words in the article"
    if (own, "") not in from_article:
        yield f"the article's page does not link to {case.file.id}"


def _pieces(page: SitePage, slug: str) -> Iterator[Span]:
    """Yield the pieces of a mark: ``slug``, ``slug.2``, ``slug.3`` …"""
    number = 1
    fragment = slug
    while fragment in page.marks:
        yield page.marks[fragment]
        number += 1
        fragment = f"{slug}.{number}"


def _covers(pieces: list[Span], parts: tuple[Span, ...], text: str) -> bool:
    """Tell whether the pieces lie in the parts and leave nothing out but the spaces between blocks."""
    if not all(any(part.contains(piece) for part in parts) for piece in pieces):
        return False
    covered = {offset for piece in pieces for offset in range(*piece)}
    return all(offset in covered or text[offset].isspace() for part in parts for offset in range(*part))
