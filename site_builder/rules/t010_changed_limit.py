"""changed-limit: a figure is a limit in one text of the chain, and a plain figure in the next

## What it checks

Where two texts of the claim's `chain` have the same figure, both say of it that it is a lower limit (*more than*, *at
least*), an upper limit (*at most*, *less than*), or neither. *About* and *nearly* are not compared. Not every
language's way to say a limit is known, and only the quoted words are compared, so this is a hint.

## Why it matters

*More than 80 hours* and *80 hours* are two statements. Words this small are the first to be lost.

## Fails

```yaml
chain:
  - text: wsj
    quote: they work more than 80 hours a week
  - text: article
    quote: mereka bekerja 80 jam seminggu
```

## Passes

```yaml
chain:
  - text: wsj
    quote: they work more than 80 hours a week
  - text: article
    quote: mereka bekerja lebih dari 80 jam seminggu
```

## How to mend it

Compare the two sentences, and say in `change` what became of the limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.chains import Subject
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.rules.hops import differing, hop_finding, name_of, words

CODE = "T010"
NAME = "changed-limit"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure that is a limit in only one of two texts."""
    for hop, found in differing(case, project, Subject.BOUNDS):
        for one in found:
            old, new = words(hop.before, [one.before]), words(hop.after, [one.after])
            yield hop_finding(
                CODE,
                case,
                hop,
                [one],
                f"{name_of(hop.before)} says {old}, and {name_of(hop.after)} says {new}",
                "compare the two sentences; if the limit has changed, say so in `change`",
            )
