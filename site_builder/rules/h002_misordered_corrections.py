"""misordered-corrections: the corrections do not stand newest first

## What it checks

The corrections of a claim go from the newest to the oldest.

## Why it matters

Readers see the first correction first, and take it for the latest word.

## Fails

```yaml
corrections:
  - date: 2025-11-03
    text: The number is 600.
  - date: 2025-11-20
    text: The announcement is of October, not of September.
```

## Passes

```yaml
corrections:
  - date: 2025-11-20
    text: The announcement is of October, not of September.
  - date: 2025-11-03
    text: The number is 600.
```

## How to mend it

Put the newest correction on top.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location

CODE = "H002"
NAME = "misordered-corrections"
NEEDS = "corrections"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each correction that is newer than the one before it."""
    corrections = file.claim.corrections if file.claim else ()
    for i, (above, below) in enumerate(pairwise(corrections), start=1):
        if below.date > above.date:
            yield Finding(
                CODE,
                f"this correction of {below.date} stands below an older one of {above.date}",
                Location(file.path, ("corrections", i, "date")),
                help="put the newest correction on top",
                claim=file.id,
            )
