"""wrong-value: a field of a claim file holds something else than it should

## What it checks

Every value is what its field takes: a date is a date, a web address begins with `https://` or `http://`, a stance is
one of the four stances, a figure is a number or a range, and a list is a list.

## Why it matters

A value that cannot be read for what it is can be neither checked nor shown. A date such as `24/10/2025` is read
differently in different countries, and a link that is no web address leads a reader nowhere.

## Fails

```yaml
checked_on: 24/10/2025
```

## Passes

```yaml
checked_on: 2025-10-24
```

## How to mend it

Write the value as the finding says. Leave a field out where you do not know it; never fill it with a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.rules.problems import claim_findings

CODE = "C004"
NAME = "wrong-value"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each value that does not fit its field."""
    return claim_findings(CODE, "wrong-value", file)
