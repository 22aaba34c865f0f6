"""lost-figure: a figure of one text of the chain is in none of the later ones

## What it checks

The figures of a sentence are read in every text of the claim's `chain` whose words are quoted, in each one's language.
The finding names the figures that a text has and that neither the next text nor any later one has, as the same
quantity. The first *one* of a sentence does not count: many languages write it for *a*.

Only the quoted words are compared. A chain often quotes a part of a sentence, so this is a hint.

## Why it matters

A number that is left out takes a limit or a measure with it: *80 to 100 hours* becomes *long hours*.

## Fails

```yaml
chain:
  - text: wsj
    quote: some 40 of 600 people were told
  - text: article
    quote: 600 orang diberi tahu
```

## Passes

```yaml
chain:
  - text: wsj
    quote: some 40 of 600 people were told
  - text: article
    quote: 40 dari 600 orang diberi tahu
```

## How to mend it

Say in `change` that the figure is gone; or quote more, if it stands beside the quoted words.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.chains import Subject
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.rules.hops import differing, hop_finding, name_of, words

CODE = "T005"
NAME = "lost-figure"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each hop that loses figures for good."""
    for hop, found in differing(case, project, Subject.FIGURES):
        lost = [one for one in found if one.after is None]
        if lost:
            gone = words(hop.before, [one.before for one in lost])
            yield hop_finding(
                CODE,
                case,
                hop,
                lost,
                f"{name_of(hop.before)} has {gone}, and {name_of(hop.after)} has no such figure",
                "if it is gone from the text, say so in `change`; else quote more of the sentence",
            )
