"""unsupported-count: a small count in our own words is in none of the words that we quote

## What it checks

Numbers up to twelve, in letters and without a unit, in `claim`, `conclusion` and `explanation`: *two engineers*, *half
of them*. They are looked for as *unsupported-figure* looks for all others, with the same exemptions; and in a sentence
that speaks of our own sources they may count those (*of four retellings, two have it*). Because people count such
things at a glance (two names, both of them in the quote), a count that is not found is told as a warning.

## Why it matters

A slip in a small number is a slip all the same, and the reader trusts the checker to count.

## Fails

```yaml
explanation: Three engineers told the paper so.
evidence:
  - {stance: supports, publisher: The Daily Example, quote: two engineers said}
```

## Passes

```yaml
explanation: Two engineers told the paper so.
evidence:
  - {stance: supports, publisher: The Daily Example, quote: two engineers said}
```

## How to mend it

Count again. If you counted what the sources name one by one, name them yourself, or leave the number out.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.unsupported import is_small_count, unsupported
from site_builder.rules.wording import quoted

CODE = "F008"
NAME = "unsupported-count"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each small count of our own prose that no quoted words have."""
    for route, span, figure in unsupported(case, project):
        if is_small_count(figure):
            yield Finding(
                CODE,
                f"the count {quoted(figure.text)} is neither in the quote nor in quoted evidence",
                Location(case.file.path, route, span=span),
                help="count again; if the sources name what you count one by one, name them too",
                claim=case.file.id,
            )
