"""misquoted-structure: a line that the article's record quotes is not in the article, or is not the only one

## What it checks

Every heading, caption, credit and stray line in the `structure` of an article's record stands in the article, in
exactly one place, or as a whole line. Who quotes a whole line means the line, not the same words in a sentence;
*Advertisement* on three lines of its own is meant each time.

## Why it matters

The record tells what each line is. A line that is not found keeps standing in the article as a paragraph, and a
stray line would be read and checked as if the article said it.

## Fails

The article has the line: *Budaya kerja "0-0-2"*

```yaml
structure:
  headings:
    - Budaya kerja "0-0-3"
```

## Passes

```yaml
structure:
  headings:
    - Budaya kerja "0-0-2"
```

## How to mend it

Copy the line from the article. If the same words stand there more than once, quote the line as a whole, or enough of
it to tell it from the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.article import Article
from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.rules.misquotes import misquote
from site_builder.rules.quotes import anchors

CODE = "A005"
NAME = "misquoted-structure"

_LISTS = ("headings", "captions", "credits", "furniture")


def check(article: Article, project: Project) -> Iterator[Finding]:
    """Yield a finding for each line of the structure that does not stand in exactly one place."""
    lines = {block.span for block in article.blocks}
    for field in _LISTS:
        quotes = getattr(article.record.structure, field)
        for i, found in enumerate(anchors(article, quotes)):
            if not (found.found or found.whole(lines)):
                yield misquote(CODE, article, ("structure", field, i), quotes[i], found)
