"""dead-link: a link on the site leads nowhere

## What it checks

Each link from a page of the site to another place of the site, to a style sheet, script, picture or feed leads to a
file that exists, and its fragment to an element of that page.

## Why it matters

A verdict whose evidence cannot be reached is an opinion.

## Fails

A page links to `../claims/gone/`, and there is no such page; or to `#note-7`, and no element has that id.

## Passes

Every link inside the site can be followed. Links to other sites are not tried.

## How to mend it

Mend the link in the page of prose or the template that has it; if the page was renamed, list its former id under
`formerly`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.verifying.finished import Expected, Finished, resolve
from site_builder.verifying.told import finding

CODE = "S007"
NAME = "dead-link"


def check(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield a finding for each link whose file or fragment does not exist."""
    for name in site.pages:
        for target in dict.fromkeys(site.page(name).links):
            if message := _dead(site, name, target, expected):
                yield finding(CODE, expected, name, message, "mend the link, or the page it should lead to")


def _dead(site: Finished, name: str, target: str, expected: Expected) -> str:
    place = resolve(target, name, expected.url)
    if place is None:
        return ""
    file, fragment = place
    if file not in site.names:
        return f"the link {target} leads nowhere"
    if fragment and fragment not in site.page(file).ids:
        return f"the link {target} leads to a page that has no such place"
    return ""
