"""unsealed-page: a page was not made from what the newsroom's files hold now

## What it checks

Each page of the finished site carries a seal: a digest of what it is made from. On an article's page and those of its
claims, that is this article with its published claims, the scale, the settings, the templates and the program's
version. On all other pages, it is what lists can show of all articles and claims. The seal is made anew from the
newsroom's files, and both must be equal. A site without any page fails too.

## Why it matters

A host that passes over the plugin still builds something, and says that all went well. So does a host that publishes
last month's folder. Neither was checked.

## Fails

The site was built, then a claim was changed; or the site was built by a program that does not know the plugin.

## Passes

The site was built by `mkdocs build` with the plugin on, from the files as they are.

## How to mend it

Build the site again with `mkdocs build`. If your own templates replace `base.html`, keep its line with
`site-builder-seal`.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.verifying.finished import Expected, Finished
from site_builder.verifying.told import finding

CODE = "S001"
NAME = "unsealed-page"

_MOST = 5
"""Pages that are named one by one: where all are wrong, each says the same."""


def check(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield a finding for each page without the seal, or with another one."""
    if not site.pages:
        yield finding(CODE, expected, "", "the site has no page at all", "build it with `mkdocs build`")
        return
    wrong = [name for name in site.pages if site.page(name).seal != expected.seal_on(name)]
    for name in wrong[:_MOST]:
        carries = "another seal than the newsroom's files give" if site.page(name).seal else "no seal"
        yield finding(CODE, expected, name, f"the page carries {carries}", "build the site again")
    if len(wrong) > _MOST:
        message = f"{len(wrong) - _MOST:,} more pages carry no seal, or another"
        yield finding(CODE, expected, "", message, "build the site again")
