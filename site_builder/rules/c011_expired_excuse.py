"""expired-excuse: an excuse has run out

## What it checks

The last day of each excuse, `until`, has not passed. Once it has, the excuse no longer holds and its finding stands
again.

## Why it matters

An excuse is a promise to look again. Without a last day it would be forgotten and hide what comes after it.

## Fails

```yaml
excuses:
  - rule: case-differs
    reason: The desk will take the text from the print edition.
    until: 2025-01-31
```

## Passes

The same, before that day has passed.

## How to mend it

Mend what the excuse was for, and delete it. If the reason still holds, give it another last day.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.rule import ExcuseUse

CODE = "C011"
NAME = "expired-excuse"


def check(use: ExcuseUse, project: Project) -> Iterator[Finding]:
    """Yield a finding where the last day of an excuse for something that is still there has passed."""
    if use.known and use.covered and use.excuse.until < project.today:
        yield Finding(
            CODE,
            f"the excuse for {use.excuse.rule} ran out on {use.excuse.until}",
            Location(use.file.path, ("excuses", use.index, "until")),
            help="mend what it was for and delete it, or give it another last day",
            claim=use.file.id,
        )
