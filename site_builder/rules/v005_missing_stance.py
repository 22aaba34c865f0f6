"""missing-stance: the evidence has none of the stances that the verdict needs

## What it checks

Where the policy in `mkdocs.yml` says under `stances` what a verdict needs, the claim cites at least one piece of
evidence with one of those stances.

## Why it matters

A newsroom may ask that nothing is called wrong without a source that refutes it, or mistranslated without the original
wording.

## Fails

With `stances: {mistranslated: [original wording]}`:

```yaml
verdict: mistranslated
evidence:
  - stance: context
    publisher: The Daily Example
```

## Passes

```yaml
verdict: mistranslated
evidence:
  - stance: original wording
    publisher: The Daily Example
    quote: the time between Thursday and Friday
```

## How to mend it

Add such evidence, or choose another verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.wording import listing, quoted

CODE = "V005"
NAME = "missing-stance"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where no evidence has a stance that the policy asks for."""
    claim = file.claim
    needed = project.settings.policy.stances.get(claim.verdict, ()) if claim else ()
    if claim is None or not needed or any(evidence.stance in needed for evidence in claim.evidence):
        return
    names = listing([quoted(stance) for stance in needed], "or")
    yield Finding(
        CODE,
        f"the verdict {quoted(claim.verdict)} needs evidence with the stance {names}, and there is none",
        Location(file.path, ("verdict",)),
        help=f"add evidence with the stance {names}, or choose another verdict",
        claim=file.id,
    )
