"""misordered-chain: the links of the chain are not in the order of the texts

## What it checks

The links in the claim's `chain` follow the order of the texts in the article's record, first to last, with `article` at
the end, and name each text once.

## Why it matters

Each link tells what changed from the text before it. In another order a change would be laid at the wrong door.

## Fails

```yaml
chain:
  - text: vietnamnet
  - text: wsj
```

## Passes

```yaml
chain:
  - text: wsj
  - text: vietnamnet
```

## How to mend it

Put the links in the order of the article's chain. If one text holds the sentence twice, quote both places in one link
with `[…]` between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.wording import quoted

CODE = "T002"
NAME = "misordered-chain"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each link that stands after a later text, or repeats one."""
    order = {text.id: i for i, text in enumerate(case.article.record.chain)}
    order["article"] = len(order)
    last = ""
    for i, link in enumerate(case.claim.chain):
        if link.text not in order:
            continue
        if last and order[link.text] <= order[last]:
            again = "again" if link.text == last else f"after {quoted(last)}, which is later"
            yield Finding(
                CODE,
                f"the text {quoted(link.text)} stands {again}",
                Location(case.file.path, ("chain", i, "text")),
                help="put the links in the order of the article's chain, each text once",
                claim=case.file.id,
            )
        else:
            last = link.text
