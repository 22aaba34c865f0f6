"""changed-negation: one text of the chain negates, and the next does not

## What it checks

Words that negate (*not*, *never*, *without*, *tidak*, *không* …) are looked for in every text of the claim's `chain`
whose words are quoted. The finding names the two texts of which only one negates, and no later one (if a negation is
gone) or no earlier one (if it came in) does. *Not only* and the like do not count.

Languages are compared whose negation is a word of its own and in the tool's list; others are not, and the rule
*uncompared-hop* says so. What is negated is not understood, and *failed* for *did not succeed* looks like a loss. Only
the quoted words are compared. So this is a hint.

## Why it matters

One lost *not* turns a statement into its opposite, and a fluent sentence does not show it.

## Fails

```yaml
chain:
  - text: wsj
    quote: The team was not affected
  - text: article
    quote: Tim itu terdampak
```

## Passes

```yaml
chain:
  - text: wsj
    quote: The team was not affected
  - text: article
    quote: Tim itu tidak terdampak
```

## How to mend it

Compare the two sentences. If the sense has changed, say so in `change`, with the word in quotation marks; if it has
not, there is nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.chains import Difference, Hop, Subject
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.rules.hops import differing, hop_finding, name_of, words

CODE = "T008"
NAME = "changed-negation"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each hop in which a negation is lost or comes in."""
    for hop, found in differing(case, project, Subject.NEGATIONS):
        for one in found:
            yield hop_finding(
                CODE,
                case,
                hop,
                [one],
                _message(hop, one),
                "compare the two sentences; if the sense has changed, say so in `change`",
            )


def _message(hop: Hop, one: Difference) -> str:
    has, lacks = (hop.before, hop.after) if one.before else (hop.after, hop.before)
    word = words(has, [one.before or one.after])
    return f"{name_of(has)} negates with {word}, and {name_of(lacks)} does not negate"
