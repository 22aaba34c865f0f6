"""impossible-correction-date: a correction was published on a day that cannot be

## What it checks

The date of a correction does not lie in the future. One day is allowed for time zones.

## Why it matters

Corrections are the record of what the newsroom had said wrongly, and when it said so. Their dates must be true.

## Fails

```yaml
corrections:
  - date: 2052-11-03
    text: The first version gave 500 employees; the announcement says 600.
```

## Passes

```yaml
corrections:
  - date: 2025-11-03
    text: The first version gave 500 employees; the announcement says 600.
```

## How to mend it

Correct the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.dates import in_future
from site_builder.rules.rule import Scope

CODE = "H001"
NAME = "impossible-correction-date"
SCOPE = Scope.DAY


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each correction dated in the future."""
    for i, correction in enumerate(file.claim.corrections if file.claim else ()):
        if in_future(correction.date, project.today):
            yield Finding(
                CODE,
                f"this correction is dated {correction.date}, which has not come yet",
                Location(file.path, ("corrections", i, "date")),
                help="correct the date",
                claim=file.id,
            )
