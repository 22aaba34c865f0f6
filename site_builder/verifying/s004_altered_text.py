"""altered-text: an article's page shows another text than the article has

## What it checks

The words of the article's page, without the notes and pins that we add, are the article's text, code point for code
point.

## Why it matters

Verdicts are about words. A page that shows other words accuses their author of what nobody wrote.

## Fails

The page lacks a sentence, or shows a letter twice.

## Passes

Taking away notes and pins leaves the text of the file.

## How to mend it

Build the site again. If your own templates replace `article.html` or `notes.html`, keep what we add in elements of the
classes `note` and `pin`, and the text in the one of the class `prose`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.verifying.finished import Expected, Finished, article_page
from site_builder.verifying.told import finding

CODE = "S004"
NAME = "altered-text"

_AROUND = 30


def check(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield a finding for each article whose page shows another text."""
    for article in expected.project.articles.values():
        name = article_page(article.name)
        if name not in site.names:
            continue
        shown = site.page(name).text
        if shown is None:
            yield finding(CODE, expected, name, "the page shows no article", record=article.path)
        elif shown != article.text:
            at = _first_difference(shown, article.text)
            where = " ".join(article.text[max(0, at - _AROUND) : at].split()) or "its beginning"
            message = f"the page shows another text than the article after “{where}”"
            yield finding(CODE, expected, name, message, record=article.path)


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
