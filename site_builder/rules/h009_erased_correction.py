"""erased-correction: a correction that was published is gone or says something else

## What it checks

Compared with an earlier record (`site-builder check --against main`, or against a published `claims.json`), every
published correction of a claim is still there, with its date and its words.

## Why it matters

Corrections are the part of the record that nobody would miss and everybody relies on. A record of errors that can be
tidied up is no record.

## Fails

```yaml
corrections: []   # there was one of 2025-11-03
```

## Passes

```yaml
corrections:
  - date: 2025-12-01
    text: The correction of 3 November gave a wrong date for the announcement; it was made in October.
  - date: 2025-11-03
    text: The first version gave 500 employees; the announcement of 3 September says 600.
```

## How to mend it

Bring the old entry back as it was. If the correction itself was wrong, correct it with a new one above it.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Status
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.published import added, before, dated, named
from site_builder.rules.rule import Scope
from site_builder.rules.wording import quoted

CODE = "H009"
NAME = "erased-correction"
SCOPE = Scope.PUBLISHED


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each published correction that is not there any more, word for word."""
    then = before(file, project)
    if file.claim is None or then is None or then.status is Status.DRAFT:
        return
    for date, text in added(then.corrections, dated(file.claim)):
        yield Finding(
            CODE,
            f"the correction of {date}, {quoted(text)}, stands in {named(project)} and not here",
            Location(file.path, ("corrections",) if file.claim.corrections else ()),
            help="bring it back as it was; correct a wrong correction with a new one above it",
            claim=file.id,
        )
