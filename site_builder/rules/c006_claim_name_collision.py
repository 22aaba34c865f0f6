"""claim-name-collision: two claims on one article have the same name

## What it checks

The claims on one article have names of their own. A claim's name is its file's name without the folders before it
and without the ending.

## Why it matters

The name is the claim's address: links lead to `/articles/100-jam/#600-layoffs`. Two claims of one name would share
one address, and links to one of them would lead to the other. The same holds for a claim named like a claim's note
(`note-` and its name) or like a sentence (`s-` and eight signs).

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
from site_builder.model.outline import ClaimOutline, Outline
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.rule import Scope
from site_builder.rules.wording import quoted

CODE = "C006"
NAME = "claim-name-collision"
SCOPE = Scope.NEWSROOM


_NOTE = "note-"
"""Before a claim's name, this is the fragment of its note on the article's page."""


def check(newsroom: Outline, project: Project) -> Iterator[Finding]:
    """Yield a finding for each claim file whose fragments on its article's page something else has."""
    first: dict[tuple[str | None, str], ClaimOutline] = {}
    readable = [claim for claim in newsroom.claims if claim.article is not None]
    for claim in readable:
        other = first.setdefault((claim.article, claim.slug), claim)
        if other is not claim:
            yield _finding(claim, f"another claim on this article is named {quoted(claim.slug)} too", other)
    for claim in readable:
        other = first.get((claim.article, claim.slug.removeprefix(_NOTE)), claim)
        if other.slug != claim.slug:
            yield _finding(
                claim,
                f"the note of another claim on this article has the address {quoted(claim.slug)}",
                other,
            )
        elif claim.is_sentence:
            yield _finding(claim, f"a sentence of the article has the address {quoted(claim.slug)}", claim)


def _finding(claim: ClaimOutline, message: str, other: ClaimOutline) -> Finding:
    return Finding(
        CODE,
        message,
        Location(claim.path, ("article",)),
        related=(Location(other.path, ("article",)),) if other is not claim else (),
        help="give one of the two files another name" if other is not claim else "give the file another name",
        claim=claim.id,
    )
