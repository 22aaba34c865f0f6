"""figure-elsewhere: a figure of the claim is in the article, but not in the quoted sentence

## What it checks

Every figure of the claim file stands in the sentence that the quote marks, not only somewhere in the article.

## Why it matters

The reader follows the claim to its sentence and looks for the figure there. The same number elsewhere in the article
may count something else.

## Fails

The article says: *Banyak karyawan lelah. Meta memberhentikan 600 karyawan.*

```yaml
quote: Banyak karyawan lelah
figures:
  - value: 600
    unit: employees
```

## Passes

```yaml
quote: Meta memberhentikan 600 karyawan
figures:
  - value: 600
    unit: employees
```

## How to mend it

Quote the sentence that has the figure. Two sentences can be quoted together with `[…]` between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.figure import Outcome
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.amounts import claimed

CODE = "F002"
NAME = "figure-elsewhere"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure that only another sentence of the article has."""
    if not case.anchor.found:
        return
    for i, (figure, outcome) in enumerate(zip(case.claim.figures, case.figures, strict=True)):
        if outcome.outcome is Outcome.ELSEWHERE:
            found = outcome.figure
            yield Finding(
                CODE,
                f"the figure {claimed(figure)} is in the article, but not in the quoted sentence",
                Location(case.file.path, ("figures", i, "value")),
                related=(Location(case.article.path, span=found.span),) if found else (),
                help="quote the sentence that has the figure; `[…]` can stand between two",
                claim=case.file.id,
            )
