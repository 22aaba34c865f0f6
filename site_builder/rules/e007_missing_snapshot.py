"""missing-snapshot: the kept copy of a source is not there

## What it checks

The file that `snapshot` names lies under the evidence folder and can be read as text (UTF-8).

## Why it matters

A kept copy shows what a source said once its page is gone. One that is missing shows nothing, and its quote goes
unchecked.

## Fails

```yaml
# there is no evidence/memo.txt
evidence:
  - stance: supports
    snapshot: {file: memo.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
```

## Passes

```yaml
# evidence/memos/2025-10-22.txt is there
evidence:
  - stance: supports
    snapshot: {file: memos/2025-10-22.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
```

## How to mend it

Add the file, or correct its name: it is given from the evidence folder on. If no copy was kept, leave `snapshot` out.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.kept import snapshots
from site_builder.rules.rule import Scope
from site_builder.rules.wording import did_you_mean, quoted

CODE = "E007"
NAME = "missing-snapshot"
SCOPE = Scope.KEPT


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each kept copy that was not found."""
    for i, evidence, kept in snapshots(file, project):
        if kept is None and evidence.snapshot:
            name = evidence.snapshot.file
            yield Finding(
                CODE,
                f"there is no readable text {quoted(name)} in the folder {quoted(project.settings.evidence)}",
                Location(file.path, ("evidence", i, "snapshot", "file")),
                help=did_you_mean(name, project.kept) or "add the file, or leave `snapshot` out",
                claim=file.id,
            )
