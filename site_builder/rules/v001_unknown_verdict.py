"""unknown-verdict: the scale has no such verdict

## What it checks

`verdict` is the label of one step of the verdict scale, word for word.

## Why it matters

The scale is published with the criterion of each step. A verdict that is not on it has no criterion, and no reader
could hold the newsroom to it.

## Fails

```yaml
verdict: mostly right
```

## Passes

```yaml
verdict: mostly accurate
```

## How to mend it

Take a step of the scale. If none fits, the newsroom can add one to the scale file, with its criterion.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.wording import did_you_mean, listing, quoted

CODE = "V001"
NAME = "unknown-verdict"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where no step of the scale has the claim's verdict as its label."""
    # A scale that cannot be read has no steps, and a finding of its own.
    if file.claim is None or not project.scale.steps or project.scale.step(file.claim.verdict):
        return
    labels = [step.label for step in project.scale.steps]
    suggestion = did_you_mean(file.claim.verdict, labels)
    steps = f"the steps are {listing(labels)}"
    yield Finding(
        CODE,
        f"the scale has no verdict {quoted(file.claim.verdict)}",
        Location(file.path, ("verdict",)),
        help=f"{suggestion} {steps}" if suggestion else steps,
        claim=file.id,
    )
