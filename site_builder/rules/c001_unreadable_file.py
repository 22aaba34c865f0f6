"""unreadable-file: a claim file cannot be read

## What it checks

A claim file is plain text in UTF-8, written as YAML: `key: value` lines, lists with `- `, each key once. A file that
is none of this is not a claim, and nothing in it is checked.

## Why it matters

A claim that cannot be read is a claim that nobody checked. The site is not built from what happens to be left.

## Fails

```yaml
claim: Meta said: nobody was laid off
```

The second colon ends the value early.

## Passes

```yaml
claim: "Meta said: nobody was laid off"
```

## How to mend it

Look at the line that is shown and at the one above it. Most often a value holds `: ` or begins with a quotation mark
and is not in quotes, a line is indented with a tab, or the same key stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.rules.problems import claim_findings

CODE = "C001"
NAME = "unreadable-file"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each place where the file is no YAML."""
    return claim_findings(CODE, "unreadable", file)
