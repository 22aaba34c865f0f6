"""wrong-calculation: a declared calculation does not come out, or cannot be read

## What it checks

Each line of `calc` is one calculation with one `=` and two sides that are equal: numbers as in `figures`, with units or
words for what is counted, joined by + − × ÷ and brackets. It is reckoned exactly, and units are converted. As people
reckon *12 hours × 6 days = 72 hours*, one factor's unit may be meant as a count. The side that is a single number may
be rounded at its last place.

## Why it matters

Readers are shown the calculation and can repeat it. A figure that rests on a wrong one is wrong.

## Fails

```yaml
calc:
  - 12 h × 6 d = 74 h
```

## Passes

```yaml
calc:
  - 12 h × 6 d = 72 h
  - 600 employees ÷ 7 = 85.7 employees
```

## How to mend it

Reckon again. Write a point for decimals, a comma for thousands, and only one `=`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.calculation import UnreadableCalculation, calculate
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.model.span import Span
from site_builder.rules.amounts import written as number

CODE = "F007"
NAME = "wrong-calculation"
NEEDS = "calc"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each calculation that does not hold."""
    for i, line in enumerate(file.claim.calc if file.claim else ()):
        message, span = _fault(line, project.settings.language)
        if message:
            yield Finding(
                CODE,
                message,
                Location(file.path, ("calc", i), span=span),
                help="reckon again; write it as `12 h × 6 d = 72 h`",
                claim=file.id,
            )


def _fault(line: str, language: str) -> tuple[str, Span | None]:
    try:
        reckoned = calculate(line, language)
    except UnreadableCalculation as fault:
        at = min(fault.at, len(line) - 1)
        return f"the calculation cannot be read: {fault}", Span(at, at + 1)
    if reckoned.holds:
        return "", None
    if reckoned.made is None:
        return "the two sides of the calculation do not measure the same", None
    made = f"{number(reckoned.made)} {reckoned.unit or ''}".rstrip()
    return f"the left side of the calculation makes {made}", None
