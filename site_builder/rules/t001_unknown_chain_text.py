"""unknown-chain-text: the claim names a text that the article's chain does not have

## What it checks

`text` of each link in the claim's `chain` is the `id` of a text in the chain of the article's record, or `article` for
the article itself.

## Why it matters

The chain shows a sentence in the original, in each retelling and in the article, side by side. A link to no text
cannot be shown, and what changed there would be lost.

## Fails

```yaml
chain:
  - text: wjs
    quote: between Thursday and Friday
```

## Passes

```yaml
chain:
  - text: wsj
    quote: between Thursday and Friday
```

## How to mend it

Take the name that the finding suggests, or add the text to the chain in the article's record.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.wording import did_you_mean, quoted

CODE = "T001"
NAME = "unknown-chain-text"
NEEDS = "chain"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each link whose text neither the article's chain nor the article is."""
    known = [*(text.id for text in case.article.record.chain), "article"]
    for i, link in enumerate(case.claim.chain):
        if link.text not in known:
            yield Finding(
                CODE,
                f"the article's chain has no text {quoted(link.text)}",
                Location(case.file.path, ("chain", i, "text")),
                help=did_you_mean(link.text, known) or "add the text to the chain in the article's record",
                claim=case.file.id,
            )
