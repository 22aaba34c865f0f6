"""chain-quote-not-found: the chain quotes the article with words that it does not have

## What it checks

Where a link of the claim's `chain` quotes the `article`, the words stand in the article, just as the claim's own quote
must.

## Why it matters

The chain is how readers see where a meaning changed. Words that are not the article's would show a change that is
not there, or hide one that is.

## Fails

The article says: *jarak lima hingga enam hari*

```yaml
chain:
  - text: article
    quote: jarak lima hingga tujuh hari
```

## Passes

```yaml
chain:
  - text: article
    quote: jarak lima hingga enam hari
```

## How to mend it

Copy the words from the article, or leave the quote out: the link then shows the claim's own quote.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.quotes import anchors, nearest_place, orphan_message

CODE = "T003"
NAME = "chain-quote-not-found"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each quote of the article in the chain that stands nowhere in it."""
    for i, link in enumerate(case.claim.chain):
        if link.text != "article" or link.quote is None:
            continue
        found = anchors(case.article, (link.quote,))[0]
        if not found.places:
            yield Finding(
                CODE,
                orphan_message(link.quote, found, case.article.text),
                Location(case.file.path, ("chain", i, "quote")),
                related=nearest_place(case.article, found.nearest),
                help="copy the words from the article, or leave the quote out",
                claim=case.file.id,
            )
