"""vanished-claim: a claim that was published is gone

## What it checks

Compared with an earlier record (`site-builder check --against main`, or against a published `claims.json`), every
claim that was published, or withdrawn, still has its file; one that was renamed is named by `formerly` in its new
file.

## Why it matters

A page that is gone without a word looks like something hidden, and links to it are dead. What should not have been
published is withdrawn: its page stays, and says so.

## Fails

```
git rm claims/100-jam/meta-600.yaml
```

## Passes

```yaml
withdrawn:
  date: 2025-12-01
  reason: The article never had this sentence; it came from a comment below it.
status: withdrawn
```

## How to mend it

Bring the file back. To take the claim down, set `status: withdrawn` and say when and why under `withdrawn`. If you
renamed or moved it, add the old id to `formerly` in the new file.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Status
from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.published import named
from site_builder.rules.rule import Scope
from site_builder.rules.wording import quoted

CODE = "H006"
NAME = "vanished-claim"
SCOPE = Scope.PUBLISHED


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each published claim that no file has, neither as its id nor as a former one."""
    if newsroom.earlier is None:
        return
    known = {file.id for file in newsroom.claims}
    known |= {former for file in newsroom.claims if file.claim for former in file.claim.formerly}
    for id, then in newsroom.earlier.claims.items():
        if then.status is not Status.DRAFT and id not in known:
            yield Finding(
                CODE,
                f"the claim {quoted(then.claim)} stands in {named(project)}, and its file is gone",
                Location(then.path),
                help=f"bring the file back and set `status: withdrawn`, or, if you renamed it, add `{id}` to "
                "`formerly` in the new file",
                claim=id,
            )
