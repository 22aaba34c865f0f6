"""too-few-publishers: the verdict rests on fewer publishers than the newsroom asks for

## What it checks

The evidence of a claim whose verdict needs evidence comes from as many different publishers as the policy in
`mkdocs.yml` asks for (`policy: publishers:`, one if it says nothing). The article's own publisher does not count, nor
does evidence without a `publisher`, unless its address tells it: then its host counts.

## Why it matters

Ten articles of one agency are one source. What two houses found independently is worth more than what one repeats.

## Fails

With `publishers: 2`:

```yaml
evidence:
  - {stance: supports, publisher: The Daily Example, url: "https://daily.example/600"}
  - {stance: supports, publisher: The Daily Example, url: "https://daily.example/601"}
```

## Passes

```yaml
evidence:
  - {stance: supports, publisher: The Daily Example, url: "https://daily.example/600"}
  - {stance: supports, publisher: Statistics Office, url: "https://statistics.example/4"}
```

## How to mend it

Look for a source of another house, or choose a more careful verdict. The tool compares names only: whether two
publishers copied from each other is for you to judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.model.claim import Claim
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.wording import counted, quoted

CODE = "E006"
NAME = "too-few-publishers"


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where a claim with evidence names fewer publishers than the policy asks for."""
    claim, needed = file.claim, project.settings.policy.publishers
    step = project.scale.step(claim.verdict) if claim else None
    if claim is None or step is None or not step.needs_evidence or not claim.evidence:
        return
    number = len(_publishers(claim) - _own(claim, project))
    if number < needed:
        yield Finding(
            CODE,
            f"the evidence comes from {counted(number, 'independent publisher')}; the policy asks for {needed}",
            Location(file.path, ("evidence",), key=True),
            help=f"add a source of another house, or reconsider the verdict {quoted(step.label)}",
            claim=file.id,
        )


def _publishers(claim: Claim) -> set[str]:
    names = (e.publisher or (urlsplit(e.url).hostname if e.url else None) for e in claim.evidence)
    return {" ".join(name.casefold().split()) for name in names if name}


def _own(claim: Claim, project: Project) -> set[str]:
    article = project.articles.get(claim.article)
    name = article.record.publisher if article else None
    return {" ".join(name.casefold().split())} if name else set()
