"""awkward-article-name: an article's file name cannot stand in an address

## What it checks

The name of an article's file, and of every folder it lies in below the articles folder, has no control characters, no
quotation marks or backslashes and none of `< > : | ? * # % &`. It does not begin or end with a space, nor end with a
dot. It has at most 100 characters. It is none that Windows keeps for devices, such as `con` or `nul`. No two articles
have names that differ only in case or in the way letters with marks are written.

## Why it matters

The name becomes the article's address on the site. Some systems cannot hold such a name, others take two names for
one, and then one article is published in the place of the other.

## Fails

```text
seeds/con.txt
seeds/Jam.txt and seeds/jam.txt
```

## Passes

```text
seeds/100-jam.txt
```

## How to mend it

Rename the file, and its record with it, before the article is published rather than after.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.outline import Outline
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.names import LONGEST, forbidden, is_reserved, is_too_long
from site_builder.rules.rule import Scope
from site_builder.rules.wording import quoted

CODE = "A010"
NAME = "awkward-article-name"
SCOPE = Scope.NEWSROOM

_ADVICE = "use lower-case letters, digits and single hyphens"


def check(newsroom: Outline, project: Project) -> Iterator[Finding]:
    """Yield a finding for each article whose name is no name everywhere, or is taken."""
    first: dict[str, str] = {}
    for whole, path in newsroom.articles.items():
        for name in whole.split("/"):
            if message := _wrong(name):
                yield Finding(CODE, f"the name {quoted(name)} {message}", Location(path), help=_ADVICE)
        other = first.setdefault(unicodedata.normalize("NFC", whole).casefold(), whole)
        if other != whole:
            message = f"some systems take the names {quoted(whole)} and {quoted(other)} for one"
            yield Finding(
                CODE,
                message,
                Location(path),
                (Location(newsroom.articles[other]),),
                "give one of the two another name",
            )


def _wrong(name: str) -> str:
    if sign := forbidden(name):
        return f"has the sign U+{ord(sign):04X}, which an address cannot carry"
    if name != name.strip() or name.endswith("."):
        return "begins or ends with a space, or ends with a dot"
    if is_reserved(name):
        return "is kept for a device by Windows"
    return f"has more than {LONGEST} characters or 200 bytes" if is_too_long(name) else ""
