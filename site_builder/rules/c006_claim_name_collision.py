"""claim-name-collision: two claims on one article have the same name

## What it checks

The claims on one article have names of their own. A claim's name is its file's name without the folders before it
and without the ending.

## Why it matters

The name is the claim's address: links lead to `/articles/100-jam/#600-layoffs`. Two claims of one name would share
one address, and links to one of them would lead to the other. The same holds for a claim named like a claim's note
(`note-` and its name) or like a sentence (`s-` and eight signs).

## Fails

```text
claims/100-jam/600-layoffs.yaml      article: 100-jam
claims/meta/600-layoffs.yaml         article: 100-jam
```

## Passes

```text
claims/100-jam/600-layoffs.yaml      article: 100-jam
claims/100-jam/meta-team-hours.yaml  article: 100-jam
```

## How to mend it

Give one of the two files another name. If one of them is already published, keep its name and change the other's,
so that links to it stay alive.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.wording import quoted

CODE = "C006"
NAME = "claim-name-collision"
WHOLE = True


_NOTE = "note-"
"""Before a claim's name, this is the fragment of its note on the article's page."""
_SENTENCE = "s-"
"""So begins the fragment of a sentence."""


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each claim file whose fragments on its article's page something else has."""
    first: dict[tuple[str, str], ClaimFile] = {}
    readable = [file for file in newsroom.claims if file.claim is not None]
    for file in readable:
        other = first.setdefault((_article(file), file.slug), file)
        if other is not file:
            yield _finding(file, f"another claim on this article is named {quoted(file.slug)} too", other)
    for file in readable:
        other = first.get((_article(file), file.slug.removeprefix(_NOTE)), file)
        if other.slug != file.slug:
            yield _finding(
                file, f"the note of another claim on this article has the address {quoted(file.slug)}", other
            )
        elif _names_a_sentence(newsroom, file):
            yield _finding(file, f"a sentence of the article has the address {quoted(file.slug)}", file)


def _article(file: ClaimFile) -> str:
    return file.claim.article if file.claim else ""


def _names_a_sentence(newsroom: Project, file: ClaimFile) -> bool:
    # ids of sentences begin alike: few names need the search
    article = newsroom.articles.get(_article(file)) if file.slug.startswith(_SENTENCE) else None
    return article is not None and any(sentence.id == file.slug for sentence in article.sentences)


def _finding(file: ClaimFile, message: str, other: ClaimFile) -> Finding:
    return Finding(
        CODE,
        message,
        Location(file.path, ("article",)),
        related=(Location(other.path, ("article",)),) if other is not file else (),
        help="give one of the two files another name" if other is not file else "give the file another name",
        claim=file.id,
    )
