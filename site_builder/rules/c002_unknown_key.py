"""unknown-key: a claim file has a key that no claim has

## What it checks

Every key of a claim file is one of the keys of the handbook, and stands where it belongs.

## Why it matters

A key that is spelt wrong is not read, and what stands behind it is neither checked nor published. `verdcit: inaccurate`
would leave a claim without its verdict.

## Fails

```yaml
verdcit: inaccurate
```

## Passes

```yaml
verdict: inaccurate
```

## How to mend it

Take the key that the finding suggests, or look it up in the handbook. Words that are only for colleagues can stand
in a comment, after `#`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.rules.problems import claim_findings

CODE = "C002"
NAME = "unknown-key"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each key that the model of a claim does not have."""
    return claim_findings(CODE, "unknown-key", file)
