"""figure-not-in-evidence: the quote of a source does not have a figure that its evidence lists

## What it checks

Every figure under `figures` of a piece of evidence stands in its `quote`, read as the claim's own figures are in the
article: in digits or in words, in the language of the source, with its unit. *An 80-hour workweek* has 80 hours per
week.

## Why it matters

These figures are drawn on one line with the claim's, and a picture is believed faster than a sentence. It may show
only what the source says.

## Fails

```yaml
evidence:
  - stance: supports
    quote: more than 80 hours per week
    figures:
      - {value: 90, unit: hours per week}
```

## Passes

```yaml
evidence:
  - stance: supports
    quote: more than 80 hours per week
    figures:
      - {value: 80, unit: hours per week}
```

## How to mend it

Write the figure as the quote has it; words such as *more than* and *about* are read from there. A figure that stands
in a table or a picture cannot be listed: say it in `shows`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import EvidenceFigure
from site_builder.model.figure import Figure, FigureCheck, Outcome
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location, Route
from site_builder.rules.amounts import claimed, meaning, unit_words
from site_builder.rules.beside import look_for
from site_builder.rules.wording import quoted

CODE = "E012"
NAME = "figure-not-in-evidence"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure of evidence that its quote does not have, or has in another unit."""
    for i, evidence in enumerate(file.claim.evidence if file.claim else ()):
        for j, figure in enumerate(evidence.figures):
            found = look_for(figure, evidence, project.settings.language)
            if evidence.quote is None:
                message = f"this evidence has no quote that could have the figure {claimed(figure)}"
                yield _finding(file, (i, j), message, "add the source's words as `quote`")
            elif message := _message(figure, found):
                yield _finding(file, (i, j), message, "write the figure as the quote has it")


def _message(figure: EvidenceFigure, found: FigureCheck) -> str:
    if found.outcome is Outcome.UNREADABLE:
        return f"the quote does not have {claimed(figure)} in digits, and number words in its language cannot be read"
    if found.outcome is not Outcome.FOUND:
        return f"the quote does not have the figure {claimed(figure)}{_nearest(found.figure)}"
    if found.units_differ and found.figure and found.figure.unit:
        theirs = unit_words(found.figure.unit)
        return f"the quote gives {figure.value} in {theirs}, not in {figure.unit or 'no unit'}"
    return ""


def _nearest(figure: Figure | None) -> str:
    return f"; the nearest is {quoted(figure.text)}, read as {meaning(figure)}" if figure else ""


def _finding(file: ClaimFile, at: tuple[int, int], message: str, advice: str) -> Finding:
    route: Route = ("evidence", at[0], "figures", at[1], "value")
    return Finding(CODE, message, Location(file.path, route), help=advice, claim=file.id)
