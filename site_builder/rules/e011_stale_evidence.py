"""stale-evidence: a piece of evidence was read too long ago

## What it checks

Where the policy in `mkdocs.yml` sets `evidence_days`, no evidence of a published claim was read longer ago than that
many days. Where `read` is left out, the day of the check counts (`checked_on`).

## Why it matters

What is reported changes: figures are revised, articles corrected, companies answer. A verdict should not rest for ever
on what a page said once.

## Fails

With `evidence_days: 365`, in November 2025:

```yaml
evidence:
  - stance: supports
    read: 2024-03-01
```

## Passes

```yaml
evidence:
  - stance: supports
    read: 2025-03-01
```

## How to mend it

Read the source again. If it still says the same, set `read` to today; if it does not, weigh the verdict anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.rule import Scope
from site_builder.rules.wording import counted

CODE = "E011"
NAME = "stale-evidence"
SCOPE = Scope.DAY


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each piece of evidence that was read before the time that the policy allows."""
    claim, most = file.claim, project.settings.policy.evidence_days
    if claim is None or most is None or not claim.published:
        return
    for i, evidence in enumerate(claim.evidence):
        read = evidence.read or claim.checked_on
        age = (project.today - read).days if read else 0
        if age > most:
            route = ("evidence", i, "read") if evidence.read else ("evidence", i)
            yield Finding(
                CODE,
                f"this evidence was read {counted(age, 'day')} ago; the policy allows {most}",
                Location(file.path, route),
                help="read the source again and set `read` to that day",
                claim=file.id,
            )
