"""changed-criterion: a verdict means something else than when claims were published with it

## What it checks

Compared with an earlier record in git (`site-builder check --against main`), each step of the scale that a published
claim has keeps its criterion and its number.

## Why it matters

A verdict says what its criterion says. Change the criterion, and every published claim with that verdict says
something that nobody decided.

## Fails

```yaml
steps:
  - id: accurate
    label: accurate
    criterion: Nothing in it is wrong.   # it was “… and nothing that matters is missing”
```

## Passes

```yaml
steps:
  - id: accurate
    label: accurate
    criterion: The statement is right, and nothing that matters is missing.
```

## How to mend it

Look at each claim with this verdict: does it still deserve it? A new step with a name of its own is often the better
way. This is a warning, because only people can tell whether the new words mean another thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.model.claim import Status
from site_builder.model.earlier import EarlierStep
from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.scale import Step
from site_builder.model.source import Location, Route
from site_builder.rules.published import named, plain
from site_builder.rules.rule import Scope
from site_builder.rules.wording import counted, quoted

CODE = "H010"
NAME = "changed-criterion"
SCOPE = Scope.PUBLISHED


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each step in use that says something else now."""
    if newsroom.earlier is None or newsroom.scale_source is None:
        return
    published = [c.verdict for c in newsroom.earlier.claims.values() if c.status is Status.PUBLISHED]
    for i, step in enumerate(newsroom.scale.steps):
        then = newsroom.earlier.steps.get(step.label)
        number = published.count(step.label)
        if then is None or not number:
            continue
        for route, what, before in _changes(
            step, newsroom.scale_translations.get(("steps", i, "criterion"), {}), then
        ):
            said = quoted(before) if before else "not given"
            yield Finding(
                CODE,
                f"the {what} of {quoted(step.label)} was {said} in {named(project)}, and "
                f"{counted(number, 'claim was', 'claims were')} published by it",
                Location(newsroom.scale_source.path, ("steps", i, *route)),
                help="look whether each of these claims still deserves the verdict, or add a new step",
            )


def _changes(step: Step, told: Mapping[str, str], then: EarlierStep) -> Iterator[tuple[Route, str, str]]:
    """Yield the route in the step, the name and the former value of what is another now."""
    if plain(step.criterion) != plain(then.criterion):
        yield ("criterion",), "criterion", then.criterion
    for language, words in told.items():
        if plain(words) != plain(before := then.told.get(language, words)):
            yield ("criterion", language), f"criterion in `{language}`", before
    if ("" if step.number is None else str(step.number)) != then.number:
        yield ("number",), "number", then.number
