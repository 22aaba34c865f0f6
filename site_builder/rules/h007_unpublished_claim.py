"""unpublished-claim: a claim that was published is a draft again

## What it checks

Compared with an earlier record (`site-builder check --against main`, or against a published `claims.json`), a claim
that was published or withdrawn is not a draft.

## Why it matters

Readers do not see drafts. Turning a published claim into one removes its page without a word.

## Fails

```yaml
status: draft   # it was “published”
```

## Passes

```yaml
status: published
corrections:
  - date: 2025-12-01
    text: We are checking this claim again, because the company has published new figures.
```

## How to mend it

Leave the claim published while you work on it, and correct it when you are done; or withdraw it with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Status
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.published import before, named
from site_builder.rules.rule import Scope

CODE = "H007"
NAME = "unpublished-claim"
SCOPE = Scope.PUBLISHED


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where readers saw the claim and would see it no more."""
    then = before(file, project)
    if file.claim is None or then is None:
        return
    if file.claim.status is Status.DRAFT and then.status is not Status.DRAFT:
        yield Finding(
            CODE,
            f"the claim is {then.status} in {named(project)}, and a draft now",
            Location(file.path, ("status",)),
            help=f"set `status: {then.status}`; to take a published claim down, withdraw it with a reason",
            claim=file.id,
        )
