"""unknown-article: the claim names an article that is not there

## What it checks

`article` is the name of a file in the articles folder, without its ending: `100-jam` for `seeds/100-jam.txt`.

## Why it matters

Without its article no word of the claim can be checked, and a reader could not find the sentence it is about.

## Fails

```yaml
article: 100-jams
```

## Passes

```yaml
article: 100-jam
```

## How to mend it

Take the name that the finding suggests, or put the article into the articles folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.outline import Outline
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.rule import Scope
from site_builder.rules.wording import did_you_mean, quoted

CODE = "C005"
NAME = "unknown-article"
SCOPE = Scope.NEWSROOM


def check(newsroom: Outline, project: Project) -> Iterator[Finding]:
    """Yield a finding for each claim whose ``article`` is the name of none."""
    folder = project.settings.articles
    for claim in newsroom.claims:
        if claim.article is not None and claim.article not in newsroom.articles:
            yield Finding(
                CODE,
                f"there is no article {quoted(claim.article)} in {folder}/",
                Location(claim.path, ("article",)),
                help=did_you_mean(claim.article, newsroom.articles)
                or f"put the article into {folder}/, or correct its name",
                claim=claim.id,
            )
