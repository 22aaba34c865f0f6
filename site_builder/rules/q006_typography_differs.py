"""typography-differs: the quote is set with other signs than the article

## What it checks

Quotation marks, dashes, ellipses, spaces, ligatures, the width of letters and the way a letter with marks is stored
are those of the article. A quote that differs in nothing but these counts as found, and is told.

## Why it matters

No meaning changes, so this is only for your information. But a reader who searches the article for the quote letter
by letter would not find it, and neither would a link that leads to its words.

## Fails

The article says: *jadwal kerja tidak lagi “9-9-6”*

```yaml
quote: jadwal kerja tidak lagi "9-9-6"
```

## Passes

```yaml
quote: jadwal kerja tidak lagi “9-9-6”
```

## How to mend it

Copy the words from the article instead of typing them, or leave them as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.quotes import NEAR_CONTEXT, all_places
from site_builder.rules.wording import listing

CODE = "Q006"
NAME = "typography-differs"

_OTHERS = ("case", NEAR_CONTEXT)
"""What rules of their own tell."""


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding that names what had to be made equal before the quote was found."""
    changes = [change for change in case.anchor.normalised if change not in _OTHERS]
    if case.anchor.found and changes:
        yield Finding(
            CODE,
            f"the quote is found once these are made equal: {listing(changes)}",
            Location(case.file.path, ("quote",)),
            related=all_places(case.article, case.anchor),
            help="copy the words from the article, if you like",
            claim=case.file.id,
        )
