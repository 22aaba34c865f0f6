"""missing-field: a claim file lacks a field that every claim needs

## What it checks

A claim file names its `article`, gives the `quote`, says in the `claim` what is said, and gives the `verdict`. A
piece of evidence has its `stance`, a correction its `date` and `text`, an excuse its `rule`, `reason` and `until`.
A key with nothing behind it counts as left out.

## Why it matters

Without these there is nothing to check, or nothing that a reader could follow.

## Fails

```yaml
article: 100-jam
claim: Meta laid off 600 people in its AI division.
verdict: accurate
```

## Passes

```yaml
article: 100-jam
quote: Meta baru saja memberhentikan 600 karyawan di divisi AI-nya
claim: Meta laid off 600 people in its AI division.
verdict: accurate
```

## How to mend it

Add the field. If you do not know it yet, the claim is not ready to be checked: keep the file outside the claims
folder until it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.rules.problems import claim_findings

CODE = "C003"
NAME = "missing-field"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each required field that is not there."""
    return claim_findings(CODE, "missing-field", file)
