"""added-figure: a figure of one text of the chain is in none of the earlier ones

## What it checks

The figures of a sentence are read in every text of the claim's `chain` whose words are quoted, in each one's language.
The finding names the figures that a text has and that neither the text before nor any earlier one has, as the same
quantity.

Only the quoted words are compared. A chain often quotes a part of a sentence, so this is a hint.

## Why it matters

A figure that comes from nowhere was made on the way, by a misreading or a slip of a machine. *The time between
Thursday and Friday* became *lima hingga enam hari*, five to six days, because Vietnamese names its weekdays by number.

## Fails

```yaml
chain:
  - text: wsj
    quote: the time between Thursday and Friday
  - text: article
    quote: jarak lima hingga enam hari
```

## Passes

```yaml
chain:
  - text: wsj
    quote: the time between Thursday and Friday
  - text: article
    quote: jarak antara hari Kamis dan Jumat
```

## How to mend it

Say in `change` where the figure comes from; or quote more of the earlier text, if it stands beside the quoted words.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.chains import Subject
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.rules.hops import differing, hop_finding, name_of, words

CODE = "T006"
NAME = "added-figure"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each hop that brings figures from nowhere."""
    for hop, found in differing(case, project, Subject.FIGURES):
        added = [one for one in found if one.before is None]
        if added:
            new = words(hop.after, [one.after for one in added])
            yield hop_finding(
                CODE,
                case,
                hop,
                added,
                f"{name_of(hop.after)} has {new}, and {name_of(hop.before)} has no such figure",
                "say in `change` where it comes from; or quote more of the text before",
            )
