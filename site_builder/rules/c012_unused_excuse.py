"""unused-excuse: an excuse covers nothing

## What it checks

Each excuse covers at least one finding of its claim file.

## Why it matters

What it excused has been mended, or never was. If it stays, it will silently cover the next finding of the same kind,
which nobody has looked at.

## Fails

```yaml
quote: Beberapa orang telah menjadi miliarder
excuses:
  - rule: case-differs
    reason: The desk will take the text from the print edition.
    until: 2027-01-31
```

where the quote has the same capital letters as the article.

## Passes

The claim file without the excuse.

## How to mend it

Delete the excuse.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.rule import ExcuseUse

CODE = "C012"
NAME = "unused-excuse"


def check(use: ExcuseUse, project: Project) -> Iterator[Finding]:
    """Yield a finding where an excuse for a rule that exists covers no finding."""
    if use.known and not use.covered:
        yield Finding(
            CODE,
            f"the excuse for {use.excuse.rule} covers nothing: there is no such finding",
            Location(use.file.path, ("excuses", use.index, "rule")),
            help="delete the excuse",
            claim=use.file.id,
        )
