"""cut-word: the quote cuts a word in two

## What it checks

The quote begins and ends between words, in every script that parts its words.

## Why it matters

A piece of a word can be another word: *able* stands in *unable*, *legal* in *illegal*. The words that were checked
must be the words that were written.

## Fails

The article says: *the company was unable to pay its staff*

```yaml
quote: able to pay its staff
```

## Passes

```yaml
quote: unable to pay its staff
```

## How to mend it

Quote the whole word.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.anchor import AnchorStatus
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.quotes import cut_edge
from site_builder.rules.wording import quoted

CODE = "Q004"
NAME = "cut-word"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding where the quote's characters stand in the article only inside a longer word."""
    cuts = case.anchor.cuts
    if case.anchor.status is not AnchorStatus.ORPHAN or not cuts or any(c.what == "figure" for c in cuts):
        return
    words, whole = case.claim.quote, cuts[0].span.of(case.article.text)
    yield Finding(
        CODE,
        f"the quote cuts the word {quoted(whole)} in two",
        Location(
            case.file.path,
            ("quote",),
            span=cut_edge(words, cuts[0]),
            note=f"the article says {quoted(whole)} here",
        ),
        related=(Location(case.article.path, span=cuts[0].span),),
        help="quote the whole word",
        claim=case.file.id,
    )
