"""figure-not-in-quote: the quoted words do not have a figure of the claim

## What it checks

Every figure of the claim file stands in the quoted sentence, as a figure: the number is read, in digits or in words
and in the article's language, with its unit, and compared by what it means. `90` `percent` is found in *Sembilan puluh
persen*, in *90 %* and in *ninety percent*. Years, dates, times of day, ordinals and codes such as *24/7* or *Fortune
500* are no quantities and do not count.

## Why it matters

A figure is what readers remember and pass on. A claim that states a figure which the article does not have checks
something that nobody wrote.

## Fails

The article says: *Sembilan puluh persen perusahaan Fortune 500 menggunakan AI.*

```yaml
figures:
  - value: 95
    unit: percent
```

## Passes

```yaml
figures:
  - value: 90
    unit: percent
```

## How to mend it

Compare the figure with the article. If it is in another sentence, quote that one too. A single number does not match
one end of a range: for *80 hingga 100 jam* write `80 to 100`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import ClaimFigure
from site_builder.model.figure import Figure, Outcome
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.amounts import claimed, meaning
from site_builder.rules.wording import quoted

CODE = "F001"
NAME = "figure-not-in-quote"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure that neither the quoted sentence nor the rest of the article has."""
    if not case.anchor.found:
        return
    for i, (figure, outcome) in enumerate(zip(case.claim.figures, case.figures, strict=True)):
        if outcome.outcome is Outcome.ABSENT:
            yield _finding(case, i, figure, outcome.figure)


def _finding(case: Case, index: int, figure: ClaimFigure, near: Figure | None) -> Finding:
    message = f"the article does not have the figure {claimed(figure)}"
    related: tuple[Location, ...] = ()
    if near:
        message += f"; the nearest is {quoted(near.text)}"
        related = (Location(case.article.path, span=near.span, note=f"read as {meaning(near)}"),)
    return Finding(
        CODE,
        message,
        Location(case.file.path, ("figures", index, "value")),
        related=related,
        help="compare the figure with the article; write a range as `80 to 100`",
        claim=case.file.id,
    )
