"""silent-verdict-change: the verdict of a published claim changed, and no correction says so

## What it checks

Compared with an earlier record (`site-builder check --against main`, or against the `claims.json` of the published
site), a published claim has the verdict that it had, or a new entry in `corrections`: one that the earlier record
does not have, dated no earlier than the check that it corrects.

## Why it matters

No published verdict changes silently. Readers have seen the old one, shared it and relied on it; a fact-check that
rewrites its own record cannot ask others to stand by theirs.

## Fails

```yaml
verdict: inaccurate   # it was “accurate” when the claim was published
status: published
```

## Passes

```yaml
verdict: inaccurate
corrections:
  - date: 2025-12-01
    text: We had called this accurate. The company's own report gives another number, so it is inaccurate.
status: published
```

## How to mend it

Add an entry at the top of `corrections` with the day and with what was wrong and what is right now; or set the
verdict back.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Status
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.published import before, corrected, named
from site_builder.rules.rule import Scope
from site_builder.rules.wording import quoted

CODE = "H004"
NAME = "silent-verdict-change"
SCOPE = Scope.PUBLISHED


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where a published verdict is another one now and nothing tells readers."""
    claim, then = file.claim, before(file, project)
    if claim is None or then is None or not claim.published or then.status is not Status.PUBLISHED:
        return
    if claim.verdict != then.verdict and not corrected(claim, then):
        yield Finding(
            CODE,
            f"the published verdict was {quoted(then.verdict)}; it is {quoted(claim.verdict)} without a correction",
            Location(file.path, ("verdict",), note=f"{quoted(then.verdict)} in {named(project)}"),
            help="add a dated entry to `corrections` that tells readers what was wrong, or set the verdict back",
            claim=file.id,
        )
