"""unpublished-language: a text is told in a language in which the site is not published

## What it checks

Each language in which a claim file or an article's record tells a text is one of `languages` in `mkdocs.yml`. The scale
may tell more: a new newsroom begins with one in several languages.

## Why it matters

Nobody sees such a text. It is a slip of the pen, or a translation that waits for its site.

## Fails

```yaml
# languages: [en, id]
conclusion:
  en: The figure is right.
  vi: Con số này đúng.
```

## Passes

```yaml
# languages: [en, id]
conclusion:
  en: The figure is right.
  id: Angka ini benar.
```

## How to mend it

Correct the code of the language, or add the language to `languages` once enough is told in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.tellings import Telling, tellers
from site_builder.rules.wording import counted, listing

CODE = "C014"
NAME = "unpublished-language"


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each file and each language in it that the site is not published in."""
    published = set(newsroom.settings.published_in)
    for told in tellers(newsroom):
        if told.record is newsroom.scale:
            continue
        codes = {code for texts in told.translations.values() for code in texts}
        for code in sorted(codes - published):
            number = sum(code in texts for texts in told.translations.values())
            yield _finding(told, code, number, newsroom)


def _finding(told: Telling, code: str, number: int, project: Project) -> Finding:
    route = next(route for route, texts in told.translations.items() if code in texts)
    site = listing(f"`{each}`" for each in project.settings.published_in)
    return Finding(
        CODE,
        f"the site is not published in `{code}`, and {counted(number, 'text is', 'texts are')} told in it here",
        Location(told.path, (*route, code), key=True),
        help=f"write one of its languages, {site}, or add `{code}` to `languages` in mkdocs.yml",
        claim=told.claim,
    )
