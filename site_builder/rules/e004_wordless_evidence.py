"""wordless-evidence: a piece of evidence neither quotes its source nor says what it shows

## What it checks

Every piece of evidence has a `quote`, the source's own words, or says in `shows` what is to be seen there.

## Why it matters

A bare link makes readers search a long page for the point, and once the page is gone nobody knows what it said.

## Fails

```yaml
evidence:
  - stance: refutes
    publisher: Statistics Office
    url: https://statistics.example/table-4
```

## Passes

```yaml
evidence:
  - stance: refutes
    publisher: Statistics Office
    url: https://statistics.example/table-4
    shows: The number of employees in row 12 rose by 200.
```

## How to mend it

Quote the words that matter, exactly; or say in one sentence what a table, a picture or a long page shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location

CODE = "E004"
NAME = "wordless-evidence"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each piece of evidence with neither quote nor a word on what it shows."""
    for i, evidence in enumerate(file.claim.evidence if file.claim else ()):
        if not (evidence.quote or evidence.shows):
            yield Finding(
                CODE,
                "this evidence neither quotes its source nor says what it shows",
                Location(file.path, ("evidence", i)),
                help="add the source's words as `quote`, or say in `shows` what is to be seen there",
                claim=file.id,
            )
