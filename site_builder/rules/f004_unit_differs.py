"""unit-differs: the article gives a figure of the claim another unit

## What it checks

Where both the claim file and the article name a unit that the tool knows, such as hours, percent or US dollars, it is
the same one. Names of what is counted, such as `employees`, are not compared.

## Why it matters

Ninety percent and ninety days have nothing in common but the number.

## Fails

The article says: *Sembilan puluh persen perusahaan menggunakan AI.*

```yaml
figures:
  - value: 90
    unit: days
```

## Passes

```yaml
figures:
  - value: 90
    unit: percent
```

## How to mend it

Give the unit that the article gives. If the claim converts it, state the article's own figure here and show the
conversion in the explanation.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import ClaimFigure
from site_builder.model.figure import Figure, Outcome
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.amounts import unit_words
from site_builder.rules.wording import quoted

CODE = "F004"
NAME = "unit-differs"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure that was found under another unit."""
    if not case.anchor.found:
        return
    for i, (figure, outcome) in enumerate(zip(case.claim.figures, case.figures, strict=True)):
        if outcome.outcome is Outcome.FOUND and outcome.units_differ and outcome.figure:
            yield _finding(case, i, figure, outcome.figure)


def _finding(case: Case, index: int, figure: ClaimFigure, found: Figure) -> Finding:
    theirs = unit_words(found.unit) if found.unit else "without a unit"
    return Finding(
        CODE,
        f"the claim gives {figure.value} in {figure.unit or 'no unit'}, the article in {theirs}",
        Location(case.file.path, ("figures", index, "unit" if figure.unit else "value")),
        related=(Location(case.article.path, span=found.span),),
        help=f"compare the unit with {quoted(found.text)}",
        claim=case.file.id,
    )
