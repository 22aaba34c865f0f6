"""repeated-evidence: the same piece of evidence is cited twice

## What it checks

No two pieces of evidence of one claim have the same source and the same words.

## Why it matters

Evidence is counted and weighed by readers. The same words listed twice look like two sources.

## Fails

```yaml
evidence:
  - stance: supports
    url: https://daily.example/600-roles
    quote: Around 600 roles will be cut.
  - stance: supports
    url: https://daily.example/600-roles
    quote: Around 600 roles will be cut.
```

## Passes

```yaml
evidence:
  - stance: supports
    url: https://daily.example/600-roles
    quote: Around 600 roles will be cut.
```

## How to mend it

Delete one of the two. If the source says two different things, quote each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.model.claim import Evidence
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location

CODE = "E005"
NAME = "repeated-evidence"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each piece of evidence that an earlier one repeats."""
    first: dict[Sequence[str], int] = {}
    evidence = file.claim.evidence if file.claim else ()
    sources = [_plainly(_source(each)) for each in evidence]
    if len(set(sources)) == len(sources):
        return
    for i, (source, each) in enumerate(zip(sources, evidence, strict=True)):
        earlier = first.setdefault((*source, *_plainly((each.quote or each.shows,))), i)
        if earlier != i:
            yield Finding(
                CODE,
                "this evidence has the same source and the same words as an earlier one",
                Location(file.path, ("evidence", i)),
                related=(Location(file.path, ("evidence", earlier)),),
                help="delete one of the two, or quote what else the source says",
                claim=file.id,
            )


def _source(evidence: Evidence) -> Sequence[str | None]:
    return (evidence.url,) if evidence.url else (evidence.publisher, evidence.title)


def _plainly(parts: Sequence[str | None]) -> Sequence[str]:
    return tuple([" ".join((part or "").casefold().split()) for part in parts])
