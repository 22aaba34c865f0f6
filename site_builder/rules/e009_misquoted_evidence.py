"""misquoted-evidence: the kept copy of a source does not have the quoted words

## What it checks

Where a piece of evidence has both a `quote` and a kept copy, the words stand in the copy. They are looked for exactly
as the claim's own quote is in the article: typography may differ, a word or a figure may not, and neither may be cut.
`[…]` leaves words out.

Evidence without a kept copy is not compared with its source; the report counts it.

## Why it matters

A source that is quoted wrongly is no evidence, and the newsroom that corrects others must not misquote.

## Fails

The kept copy says: *Meta is cutting roughly 600 positions*

```yaml
evidence:
  - stance: supports
    quote: Meta is cutting roughly 700 positions
    snapshot: {file: memo.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
```

## Passes

```yaml
evidence:
  - stance: supports
    quote: Meta is cutting roughly 600 positions
    snapshot: {file: memo.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
```

## How to mend it

Copy the words from the kept copy. If the words are from another page of the source, keep a copy of that one.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.anchoring import anchor, prepare
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.kept import snapshots
from site_builder.rules.quotes import orphan_message
from site_builder.rules.rule import Scope

CODE = "E009"
NAME = "misquoted-evidence"
SCOPE = Scope.KEPT


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each quote that its source's kept copy does not have."""
    for i, evidence, kept in snapshots(file, project):
        if kept is None or evidence.quote is None:
            continue
        found = anchor(prepare(kept.text, evidence.language or project.settings.language), evidence.quote)
        if not found.places:
            near = found.nearest
            yield Finding(
                CODE,
                orphan_message(evidence.quote, found, kept.text, "the kept copy"),
                Location(file.path, ("evidence", i, "quote")),
                related=(Location(kept.path, span=near.span, note="the nearest passage"),) if near else (),
                help="copy the words from the kept copy",
                claim=file.id,
            )
