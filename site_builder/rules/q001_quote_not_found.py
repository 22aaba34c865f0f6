"""quote-not-found: the article does not have the quoted words

## What it checks

The words of `quote` stand in the article, in this order, once both are brought into the same form. Only what cannot
change a meaning or a number is made equal: the kind of quotation marks, dashes and spaces, ligatures, and how a
letter with marks is stored. What merely resembles the quote is shown as help and never counts as found.

Where the quote leaves words out, write `[…]` or `…` for them; the parts must then stand in the article in order.

Words that a revision in the article's record has under `before`, dated after the check, count as found: the publisher
has taken them out since, and the claim's page tells readers so.

## Why it matters

A check is worth what its quote is worth. If the words are not the article's, the verdict is about something that
nobody said.

When the finding says **the figures differ**, the quote and the article have nearly the same words but not the same
numbers: look there first.

## Fails

The article says: *Meta baru saja memberhentikan 600 karyawan di divisi AI-nya.*

```yaml
quote: Meta baru saja memberhentikan 700 karyawan di divisi AI-nya
```

## Passes

```yaml
quote: Meta baru saja memberhentikan 600 karyawan di divisi AI-nya
```

## How to mend it

Copy the words from the article. If they once stood there and do not any more, the article has changed since the
check: look at the claim again before you mend the quote.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.anchor import AnchorStatus
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.model.span import Span
from site_builder.rules.drift import stood_before
from site_builder.rules.quotes import misfits, nearest_place, orphan_message, telling_difference
from site_builder.rules.wording import quoted

CODE = "Q001"
NAME = "quote-not-found"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for an orphaned quote, unless a more exact rule tells what is wrong with it."""
    found = case.anchor
    if found.status is not AnchorStatus.ORPHAN or found.cuts or misfits(case) or stood_before(case):
        return
    words = case.claim.quote
    yield Finding(
        CODE,
        orphan_message(words, found, case.article.text),
        _place(case, words),
        related=nearest_place(case.article, found.nearest),
        help=_advice(case),
        claim=case.file.id,
    )


def _place(case: Case, words: str) -> Location:
    near, text = case.anchor.nearest, case.article.text
    difference = telling_difference(words, near, text) if near else None
    if difference is None:
        return Location(case.file.path, ("quote",))
    there = difference[1].of(text).strip()
    note = f"the article says {quoted(there)} here" if there else "the article has nothing here"
    return Location(case.file.path, ("quote",), span=Span(*difference[0]), note=note)


def _advice(case: Case) -> str:
    near = case.anchor.nearest
    if near and near.figures_differ:
        return "copy the words from the article, and look at the claim's figures again"
    return "copy the words from the article as they stand there"
