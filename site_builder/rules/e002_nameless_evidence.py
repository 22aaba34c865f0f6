"""nameless-evidence: a piece of evidence does not say where it is from

## What it checks

Every piece of evidence has at least one of `publisher`, `title` and `url`.

## Why it matters

A reader must be able to go and look. Words from nowhere prove nothing.

## Fails

```yaml
evidence:
  - stance: supports
    quote: Around 600 roles will be cut.
```

## Passes

```yaml
evidence:
  - stance: supports
    publisher: The Daily Example
    url: https://daily.example/600-roles
    quote: Around 600 roles will be cut.
```

## How to mend it

Add what you know of the source. If you know nothing of it, it is no evidence: take it out, and mention it in `doubts`
if it matters.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location

CODE = "E002"
NAME = "nameless-evidence"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each piece of evidence without publisher, title and address."""
    for i, evidence in enumerate(file.claim.evidence if file.claim else ()):
        if not (evidence.publisher or evidence.title or evidence.url):
            yield Finding(
                CODE,
                "this evidence does not say where it is from",
                Location(file.path, ("evidence", i)),
                help="add its `publisher`, `title` or `url`, or take it out",
                claim=file.id,
            )
