"""missing-evidence: the claim has a verdict, and nothing that it rests on

## What it checks

A claim whose verdict needs evidence, as the scale says, cites at least one piece of it.

## Why it matters

A verdict without a source is an opinion. What could not be checked has a verdict of its own, which says so.

## Fails

```yaml
verdict: inaccurate
```

## Passes

```yaml
verdict: inaccurate
evidence:
  - stance: refutes
    publisher: Statistics Office
    url: https://statistics.example/table-4
    quote: The number of employees rose by 200.
```

## How to mend it

Add what the verdict rests on. If nothing was found, choose the verdict of your scale that says so, and write in
`doubts` where you looked.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.wording import listing, quoted

CODE = "E001"
NAME = "missing-evidence"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where the verdict's step needs evidence and there is none."""
    claim = file.claim
    step = project.scale.step(claim.verdict) if claim else None
    if claim is None or step is None or not step.needs_evidence or claim.evidence:
        return
    without = [quoted(other.label) for other in project.scale.steps if not other.needs_evidence]
    instead = f", or choose {listing(without, 'or')}" if without else ""
    yield Finding(
        CODE,
        f"the verdict {quoted(step.label)} needs evidence, and the claim cites none",
        Location(file.path, ("verdict",)),
        help=f"add the sources that the verdict rests on to `evidence`{instead}",
        claim=file.id,
    )
