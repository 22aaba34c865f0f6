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

from collections import defaultdict
from collections.abc import Iterator

from site_builder.model.article import Article
from site_builder.model.claim import Status
from site_builder.model.earlier import EarlierArticle
from site_builder.model.finding import Finding
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Location
from site_builder.rules.published import added, before, named
from site_builder.rules.rule import Scope
from site_builder.rules.wording import counted
from site_builder.text.digest import digest

CODE = "H008"
NAME = "unnoticed-revision"
SCOPE = Scope.PUBLISHED

_MOST_SHOWN = 3


def check(newsroom: Project, project: Project) -> Iterator[Finding]:
    """Yield a finding for each article whose published claims stand on another text than before."""
    for name, stood in _claims_by_article(newsroom).items():
        article = newsroom.articles[name]
        now = digest(article.text)
        changed = [(file, then) for file, then in stood if then.digest != now]
        if changed and not all(_noticed(article, then) for _, then in changed):
            yield _finding(article, [file for file, _ in changed], newsroom)


def _finding(article: Article, files: list[ClaimFile], project: Project) -> Finding:
    record = article.record_source
    return Finding(
        CODE,
        f"the text is another than in {named(project)}, under {counted(len(files), 'published claim')}",
        Location(article.path),
        related=tuple(Location(file.path, ("quote",)) for file in files[:_MOST_SHOWN]),
        help=f"look at each of these claims, then add a dated entry to `revisions` in "
        f"{record.path if record else 'the record of the article'}, or bring the old text back",
    )


def _claims_by_article(newsroom: Project) -> dict[str, list[tuple[ClaimFile, EarlierArticle]]]:
    """Return the claims that were published and are, by article, each with the article under which it stood."""
    found: dict[str, list[tuple[ClaimFile, EarlierArticle]]] = defaultdict(list)
    for file in newsroom.claims:
        then = before(file, newsroom)
        if newsroom.earlier is None or file.claim is None or then is None:
            continue
        stood_on = newsroom.earlier.articles.get(then.article)
        published = file.claim.published and then.status is Status.PUBLISHED
        if published and stood_on and file.claim.article in newsroom.articles:
            found[file.claim.article].append((file, stood_on))
    return found


def _noticed(article: Article, then: EarlierArticle) -> bool:
    revisions = [(revision.date.isoformat(), revision.text) for revision in article.record.revisions]
    return bool(added(revisions, then.revisions))
