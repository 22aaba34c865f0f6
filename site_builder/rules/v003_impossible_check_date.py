"""impossible-check-date: the claim was checked on a day that cannot be

## What it checks

`checked_on` does not lie in the future, and no evidence was published or read after it. Dates that are only known by
month or year are compared as far as they go. One day is allowed for time zones.

## Why it matters

The date tells readers what the checker could know. A verdict that cites what came after it was either changed
without saying so, or bears a wrong date.

## Fails

```yaml
checked_on: 2025-10-20
evidence:
  - stance: refutes
    publisher: The Daily Example
    published: 2025-10-24
```

## Passes

```yaml
checked_on: 2025-10-25
evidence:
  - stance: refutes
    publisher: The Daily Example
    published: 2025-10-24
```

## How to mend it

Set `checked_on` to the day on which the verdict was last weighed against all of the evidence. If the verdict was
published before that, write a correction.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Claim
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location, Route
from site_builder.rules.dates import after, in_future
from site_builder.rules.rule import Scope

CODE = "V003"
NAME = "impossible-check-date"
SCOPE = Scope.DAY


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where the check lies in the future, or before evidence that it cites."""
    claim = file.claim
    if claim is None or claim.checked_on is None:
        return
    at = Location(file.path, ("checked_on",))
    if in_future(claim.checked_on, project.today):
        message = f"the claim was checked on {claim.checked_on}, which has not come yet"
        yield Finding(CODE, message, at, help="correct the date", claim=file.id)
        return
    later = tuple(Location(file.path, route) for route in _later(claim))
    if later:
        yield Finding(
            CODE,
            f"the claim was checked on {claim.checked_on}, before evidence that it cites",
            at,
            related=later,
            help="set it to the day on which the verdict was weighed against all of the evidence",
            claim=file.id,
        )


def _later(claim: Claim) -> Iterator[Route]:
    for i, evidence in enumerate(claim.evidence):
        for field in ("published", "read"):
            date = getattr(evidence, field)
            if date and claim.checked_on and after(date, claim.checked_on):
                yield ("evidence", i, field)
