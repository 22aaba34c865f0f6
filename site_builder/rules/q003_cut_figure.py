"""cut-figure: the quote cuts a number in two

## What it checks

Where the quote begins or ends, no number of the article is cut: neither its digits nor what belongs to it, such as a
sign, a decimal part, a percent sign, the other end of a range, or the other words of a number that is spelt out.

## Why it matters

`600 layoffs` stands, letter by letter, in *1,600 layoffs*; `5 percent` in *3.5 percent*; `6` in *-6*. A quote that
takes a piece of a number turns it into another number, and everything after that is about something the article
does not say.

## Fails

The article says: *memberhentikan 1.600 karyawan*

```yaml
quote: 600 karyawan
```

## Passes

```yaml
quote: 1.600 karyawan
```

## How to mend it

Quote the whole number. Then look at the claim and its `figures` again: were they taken from the piece?
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.anchor import AnchorStatus
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.quotes import cut_edge, orphan_message
from site_builder.rules.wording import quoted

CODE = "Q003"
NAME = "cut-figure"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding where the quote's characters stand in the article only inside a longer number."""
    cut = next((cut for cut in case.anchor.cuts if cut.what == "figure"), None)
    if cut is None or case.anchor.status is not AnchorStatus.ORPHAN:
        return
    words, text = case.claim.quote, case.article.text
    whole = cut.span.of(text)
    yield Finding(
        CODE,
        orphan_message(words, case.anchor, text),
        Location(
            case.file.path,
            ("quote",),
            span=cut_edge(words, cut),
            note=f"the article says {quoted(whole)} here",
        ),
        related=(Location(case.article.path, span=cut.span),),
        help="quote the whole number",
        claim=case.file.id,
    )
