"""misquoted-revision: a revision tells readers of words that the article has not, or never had

## What it checks

The words `after` in a revision stand in the article, or a later revision tells what became of them. Where the check
compares with an earlier record that has the text (`--against` a git ref), the words `before` in a new revision stood in
that text.

## Why it matters

Readers see both wordings beside each other, on the article's page and on those of the claims. A wording that was never
there would accuse the publisher of a change that nobody made.

## Fails

The article says: *The railway will run ten night trains a week.*

```yaml
revisions:
  - date: 2026-04-05
    text: The newspaper corrected the number of trains.
    wordings:
      - before: The railway will run twelve night trains a week.
        after: The railway will run eleven night trains a week.
```

## Passes

```yaml
revisions:
  - date: 2026-04-05
    text: The newspaper corrected the number of trains.
    wordings:
      - before: The railway will run twelve night trains a week.
        after: The railway will run ten night trains a week.
```

## How to mend it

`site-builder update ARTICLE NEWFILE` writes the entry with both wordings: copy them from there. Where the passage has
changed again since, add that as a revision of its own, on top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.anchoring import anchor, prepare
from site_builder.model.article import Article, Revision
from site_builder.model.earlier import EarlierArticle
from site_builder.model.finding import Finding
from site_builder.model.project import Project
from site_builder.model.source import Location
from site_builder.rules.misquotes import misquote
from site_builder.rules.published import added, named
from site_builder.rules.quotes import anchors
from site_builder.rules.rule import Scope

CODE = "A011"
NAME = "misquoted-revision"
SCOPE = Scope.PUBLISHED


def check(article: Article, project: Project) -> Iterator[Finding]:
    """Yield a finding for each wording of a revision that the article has not, or had not."""
    revisions = article.record.revisions
    then = project.earlier.articles.get(article.name) if project.earlier else None
    for i, revision in enumerate(revisions):
        for j, wording in enumerate(revision.wordings):
            route = ("revisions", i, "wordings", j)
            if wording.after and not _told_later(wording.after, revisions[:i], article.language):
                (found,) = anchors(article, (wording.after,))
                if not found.places:
                    yield misquote(CODE, article, (*route, "after"), wording.after, found)
            if wording.before and then and then.text and _is_new(revision, then):
                yield from _had_not(article, then, (*route, "before"), wording.before, project)


def _told_later(words: str, newer: Sequence[Revision], language: str) -> bool:
    """Tell whether a newer revision has the words among those that changed again."""
    befores = [w.before for revision in newer for w in revision.wordings if w.before]
    return any(anchor(prepare(before, language), words).places for before in befores)


def _is_new(revision: Revision, then: EarlierArticle) -> bool:
    return bool(added([(revision.date.isoformat(), revision.text)], then.revisions))


def _had_not(
    article: Article, then: EarlierArticle, route: tuple[str | int, ...], words: str, project: Project
) -> Iterator[Finding]:
    if anchor(prepare(then.text, article.language), words).places:
        return
    path = article.record_source.path if article.record_source else article.path
    yield Finding(
        CODE,
        f"these words do not stand in the article as it was in {named(project)}",
        Location(path, route),
        help="copy the words from the article as it was",
    )
