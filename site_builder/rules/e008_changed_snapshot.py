"""changed-snapshot: the kept copy of a source is not the one that was sealed

## What it checks

The SHA-256 of the bytes of a kept copy is the one in `snapshot`.

## Why it matters

The seal is how readers, and you, know that nobody touched the copy since the check. A changed line end breaks it as
much as a changed figure does.

## Fails

```yaml
# evidence/memo.txt has been edited since
evidence:
  - stance: supports
    snapshot: {file: memo.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
```

## Passes

```yaml
# this is what `sha256sum evidence/memo.txt` says
evidence:
  - stance: supports
    snapshot: {file: memo.txt, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
```

## How to mend it

Restore the file from the version history. If the copy was rightly replaced, read it again, check the quote, and set the
new sum and the day on which you read it.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.kept import snapshots
from site_builder.rules.rule import Scope
from site_builder.rules.wording import quoted

CODE = "E008"
NAME = "changed-snapshot"
SCOPE = Scope.KEPT


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each kept copy whose sum is another."""
    for i, evidence, kept in snapshots(file, project):
        if kept and evidence.snapshot and kept.sha256 != evidence.snapshot.sha256:
            yield Finding(
                CODE,
                f"the kept copy {quoted(kept.path)} has changed since it was sealed",
                Location(file.path, ("evidence", i, "snapshot", "sha256")),
                help=f"restore the file; its sum is now {kept.sha256}",
                claim=file.id,
            )
