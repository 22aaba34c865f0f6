"""unnoticed-revision: an article's text changed under published claims, and its record does not say so

## What it checks

Compared with an earlier record (`site-builder check --against main`, or against a published `claims.json`), an article
with published claims has the text that it had, or a new entry under `revisions` in its record. An article that was
only renamed has not changed.

## Why it matters

The claims were checked against the old text. A quote may still be found in the new one, and mean something else: the
sentence before it may now say the contrary. Readers should know that the article changed after the check.

## Fails

```
echo "One more sentence." >> seeds/100-jam.txt
```

## Passes

```yaml
revisions:
  - date: 2025-12-01
    text: The publisher added a last sentence. No claim is affected.
```

## How to mend it

`site-builder update ARTICLE NEWFILE` tells what the change means for each claim. Look at each, then add an entry at the
top of `revisions` in the article's record. If nobody meant to change the text, bring the old one back.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.article import Article
from site_builder.model.claim import Status
from site_builder.model.earlier import EarlierArticle
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.published import added, before, named
from site_builder.rules.wording import counted
from site_builder.text.digest import digest

CODE = "H008"
NAME = "unnoticed-revision"


def check(article: Article, project: Project) -> Iterator[Finding]:
    """Yield a finding where published claims stand on another text than before."""
    if project.earlier is None:
        return
    now = digest(article.text)
    stood = [(file, then) for file, then in _claims_on(article, project) if then.digest != now]
    if not stood or all(_noticed(article, then) for _, then in stood):
        return
    record = article.record_source
    yield Finding(
        CODE,
        f"the text is another than in {named(project)}, under {counted(len(stood), 'published claim')}",
        Location(article.path),
        related=tuple(Location(file.path, ("quote",)) for file, _ in stood[:3]),
        help=f"look at each of these claims, then add a dated entry to `revisions` in "
        f"{record.path if record else 'the record of the article'}, or bring the old text back",
    )


def _claims_on(article: Article, project: Project) -> Iterator[tuple[ClaimFile, EarlierArticle]]:
    """Yield the published claims on ``article``, each with the article under which it stood."""
    assert project.earlier is not None
    for file in project.claims:
        then = before(file, project)
        if file.claim is None or file.claim.article != article.name or then is None:
            continue
        stood_on = project.earlier.articles.get(then.article)
        if file.claim.published and then.status is Status.PUBLISHED and stood_on:
            yield file, stood_on


def _noticed(article: Article, then: EarlierArticle) -> bool:
    revisions = [(revision.date.isoformat(), revision.text) for revision in article.record.revisions]
    return bool(added(revisions, then.revisions))
