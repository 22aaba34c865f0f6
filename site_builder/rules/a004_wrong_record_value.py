"""wrong-record-value: a field in the record of an article, or in the scale, holds something else than it should

## What it checks

Every value is what its field takes: a language is a code such as `id`, `vi` or `zh-Hant`; a date is written
`2025-10-24`, or `2025-10` or `2025` where no more is known; a web address begins with `https://` or `http://`; no two
steps of the scale share a name; each text of the chain has an id of its own; the article has a title or a working
title.

## Why it matters

The record stands at the head of the article's page and decides how its words and figures are read. What cannot be
read there for what it is would mislead both the reader and the check.

## Fails

```yaml
working_title: The hundred-hour week
language: Indonesian
```

## Passes

```yaml
working_title: The hundred-hour week
language: id
```

## How to mend it

Write the value as the finding says. Leave a field out where you do not know it; never fill it with a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.rules.problems import record_findings

CODE = "A004"
NAME = "wrong-record-value"


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each value that does not fit its field."""
    return record_findings(CODE, "wrong-value", newsroom)
