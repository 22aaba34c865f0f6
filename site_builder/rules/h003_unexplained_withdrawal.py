"""unexplained-withdrawal: a claim is withdrawn without saying when and why

## What it checks

A claim with `status: withdrawn` has the date and the reason under `withdrawn`; the date does not lie in the future.
Nothing else has `withdrawn`: a claim that still stands was not withdrawn.

## Why it matters

Readers come back by old links, and other sites cite the page. It stays, and tells them what became of the claim; a
page that is gone without a word looks like something hidden.

## Fails

```yaml
status: withdrawn
```

## Passes

```yaml
withdrawn:
  date: 2025-12-01
  reason: The article never had this sentence; it came from a comment below it.
status: withdrawn
```

## How to mend it

Write when and why it was withdrawn, for readers. If the claim still stands, take `withdrawn` out.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Status
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.dates import in_future
from site_builder.rules.rule import Scope

CODE = "H003"
NAME = "unexplained-withdrawal"
SCOPE = Scope.DAY


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where status and explanation do not go together, or the date cannot be."""
    claim = file.claim
    if claim is None:
        return
    if claim.status is Status.WITHDRAWN and claim.withdrawn is None:
        message, route = "the claim is withdrawn, and nothing says when and why", "status"
        advice = "add `withdrawn:` with a `date` and a `reason`"
    elif claim.withdrawn is not None and claim.status is not Status.WITHDRAWN:
        message, route = f"the claim is {claim.status}, and yet it tells of a withdrawal", "withdrawn"
        advice = "set `status: withdrawn`, or take `withdrawn` out"
    elif claim.withdrawn is not None and in_future(claim.withdrawn.date, project.today):
        yield Finding(
            CODE,
            f"the claim was withdrawn on {claim.withdrawn.date}, which has not come yet",
            Location(file.path, ("withdrawn", "date")),
            help="correct the date",
            claim=file.id,
        )
        return
    else:
        return
    yield Finding(CODE, message, Location(file.path, (route,)), help=advice, claim=file.id)
