"""unknown-record-key: the record of an article, or the scale, has a key that none has

## What it checks

Every key in the YAML file beside an article, and in the file of the verdict scale, is one of those in the handbook.

## Why it matters

A key that is spelt wrong is not read. `lanugage: id` would leave an Indonesian article to be read as if it were
written in the site's own language, and its figures with it.

## Fails

```yaml
working_title: The hundred-hour week
lanugage: id
```

## Passes

```yaml
working_title: The hundred-hour week
language: id
```

## How to mend it

Take the key that the finding suggests, or look it up in the handbook. Words that are only for colleagues can stand
in a comment, after `#`, or in `note`, which readers see.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.rules.problems import record_findings

CODE = "A002"
NAME = "unknown-record-key"


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each key that the model of the record does not have."""
    return record_findings(CODE, "unknown-key", newsroom)
