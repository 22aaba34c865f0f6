"""undeclared-figure: the quote has a figure that the claim file does not list

## What it checks

Every quantity in the quoted words stands in the claim file's `figures`. Years, dates, times of day, ordinals and
codes such as *24/7* are no quantities, and neither is a bare *one* in words: in most languages it is also the
article, or stands in *one of* and *the only one*.

## Why it matters

Only what is listed is compared with the claim and with the evidence, and shown to readers as checked. A figure that
is left out by oversight is one that nobody looked at.

## Fails

```yaml
quote: Kami mencoba memadatkan 20 tahun sains menjadi dua tahun
figures:
  - value: 20
    unit: years
```

## Passes

```yaml
quote: Kami mencoba memadatkan 20 tahun sains menjadi dua tahun
figures:
  - value: 20
    unit: years
  - value: 2
    unit: years
```

## How to mend it

Add the figure to `figures` if the claim is about it. This is a hint: if the claim is about something else in the
sentence, leave it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from site_builder.model.anchor import AnchorStatus
from site_builder.model.figure import Figure, Outcome
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.model.span import Span
from site_builder.rules.amounts import reading_value, unit_words
from site_builder.rules.wording import quoted

CODE = "F005"
NAME = "undeclared-figure"


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each quantity of the quoted words that answers no figure of the claim.

    One that is shown as the nearest to a figure that is not there is told already.
    """
    told = (Outcome.FOUND, Outcome.ABSENT)
    declared = [c.figure.number for c in case.figures if c.figure and c.outcome in told]
    for figure in case.quoted:
        if _counts(figure) and not any(figure.number.overlaps(known) for known in declared):
            yield Finding(
                CODE,
                f"the quote has the figure {quoted(figure.text)}, which `figures` does not list",
                _place(case, figure.span),
                related=(Location(case.article.path, span=figure.span),),
                help=f"if the claim is about it, add {_entry(figure)} to `figures`",
                claim=case.file.id,
            )


def _counts(figure: Figure) -> bool:
    bare_one = (
        figure.values == (Fraction(1),) and figure.unit is None and not any(c.isdigit() for c in figure.text)
    )
    return figure.is_quantity and not bare_one


def _place(case: Case, span: Span) -> Location:
    """Point at the figure where the quote is the article's text letter by letter, else at the quote."""
    parts = case.anchor.parts
    exact = case.anchor.status is AnchorStatus.EXACT and len(parts) == 1 and parts[0].contains(span)
    inside = span.shift(-parts[0].start) if exact else None
    if inside and inside.of(case.claim.quote) != span.of(case.article.text):
        inside = None
    return Location(case.file.path, ("quote",), span=inside)


def _entry(figure: Figure) -> str:
    value = reading_value(figure.readings[0])
    return f"`value: {value}`, `unit: {unit_words(figure.unit)}`" if figure.unit else f"`value: {value}`"
