"""quote-in-furniture: the quote is on a line that is no part of the article

## What it checks

The quote does not lie on a line that the article's record declares as `furniture`: a stray link, an advertisement,
the headline of another story that came along when the text was taken.

## Why it matters

Such a line was not written as part of this article. A verdict on it would hold the article to something that it does
not say.

## Fails

```yaml
# in the article's record
structure:
  furniture:
    - Read also — wages fell by half

# in the claim file
quote: wages fell by half
```

## Passes

The quote is on a line of the article, or the record no longer calls its line furniture.

## How to mend it

If the line belongs to the article, take it out of `furniture` in the article's record, or move it to `captions` or
`credits`. If it does not, the claim belongs to the article that the line came from.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.article import BlockKind
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.quotes import all_places

CODE = "Q007"
NAME = "quote-in-furniture"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding where a sentence that the quote touches is furniture."""
    if any(sentence.kind is BlockKind.FURNITURE for sentence in case.sentences):
        yield Finding(
            CODE,
            "the quote is on a line that the article's record calls furniture",
            Location(case.file.path, ("quote",)),
            related=all_places(case.article, case.anchor),
            help="if the line belongs to the article, take it out of `furniture` in the article's record",
            claim=case.file.id,
        )
