"""lost-name: a name in one text of the chain is in none of the later ones

## What it checks

Names of people, companies and places in a text of the claim's `chain` are looked for in the next texts, in the same
spelling or one like it. Names that each language has its own word for, weekdays and countries, are compared by that
word, across scripts too: *Thursday* is found in *Kamis* and in *木曜日*.

A name is known by its capital letter inside a sentence, so the first word of a sentence, months, languages and
abbreviations of up to three letters do not count, nor do capitals in languages that give one to every noun. Of a full
name one part is enough: *Batson* keeps *Josh Batson*. Other names are not compared between two scripts; the rule
*uncompared-hop* says so.

Only the quoted words are compared. A chain often quotes a part of a sentence, so this is a hint.

## Why it matters

Who said it and whom it is about is half of a statement. A list of companies that loses one says something else.

## Fails

```yaml
chain:
  - text: wsj
    quote: researchers at Microsoft, Google and Apple
  - text: article
    quote: para peneliti di Google dan Apple
```

## Passes

```yaml
chain:
  - text: wsj
    quote: researchers at Microsoft, Google and Apple
  - text: article
    quote: para peneliti di Microsoft, Google dan Apple
```

## How to mend it

Say in `change` that the name is gone; or quote more, if it stands beside the quoted words.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.chains import Subject
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.rules.hops import differing, hop_finding, name_of, words

CODE = "T007"
NAME = "lost-name"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each hop that loses names for good."""
    for hop, found in differing(case, project, Subject.NAMES):
        gone = words(hop.before, [one.before for one in found])
        yield hop_finding(
            CODE,
            case,
            hop,
            found,
            f"{name_of(hop.before)} names {gone}, and {name_of(hop.after)} does not",
            "if it is gone from the text, say so in `change`; else quote more of the sentence",
        )
