"""changed-figure: a figure has another value in the next text of the chain

## What it checks

The figures of a sentence are read in every text of the claim's `chain` whose words are quoted, in each one's language,
and compared with the next one's: value, range, percentage, unit, year. A link to `article` without a quote stands for
the claim's own quote, and texts without words are passed over. The finding names the two texts between which a figure
of the same unit has become another.

*80 to 100 hours a week*, *80 đến 100 giờ mỗi tuần* and *80 hingga 100 jam seminggu* are one figure. Units are not
converted: *62 miles* told as *100 km* is one figure lost and another added.

## Why it matters

A figure that changes on the way is the plainest sign of a mistake in translation, and the reader of the last text
cannot see it.

## Fails

```yaml
chain:
  - text: wsj
    quote: an 80-hour workweek
  - text: article
    quote: 90 jam seminggu
```

## Passes

```yaml
chain:
  - text: wsj
    quote: an 80-hour workweek
  - text: article
    quote: 80 jam seminggu
```

## How to mend it

Compare the quotes with their texts. If the figure has changed there, say so in `change`; if the two figures are about
different things, quote more of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.chains import Subject
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.rules.hops import differing, hop_finding, name_of, words

CODE = "T004"
NAME = "changed-figure"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure that has become another between two texts."""
    for hop, found in differing(case, project, Subject.FIGURES):
        for one in found:
            if one.before and one.after:
                old, new = words(hop.before, [one.before]), words(hop.after, [one.after])
                yield hop_finding(
                    CODE,
                    case,
                    hop,
                    [one],
                    f"{old} in {name_of(hop.before)} has become {new} in {name_of(hop.after)}",
                    "if the texts say so, tell it in `change`; else correct the quotes",
                )
