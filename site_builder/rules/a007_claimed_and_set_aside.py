"""claimed-and-set-aside: the same words are checked and set aside

## What it checks

No words that a claim quotes are set aside in the article's record.

## Why it matters

The page would tell readers in one breath that a sentence was checked and that nobody will check it.

## Fails

```yaml
# in the article's record
set_aside:
  - quote: Setiap beberapa bulan, AI berevolusi secara dramatis
    reason: An impression, not a statement of fact.

# in the claim file
quote: AI berevolusi secara dramatis
```

## Passes

The claim quotes other words, of the same sentence perhaps, or the record does not set these aside.

## How to mend it

Take the words out of `set_aside`, or shorten what is set aside to the part that nobody checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.quotes import anchors

CODE = "A007"
NAME = "claimed-and-set-aside"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each entry of ``set_aside`` whose words overlap the quote's."""
    article = case.article
    quotes = tuple(entry.quote for entry in article.record.set_aside)
    for i, found in enumerate(anchors(article, quotes)):
        if any(aside.overlaps(part) for aside in found.parts for part in case.anchor.parts):
            record = article.record_source.path if article.record_source else article.path
            yield Finding(
                CODE,
                "the words of this quote are set aside in the article's record",
                Location(case.file.path, ("quote",)),
                related=(Location(record, ("set_aside", i, "quote")),),
                help="take them out of `set_aside`, or shorten what is set aside",
                claim=case.file.id,
            )
