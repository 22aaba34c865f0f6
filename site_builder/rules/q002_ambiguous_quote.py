"""ambiguous-quote: the quoted words stand in the article more than once

## What it checks

The quote stands in the article in exactly one place.

## Why it matters

A reader must see which sentence was checked. Of two places that hold the same words, one may be the reporter's and
the other somebody's answer to it.

## Fails

The article says: *Ia bekerja 24/7. […] Kapal itu berlayar 24/7.*

```yaml
quote: 24/7
```

## Passes

```yaml
quote: Ia bekerja 24/7
```

or, where the quote has to be that short:

```yaml
quote: 24/7
prefix: Ia bekerja
```

## How to mend it

Quote more of the sentence. Where that does not help, give in `prefix` the words just before the quote, or in
`suffix` the words just after it: as few as tell the places apart. They are not part of the quote and are not marked.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.anchor import AnchorStatus
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.model.span import Span
from site_builder.rules.quotes import MOST_PLACES, all_places, telling_surroundings
from site_builder.rules.wording import counted, quoted

CODE = "Q002"
NAME = "ambiguous-quote"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding that shows the places where the quote stands."""
    if case.anchor.status is not AnchorStatus.AMBIGUOUS:
        return
    number = len(case.anchor.places)
    shown = f"; the first {MOST_PLACES} are shown" if number > MOST_PLACES else ""
    yield Finding(
        CODE,
        f"the quote stands in the article in {counted(number, 'place')}{shown}",
        Location(case.file.path, ("quote",)),
        related=all_places(case.article, case.anchor),
        help=f"quote more of the sentence, or tell the place by the words around it{_example(case)}",
        claim=case.file.id,
    )


def _example(case: Case) -> str:
    """Return a `prefix` or `suffix` for the first place that tells it from the others, if there is one."""
    place = case.anchor.places[0]
    told = telling_surroundings(case.article, case.claim.quote, Span(place[0].start, place[-1].end))
    return f", such as `{told[0]}:` {quoted(told[1])}" if told else ""
