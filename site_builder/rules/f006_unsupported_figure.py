"""unsupported-figure: a figure in our own words is in none of the words that we quote

## What it checks

Every figure in `claim`, `conclusion` and `explanation` is also in words that are somebody else's: in the quote, in a
quote or title of the evidence or its translation, in a quote of the chain; or in a calculation declared in `calc`. It
is read in each text's language and compared by what it means, with its unit. One end of a range that is quoted may be
named alone.

Exempt are what is no quantity: dates and years, times of day, codes such as *24/7*, ranks such as *third*. So are
counts of our own sources and their parts (*three retellings*, *both halves*), steps of the scale, and words that name
no number (*one of them*, *a few years*).

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

from site_builder.chains import is_mere_word
from site_builder.figures import read, readable
from site_builder.model.figure import Figure
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.own_words import counts_our_own
from site_builder.rules.prose import plain
from site_builder.rules.support import Support, support_of
from site_builder.rules.wording import quoted

CODE = "F006"
NAME = "unsupported-figure"

FIELDS = ("claim", "conclusion", "explanation")


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure of our own prose that no quoted words and no calculation have."""
    language = project.settings.language
    if not (case.anchor.found and readable(language)):
        return
    support: Support | None = None
    for field in FIELDS:
        prose = plain(getattr(case.claim, field) or "")
        for figure in _quantities(prose.text, language):
            # Most prose has no figures: what supports them is read when it is needed.
            support = support or support_of(case, language)
            if not support.has(figure):
                yield Finding(
                    CODE,
                    f"the figure {quoted(figure.text)} is neither in the quote nor in quoted evidence",
                    Location(case.file.path, (field,), span=prose.written(figure.span)),
                    help="quote the source that has it, declare in `calc` how it is reckoned, or correct it",
                    claim=case.file.id,
                )


def _quantities(text: str, language: str) -> Iterator[Figure]:
    for figure in read(text, language):
        exempt = is_mere_word(figure, text, language) or counts_our_own(figure, text, language)
        if figure.is_quantity and not exempt:
            yield figure
