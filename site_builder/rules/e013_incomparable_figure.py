"""incomparable-figure: a figure of evidence cannot be set beside one of the claim's

## What it checks

Each figure under `figures` of a piece of evidence belongs to exactly one figure of the claim: one of the same measure,
or of what is counted under the same name. Where the claim has several, or the source counts under another name,
`beside` tells which is meant, by its value.

## Why it matters

Readers see these figures on one line. Hours beside days, or the number of those who left beside the number of those
who stayed, would make a picture that says something nobody said.

## Fails

```yaml
figures:
  - {value: 600, unit: employees}
evidence:
  - stance: supports
    quote: roughly 600 positions
    figures:
      - {value: 600, unit: positions}
```

## Passes

```yaml
figures:
  - {value: 600, unit: employees}
evidence:
  - stance: supports
    quote: roughly 600 positions
    figures:
      - {value: 600, unit: positions, beside: 600}
```

## How to mend it

If the source states the same quantity as the claim, give its figure the claim's unit, or name the claim's figure with
`beside`. If it states another quantity, take it out: it may still be told in `shows`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Claim, EvidenceFigure
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.amounts import claimed
from site_builder.rules.beside import candidates

CODE = "E013"
NAME = "incomparable-figure"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure of evidence that belongs to no figure of the claim, or to several."""
    claim = file.claim
    for i, evidence in enumerate(claim.evidence if claim else ()):
        for j, figure in enumerate(evidence.figures):
            assert claim is not None
            found = candidates(figure, claim.figures, project.settings.language)
            if len(found) != 1:
                message, advice = _told(claim, figure, found)
                at = Location(
                    file.path, ("evidence", i, "figures", j, "beside" if figure.beside else "value")
                )
                yield Finding(CODE, message, at, help=advice, claim=file.id)


def _told(claim: Claim, figure: EvidenceFigure, found: list[int]) -> tuple[str, str]:
    if found:
        several = ", ".join(claimed(claim.figures[at]) for at in found)
        return (
            f"{claimed(figure)} can be set beside several figures of the claim: {several}",
            "name one of them with `beside`, by its value",
        )
    if not claim.figures:
        return (
            f"the claim states no figure beside which {claimed(figure)} could be set",
            "list the claim's figure under `figures` of the claim, or take this one out",
        )
    stated = ", ".join(claimed(each) for each in claim.figures)
    return (
        f"{claimed(figure)} can be set beside no figure of the claim: it states {stated}",
        "give it the unit of the claim's figure, or name that one with `beside`; take out another quantity",
    )
