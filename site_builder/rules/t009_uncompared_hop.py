"""uncompared-hop: two texts of the chain could not be compared in everything

## What it checks

Figures, names and negations of a sentence are compared from each text of the claim's `chain` to the next. The finding
says which of them could not be, because a language has no tables for them or the two texts stand in different scripts.

## Why it matters

What was not compared must not pass for compared: here a person has to look.

## Fails

```yaml
chain:
  - text: original   # in Chinese
    quote: 成員還得在扎克伯格工位附近現場辦公
  - text: article    # in Indonesian
    quote: bekerja tepat di sebelah meja Zuckerberg
```

## Passes

```yaml
chain:
  - text: original   # in English
    quote: work in person near Mark Zuckerberg's desk
  - text: article    # in Indonesian
    quote: bekerja tepat di sebelah meja Zuckerberg
```

## How to mend it

Compare the two sentences yourself. There is nothing to change in the claim file; an excuse with its reason records that
somebody looked.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.chains import hops
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.rules.hops import link_of, name_of
from site_builder.rules.wording import listing

CODE = "T009"
NAME = "uncompared-hop"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each hop of which something could not be compared."""
    for hop in hops(case, project.settings.language):
        if hop.not_compared:
            what = listing([str(subject) for subject in hop.not_compared])
            yield Finding(
                CODE,
                f"{what} of {name_of(hop.before)} and {name_of(hop.after)} are not compared "
                f"({hop.before.language} and {hop.after.language})",
                link_of(case, hop.after),
                help="compare the two sentences yourself",
                claim=case.file.id,
            )
