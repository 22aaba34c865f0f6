"""unfinished-claim: a published claim lacks what a reader needs to follow the verdict

## What it checks

A claim with `status: published` has a `conclusion`, an `explanation` and the day on which it was `checked_on`. A
draft may lack them.

## Why it matters

A verdict without its reasoning asks to be believed. Without a date nobody can tell whether the check is older than
the facts it speaks of.

## Fails

```yaml
verdict: inaccurate
status: published
```

## Passes

```yaml
verdict: inaccurate
conclusion: The company announced 600 redundancies and gave the number itself.
explanation: |
  The article gives another number than the announcement it names as its source.
checked_on: 2025-11-03
status: published
```

## How to mend it

Write what is missing, or set `status: draft` until it is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.wording import listing

CODE = "C008"
NAME = "unfinished-claim"

_NEEDED = ("conclusion", "explanation", "checked_on")


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield one finding that names every field that a published claim lacks."""
    claim = file.claim
    if claim is None or not claim.published:
        return
    missing = [f"`{field}`" for field in _NEEDED if not getattr(claim, field)]
    if missing:
        yield Finding(
            CODE,
            f"the claim is published without {listing(missing, 'or')}",
            Location(file.path, ("status",)),
            help=f"add {listing(missing)}, or set `status: draft`",
            claim=file.id,
        )
