"""impossible-evidence-date: a piece of evidence was read or published on a day that cannot be

## What it checks

`published` and `read` do not lie in the future, and nothing was read before it was published. Dates that are only
known by month or year are compared as far as they go. One day is allowed for time zones.

## Why it matters

A date that cannot be is a slip of the pen, and readers weigh a source by its date.

## Fails

```yaml
evidence:
  - stance: supports
    publisher: The Daily Example
    published: 2025-10-24
    read: 2025-01-25
```

## Passes

```yaml
evidence:
  - stance: supports
    publisher: The Daily Example
    published: 2025-10-24
    read: 2025-11-25
```

## How to mend it

Look at the source again and correct the date. Leave it out if it is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Evidence
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.dates import after, in_future
from site_builder.rules.rule import Scope

CODE = "E003"
NAME = "impossible-evidence-date"
SCOPE = Scope.DAY


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each date of the evidence that cannot be."""
    for i, evidence in enumerate(file.claim.evidence if file.claim else ()):
        for field, message in _wrong(evidence, project):
            at = Location(file.path, ("evidence", i, field))
            yield Finding(CODE, message, at, help="look at the source and correct the date", claim=file.id)


def _wrong(evidence: Evidence, project: Project) -> Iterator[tuple[str, str]]:
    for field in ("published", "read"):
        date = getattr(evidence, field)
        if date and in_future(date, project.today):
            yield field, f"this evidence was {field} on {date}, which has not come yet"
    if evidence.read and evidence.published and after(evidence.published, evidence.read):
        yield (
            "read",
            f"this evidence was read on {evidence.read}, before it was published ({evidence.published})",
        )
