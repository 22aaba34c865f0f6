"""contradicted-verdict: all of the evidence points the other way

## What it checks

A claim with the best verdict of the scale has not only evidence that refutes it, and a claim with the worst has not
only evidence that supports it. Context and the original wording point neither way, and the steps in between are for
people to weigh.

## Why it matters

Either a stance is set wrongly or the verdict is. A reader who sees an *accurate* above a row of refutations trusts
neither.

## Fails

```yaml
verdict: accurate
evidence:
  - stance: refutes
    publisher: Statistics Office
    shows: The number fell.
```

## Passes

```yaml
verdict: inaccurate
evidence:
  - stance: refutes
    publisher: Statistics Office
    shows: The number fell.
```

## How to mend it

Read the evidence again, and correct its stance or the verdict. A stance says what the evidence does to the claim as
it stands in `claim`, not to the checker's conclusion.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Stance
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.wording import quoted

CODE = "V002"
NAME = "contradicted-verdict"

_POINTING = {Stance.SUPPORTS, Stance.REFUTES}


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where the best or worst verdict has only evidence for its opposite."""
    claim = file.claim
    step = project.scale.step(claim.verdict) if claim else None
    if claim is None or step is None:
        return
    numbered = project.scale.numbered
    against = {numbered[-1].id: Stance.REFUTES, numbered[0].id: Stance.SUPPORTS} if len(numbered) > 1 else {}
    contrary = against.get(step.id)
    stances = [evidence.stance for evidence in claim.evidence if evidence.stance in _POINTING]
    if contrary and stances and set(stances) == {contrary}:
        yield Finding(
            CODE,
            f"the verdict is {quoted(step.label)}, and all evidence that points either way {contrary} the claim",
            Location(file.path, ("verdict",)),
            related=tuple(
                Location(file.path, ("evidence", i, "stance"))
                for i, evidence in enumerate(claim.evidence)
                if evidence.stance is contrary
            ),
            help="read the evidence again, and correct its stance or the verdict",
            claim=file.id,
        )
