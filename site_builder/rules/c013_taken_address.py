"""taken-address: two pages of the site want one address

## What it checks

Every claim has a page at its id, and a redirect page at each id in `formerly`. No former id is the id of a claim, its
own included, and no two claims had one former id. A claim is not named `embed` where its folder is a claim, because
the card of that claim for other sites stands there.

## Why it matters

One page would overwrite the other, and a link that somebody published years ago would lead to another claim.

## Fails

```text
claims/100-jam/600-layoffs.yaml
claims/100-jam/meta-hours.yaml      formerly: [100-jam/600-layoffs]
```

## Passes

```yaml
formerly:
  - 100-jam/meta-600
```

## How to mend it

If the former id is in use again, take it out of `formerly`, and write in both claims what became of the old one. Give
a new claim a name that no claim ever had.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.outline import ClaimOutline, Outline
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.rule import Scope
from site_builder.rules.wording import quoted

CODE = "C013"
NAME = "taken-address"
SCOPE = Scope.NEWSROOM


def check(newsroom: Outline, project: Project) -> Iterator[Finding]:
    """Yield a finding for each former id that another page has, and for a claim in the place of a card."""
    taken = {claim.id: Location(claim.path) for claim in newsroom.claims}
    for claim in newsroom.claims:
        whole, _, name = claim.id.rpartition("/")
        if name == "embed" and whole in taken:
            yield _finding(claim, Location(claim.path), f"the card of {quoted(whole)}", taken[whole])
        for i, former in enumerate(claim.formerly):
            at = Location(claim.path, ("formerly", i))
            if former in taken:
                yield _finding(
                    claim, at, "another claim" if former != claim.id else "the claim itself", taken[former]
                )
            else:
                taken[former] = at


def _finding(claim: ClaimOutline, at: Location, owner: str, other: Location) -> Finding:
    related = () if other.path == at.path and not other.route else (other,)
    return Finding(
        CODE,
        f"this address is that of {owner}",
        at,
        related=related,
        help="keep the address for the page that had it first, and give the other one a new name",
        claim=claim.id,
    )
