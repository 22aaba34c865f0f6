"""missing-record-field: the record of an article, or the scale, lacks a field that it needs

## What it checks

The record of an article gives its `language`; every text of its chain has an `id`, its `relation` and its `language`;
every sentence set aside has its `quote` and its `reason`. Every step of the scale has its `id`, `label`, `criterion`,
`tone`, `icon` and `line`.

## Why it matters

Without its language an article's sentences and figures cannot be read rightly. A sentence set aside without a reason
would be one that nobody checked and nobody explained.

## Fails

```yaml
working_title: The hundred-hour week
```

## Passes

```yaml
working_title: The hundred-hour week
language: id
```

## How to mend it

Add the field that the finding names.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.rules.problems import record_findings

CODE = "A003"
NAME = "missing-record-field"


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each required field that is not there."""
    return record_findings(CODE, "missing-field", newsroom)
