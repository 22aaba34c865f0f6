"""case-differs: the quote has other capital letters than the article

## What it checks

Capital and small letters of the quote are those of the article. A quote that differs in nothing but these counts as
found, and is told.

## Why it matters

Mostly it is a sentence's first letter. But *Apple* is not *apple*, nor *Covid* the same as *COVID*, and a quote
should be given as it was printed.

## Fails

The article says: *Beberapa orang telah menjadi miliarder.*

```yaml
quote: beberapa orang telah menjadi Miliarder
```

## Passes

```yaml
quote: Beberapa orang telah menjadi miliarder
```

## How to mend it

Copy the words as they stand in the article. A newsroom that wants to forbid the difference, or does not mind it,
sets another gravity for this rule in `mkdocs.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.quotes import all_places

CODE = "Q005"
NAME = "case-differs"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding where the quote was found only after capital letters were made equal."""
    if case.anchor.found and "case" in case.anchor.normalised:
        yield Finding(
            CODE,
            "the quote has other capital letters than the article",
            Location(case.file.path, ("quote",)),
            related=all_places(case.article, case.anchor),
            help="copy the words as they stand in the article",
            claim=case.file.id,
        )
