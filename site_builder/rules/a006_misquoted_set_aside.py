"""misquoted-set-aside: a sentence that was set aside is not in the article, or is there more than once

## What it checks

The quote of every sentence in `set_aside` stands in the article, in exactly one place.

## Why it matters

Readers are shown which sentences nobody checked, and why. A reason that belongs to no sentence, or to one of two,
tells them nothing.

## Fails

The article says: *AI berevolusi secara dramatis.*

```yaml
set_aside:
  - quote: AI berkembang secara dramatis
    reason: An impression, not a statement of fact.
```

## Passes

```yaml
set_aside:
  - quote: AI berevolusi secara dramatis
    reason: An impression, not a statement of fact.
```

## How to mend it

Copy the words from the article, and enough of them to tell the sentence from others.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.article import Article
from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.rules.misquotes import misquote
from site_builder.rules.quotes import anchors

CODE = "A006"
NAME = "misquoted-set-aside"


def check(article: Article, project: Project) -> Iterator[Finding]:
    """Yield a finding for each quote set aside that does not stand in exactly one place."""
    quotes = tuple(entry.quote for entry in article.record.set_aside)
    for i, found in enumerate(anchors(article, quotes)):
        if not found.found:
            yield misquote(CODE, article, ("set_aside", i, "quote"), quotes[i], found)
