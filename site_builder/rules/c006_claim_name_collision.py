"""claim-name-collision: two claims on one article have the same name

## What it checks

The claims on one article have names of their own. A claim's name is its file's name without the folders before it
and without the ending.

## Why it matters

The name is the claim's address: links lead to `/articles/100-jam/#600-layoffs`. Two claims of one name would share
one address, and links to one of them would lead to the other.

## Fails

```text
claims/100-jam/600-layoffs.yaml      article: 100-jam
claims/meta/600-layoffs.yaml         article: 100-jam
```

## Passes

```text
claims/100-jam/600-layoffs.yaml      article: 100-jam
claims/100-jam/meta-team-hours.yaml  article: 100-jam
```

## How to mend it

Give one of the two files another name. If one of them is already published, keep its name and change the other's,
so that links to it stay alive.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.wording import quoted

CODE = "C006"
NAME = "claim-name-collision"


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each claim file whose article and slug an earlier one has."""
    first: dict[tuple[str, str], ClaimFile] = {}
    for file in newsroom.claims:
        if file.claim is None:
            continue
        other = first.setdefault((file.claim.article, file.slug), file)
        if other is not file:
            yield Finding(
                CODE,
                f"another claim on this article is named {quoted(file.slug)} too",
                Location(file.path, ("article",)),
                related=(Location(other.path, ("article",)),),
                help="give one of the two files another name",
                claim=file.id,
            )
