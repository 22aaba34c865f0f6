"""silent-change: the words or figures of a published claim changed, and no correction says so

## What it checks

Compared with an earlier record (`site-builder check --against main`, or against a published `claims.json`), a
published claim has the claim (in each language that it was told in), the quote and the figures that it had, or a
new entry in `corrections`, dated no earlier than the check that it corrects. A withdrawn claim that stands again
needs one, too.

A quote may change its typography, and figures may be added: neither changes what readers were told.

## Why it matters

The verdict is about these words and numbers. Change them, and the published verdict is about something else.

## Fails

```yaml
claim: The company let 700 people go.   # it was “600 people” when the claim was published
```

## Passes

```yaml
claim: The company let 700 people go.
corrections:
  - date: 2025-12-01
    text: We had written 600 people. The article says 700.
```

## How to mend it

Add an entry at the top of `corrections` with the day and with what was wrong and what is right now; or set the
words back. A claim about something else is a new file.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.claim import Claim, Status
from site_builder.model.earlier import EarlierClaim, EarlierFigure
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location, Route
from site_builder.rules.published import before, corrected, named, plain
from site_builder.rules.rule import Scope
from site_builder.rules.wording import listing, quoted
from site_builder.text.normal import normalise

CODE = "H005"
NAME = "silent-change"
SCOPE = Scope.PUBLISHED


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding for each field that says something else than what was published."""
    claim, then = file.claim, before(file, project)
    if claim is None or then is None or not claim.published or then.status is Status.DRAFT:
        return
    if corrected(claim, then):
        return
    for route, message in _changes(file, claim, then):
        yield Finding(
            CODE,
            f"{message}, without a correction",
            Location(file.path, route, note=f"another in {named(project)}"),
            help="add a dated entry to `corrections` that tells readers what was wrong, or set it back",
            claim=file.id,
        )


def _changes(file: ClaimFile, claim: Claim, then: EarlierClaim) -> Iterator[tuple[Route, str]]:
    if then.status is Status.WITHDRAWN:
        yield ("status",), "the claim was withdrawn and stands again"
    if plain(claim.claim) != plain(then.claim):
        yield ("claim",), f"the published claim was {quoted(then.claim)}"
    for language, words in file.translations.get(("claim",), {}).items():
        if plain(words) != plain(before := then.told.get(language, words)):
            yield ("claim", language), f"the published claim in `{language}` was {quoted(before)}"
    if normalise(plain(claim.quote)).text != normalise(plain(then.quote)).text:
        yield ("quote",), f"the published quote was {quoted(then.quote)}"
    lost = _lost(claim, then)
    if lost:
        written = listing(" ".join(filter(None, (f.written, f.unit))) for f in lost)
        yield ("figures" if claim.figures else "claim",), f"the claim was published with the figure {written}"


def _lost(claim: Claim, then: EarlierClaim) -> list[EarlierFigure]:
    now = {((f.value.low, f.value.high), (f.unit or "").casefold()) for f in claim.figures}
    return [figure for figure in then.figures if figure.same_as not in now]
