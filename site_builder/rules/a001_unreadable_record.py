"""unreadable-record: the record of an article, or the scale, cannot be read

## What it checks

The YAML file beside an article, and the file of the verdict scale, are plain text in UTF-8 and YAML: `key: value`
lines, lists with `- `, each key once. The article's own text is UTF-8 too.

## Why it matters

The record says in which language the article is, which lines are its own and where it comes from. Without it the
article's figures would be read by guess. Without the scale no verdict means anything.

## Fails

```yaml
working_title: "The hundred-hour week
language: id
```

The quotation mark is never closed.

## Passes

```yaml
working_title: The hundred-hour week
language: id
```

## How to mend it

Look at the line that is shown and at the one above it: a missing quotation mark, a tab, a second colon in a value
that is not in quotes, or a key that stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.rules.problems import record_findings

CODE = "A001"
NAME = "unreadable-record"


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each place where a record or the scale is no YAML."""
    return record_findings(CODE, "unreadable", newsroom)
