"""contradicting-figures: the verdict is the best, and its evidence gives another figure

## What it checks

For a claim with the best verdict of the scale, the figures of the claim are compared with those in the quotes of
supporting evidence and of the original wording. Where such a quote has figures of the same unit, at least one of them
agrees: it is equal, lies in the claim's range, or the ranges meet. Words such as *about* and *nearly* allow a tenth.
What is counted without a unit of measure is compared where the quote counts the same word.

## Why it matters

A verdict of *accurate* above a source that says another number is a slip, or leaves out why the numbers differ.

## Fails

```yaml
verdict: accurate
figures:
  - {value: 600, unit: employees}
evidence:
  - {stance: supports, publisher: The Daily Example, quote: the company laid off 450 employees}
```

## Passes

```yaml
verdict: accurate
figures:
  - {value: 600, unit: employees}
evidence:
  - {stance: supports, publisher: The Daily Example, quote: the company laid off about 600 employees}
```

## How to mend it

Read the source again. If it speaks of something else, its stance is rather `context`; if it gives another figure for
the same, reconsider the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.figures import canonical_unit, read, readable
from site_builder.model.claim import Claim, ClaimFigure, Evidence, Stance
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.amounts import claimed
from site_builder.rules.rivals import Rival, agrees, counts_the_same
from site_builder.rules.support import words_of
from site_builder.rules.wording import quoted

CODE = "V004"
NAME = "contradicting-figures"

_BACKING = {Stance.SUPPORTS, Stance.ORIGINAL_WORDING}


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each figure that evidence for the best verdict contradicts."""
    claim, numbered = file.claim, project.scale.numbered
    step = project.scale.step(claim.verdict) if claim else None
    if claim is None or step is None or not claim.figures or len(numbered) < 2 or step.id != numbered[-1].id:
        return
    language = project.settings.language
    for i, evidence in enumerate(claim.evidence):
        found = list(_quoted(evidence, language)) if evidence.stance in _BACKING else []
        for at, figure in enumerate(claim.figures):
            rivals = _rivals(claim, figure, found, language)
            if rivals and not any(agrees(figure.value, rival.figure) for rival in rivals):
                yield _finding(file, i, at, figure, rivals[0], step.label)


def _quoted(evidence: Evidence, language: str) -> Iterator[Rival]:
    for words, written_in in words_of(evidence, language):
        if readable(written_in):
            yield from (Rival(words, figure) for figure in read(words, written_in) if figure.is_quantity)


def _rivals(claim: Claim, figure: ClaimFigure, found: list[Rival], language: str) -> list[Rival]:
    """Return what the evidence says of the same unit, without what it says of the claim's other figures."""
    unit = canonical_unit(figure.unit, language) if figure.unit else None
    others = [other.value for other in claim.figures if other is not figure]
    return [
        rival
        for rival in found
        if (rival.figure.unit == unit if unit else counts_the_same(rival, figure.unit))
        and (agrees(figure.value, rival.figure) or not any(agrees(other, rival.figure) for other in others))
    ]


def _finding(
    file: ClaimFile, evidence: int, at: int, figure: ClaimFigure, rival: Rival, verdict: str
) -> Finding:
    return Finding(
        CODE,
        f"the verdict is {quoted(verdict)}, and this evidence says {quoted(rival.figure.text)}, "
        f"not {claimed(figure)}",
        Location(file.path, ("evidence", evidence, "quote")),
        related=(Location(file.path, ("figures", at, "value")),),
        help="if it speaks of something else, its stance is `context`; else reconsider the verdict",
        claim=file.id,
    )
