"""untranslated-text: a text is not told in every language of the site

## What it checks

Where the site is published in several `languages`, each text for readers of a published claim, of an article's record
and of the scale is told in each of them.

## Why it matters

What is missing is shown in the site's own language, and a remark says so. Readers who do not read it miss a part.

## Fails

```yaml
# languages: [en, id]
conclusion: The figure is right.
```

## Passes

```yaml
# languages: [en, id]
conclusion:
  en: The figure is right.
  id: Angka ini benar.
```

## How to mend it

Write the text as a map, a line for each language. This is a note: a page may wait for its translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.source import Location, Route
from site_builder.model.told import untold
from site_builder.rules.tellings import tellers
from site_builder.rules.wording import counted, listing

CODE = "C015"
NAME = "untranslated-text"

_NAMED = 4
"""Texts that are named one by one."""


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each file and language in which something is missing."""
    for language in newsroom.settings.published_in[1:]:
        for told in tellers(newsroom):
            # what a text of the chain is, the catalogues know
            missing = [r for r in untold(told.record, told.translations, language) if r[-1] != "relation"]
            if missing and told.shown:
                yield Finding(
                    CODE,
                    f"{counted(len(missing), 'text is', 'texts are')} not told in `{language}`: {_named(missing)}",
                    Location(told.path, missing[0]),
                    help=f"write it as a map with `{newsroom.settings.language}:` and `{language}:`",
                    claim=told.claim,
                )


def _named(routes: Sequence[Route]) -> str:
    names = [_name(route) for route in routes[:_NAMED]]
    more = len(routes) - len(names)
    return listing([*names, f"{more} more"] if more else names)


def _name(route: Route) -> str:
    """Return a route as people say it, items counted from 1: `evidence 2, shows`."""
    steps = [f" {step + 1}, " if isinstance(step, int) else str(step) for step in route]
    return f"`{''.join(steps)}`"
