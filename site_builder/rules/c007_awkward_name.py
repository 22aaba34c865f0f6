"""awkward-name: a claim file's name cannot stand in an address as it is

## What it checks

The name of a claim file, and of every folder it lies in below the claims folder, is made of lower-case letters of
the Latin alphabet, digits and single hyphens. It has at most 100 of them, and is none that Windows keeps for devices,
such as `con` or `nul`.

## Why it matters

The name becomes the claim's address on the site. Spaces, capitals and other signs are written differently by
different programs, so that links break; and what looks like one name may be two.

## Fails

```text
claims/100-jam/600 Layoffs.yaml
```

## Passes

```text
claims/100-jam/600-layoffs.yaml
```

## How to mend it

Rename the file, before the claim is published rather than after.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from site_builder.model.article import is_slug
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.names import LONGEST, is_reserved, is_too_long
from site_builder.rules.wording import quoted

CODE = "C007"
NAME = "awkward-name"

_NO_SLUG = re.compile(r"[^a-z0-9]+")


def check(file: ClaimFile, project: Project) -> Iterator[Finding]:
    """Yield a finding where a part of the claim's id is no slug."""
    for name in file.id.split("/"):
        message, advice = _wrong(name)
        if message:
            yield Finding(
                CODE, f"the name {quoted(name)} {message}", Location(file.path), (), advice, file.id
            )


def _wrong(name: str) -> tuple[str, str]:
    if not is_slug(name):
        return "cannot stand in an address as it is", _advice(name)
    if is_reserved(name):
        return "is kept for a device by Windows", "use another name"
    if is_too_long(name):
        return "is too long for some systems", f"use at most {LONGEST} characters"
    return "", ""


def _advice(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    better = _NO_SLUG.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
    advice = "use lower-case letters, digits and single hyphens"
    return f"{advice}, such as {quoted(better)}" if better else advice
