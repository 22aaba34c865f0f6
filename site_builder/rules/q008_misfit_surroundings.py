"""misfit-surroundings: the words before or after the quote are not those that the claim file gives

## What it checks

Where a claim file gives `prefix`, the article has these words just before the quote; where it gives `suffix`, just
after it.

## Why it matters

They say which of several places is meant. If they fit no place, nobody can tell which sentence was checked.

## Fails

The article says: *Ia bekerja 24/7. Kapal itu berlayar 24/7.*

```yaml
quote: 24/7
prefix: Mereka bekerja
```

## Passes

```yaml
quote: 24/7
prefix: Ia bekerja
```

## How to mend it

Copy the words around the quote from the article, or delete `prefix` and `suffix` if the quote stands there only once.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.quotes import all_places, anchors, misfits

CODE = "Q008"
NAME = "misfit-surroundings"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding where the quote stands in the article, but not between its ``prefix`` and ``suffix``."""
    if not misfits(case):
        return
    given = [field for field in ("prefix", "suffix") if getattr(case.claim, field)]
    alone = anchors(case.article, (case.claim.quote,))[0]
    yield Finding(
        CODE,
        f"the quote stands in the article, but not with this {' and '.join(given)}",
        Location(case.file.path, (given[0],)),
        related=all_places(case.article, alone),
        help=f"copy the words around the quote from the article, or delete {' and '.join(given)}",
        claim=case.file.id,
    )
