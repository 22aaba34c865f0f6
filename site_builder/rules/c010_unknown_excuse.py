"""unknown-excuse: an excuse names a rule that does not exist

## What it checks

`rule` of each excuse is the name or the code of a rule.

## Why it matters

An excuse for nothing lets nobody know what was meant, and the finding it was meant for stands.

## Fails

```yaml
excuses:
  - rule: typografy-differs
    reason: The article's straight quotes are an error of the copy.
    until: 2027-01-31
```

## Passes

```yaml
excuses:
  - rule: typography-differs
    reason: The article's straight quotes are an error of the copy.
    until: 2027-01-31
```

## How to mend it

Take the name that stands in the finding you want to excuse, after its code.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.rule import ExcuseUse
from site_builder.rules.wording import quoted

CODE = "C010"
NAME = "unknown-excuse"


def check(use: ExcuseUse, project: Project) -> Iterator[Finding]:
    """Yield a finding where no rule has the name or code that the excuse gives."""
    if not use.known:
        yield Finding(
            CODE,
            f"there is no rule {quoted(use.excuse.rule)}",
            Location(use.file.path, ("excuses", use.index, "rule")),
            help=f"did you mean {quoted(use.suggestion)}?"
            if use.suggestion
            else "take the name in the finding",
            claim=use.file.id,
        )
