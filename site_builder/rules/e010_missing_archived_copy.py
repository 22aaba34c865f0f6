"""missing-archived-copy: a piece of evidence has no archived copy, and the newsroom asks for one

## What it checks

Where the policy in `mkdocs.yml` says `archived: true`, every piece of evidence with a `url` has an `archived` copy.
Evidence without an address cannot have one and is passed over.

## Why it matters

Pages change and vanish. An archived copy lets readers see what you saw.

## Fails

```yaml
evidence:
  - stance: supports
    url: https://paper.example/600
```

## Passes

```yaml
evidence:
  - stance: supports
    url: https://paper.example/600
    archived: https://web.archive.example/2025/https://paper.example/600
```

## How to mend it

Save the page in a public archive and add the address of the copy as `archived`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location

CODE = "E010"
NAME = "missing-archived-copy"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each piece of evidence without the archived copy that the policy asks for."""
    if file.claim is None or not project.settings.policy.archived:
        return
    for i, evidence in enumerate(file.claim.evidence):
        if evidence.url and not evidence.archived:
            yield Finding(
                CODE,
                "this evidence has no archived copy, and the policy asks for one",
                Location(file.path, ("evidence", i, "url")),
                help="save the page in a public archive and add its address as `archived`",
                claim=file.id,
            )
