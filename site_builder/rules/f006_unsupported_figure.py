"""unsupported-figure: a figure in our own words is in none of the words that we quote

## What it checks

Every figure in `claim`, `conclusion` and `explanation` is also in words that are somebody else's: in the quote, in a
quote or title of the evidence or its translation, in a quote of the chain; or in a calculation declared in `calc`. It
is read in each text's language and compared by what it means, with its unit. One end of a range that is quoted may be
named alone.

Exempt are what is no quantity: dates and years, times of day, codes such as *24/7*, ranks such as *third*. So are
counts of our own sources and their parts (*three retellings*, *both halves*), steps of the scale, and words that name
no number (*one of them*, *a few years*). A small count in letters has a rule of its own, *unsupported-count*.

## Why it matters

A checker's slip is worse than the one it corrects. What we say in figures must stand where readers can see it.

## Fails

```yaml
explanation: The memo speaks of 700 positions.
evidence:
  - {stance: supports, publisher: The Daily Example, quote: The memo names 600 positions.}
```

## Passes

```yaml
explanation: The memo speaks of 600 positions, or 50 for each of the 12 sites.
evidence:
  - {stance: supports, publisher: The Daily Example, quote: The memo names 600 positions at 12 sites.}
calc:
  - 600 positions ÷ 12 sites = 50 positions
```

## How to mend it

Compare the figure with your sources. If it is right, quote the words that have it as evidence; if you reckoned it,
declare how in `calc`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.unsupported import is_small_count, unsupported
from site_builder.rules.wording import quoted

CODE = "F006"
NAME = "unsupported-figure"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure of our own prose that no quoted words and no calculation have."""
    for route, span, figure in unsupported(case, project):
        if not is_small_count(figure):
            yield Finding(
                CODE,
                f"the figure {quoted(figure.text)} is neither in the quote nor in quoted evidence",
                Location(case.file.path, route, span=span),
                help="quote the source that has it, declare in `calc` how it is reckoned, or correct it",
                claim=case.file.id,
            )
