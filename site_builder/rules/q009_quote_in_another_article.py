"""quote-in-another-article: the quoted words are those of another text

## What it checks

A quote that does not stand in its article is looked for, word for word, in the newsroom's other articles and in the
kept copies of sources. A word or two stand in many texts; they are not looked for.

## Why it matters

Words that are laid at the wrong door are the worst kind of misquotation, and the easiest to overlook: each of them was
really written, only by somebody else.

## Fails

```yaml
article: harbour
quote: The bridge cost 1,600 euros   # this stands in the article `bridge`
```

## Passes

```yaml
article: bridge
quote: The bridge cost 1,600 euros
```

## How to mend it

Name the article that has the words, or quote the one that you mean.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from site_builder.anchoring import Prepared, anchor, prepare
from site_builder.model.anchor import AnchorStatus
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.kept import languages
from site_builder.rules.rule import Scope
from site_builder.rules.wording import quoted
from site_builder.text.case import fold
from site_builder.text.normal import normal_text, normalise

CODE = "Q009"
NAME = "quote-in-another-article"
SCOPE = Scope.NEWSROOM

_OMISSION = re.compile(r"\[?(?:…|\.\.\.)\]?")

# A word or two stand in many texts and are nobody's.
_FEWEST_WORDS = 3

_CASES = ("", "tr")
"""Languages that stand for all by how they change the case of letters."""

_prepared = lru_cache(maxsize=1024)(prepare)


def check(case: Case, project: Project) -> Iterator[Finding]:
    """Yield a finding for each other text in which an orphaned quote stands."""
    quote = case.claim.quote
    if case.anchor.status is not AnchorStatus.ORPHAN or len(quote.split()) < _FEWEST_WORDS:
        return
    for path, text in _others(case, project):
        if _may_have(text, quote):
            place = next(iter(anchor(text, quote).places), None)
            if place:
                yield Finding(
                    CODE,
                    f"these words are not the article's: they stand in {quoted(path)}",
                    Location(case.file.path, ("quote",)),
                    related=(Location(path, span=place[0]),),
                    help="name the article that has the words, or quote the one that you mean",
                    claim=case.file.id,
                )


def _others(case: Case, project: Project) -> Iterator[tuple[str, Prepared]]:
    for article in project.articles.values():
        if article.name != case.article.name:
            yield article.path, _prepared(article.text, article.language)
    spoken = languages(project)
    for name, kept in project.kept.items():
        yield kept.path, _prepared(kept.text, spoken.get(name, project.settings.language))


def _may_have(text: Prepared, quote: str) -> bool:
    """Tell quickly whether the longest part of the quote could stand in a text: the finder alone decides."""
    return normalise(_longest(quote), text.language, case=False).text.strip() in text.folded.text


def may_stand(quotes: Collection[str], text: str) -> bool:
    """Tell quickly whether one of ``quotes`` could stand in a text, whatever its language: the rule alone decides."""
    plain = normal_text(text)
    for language in _CASES:
        folded = fold(plain, language)[0]
        if any(fold(normal_text(_longest(quote)), language)[0].strip() in folded for quote in quotes):
            return True
    return False


def _longest(quote: str) -> str:
    return max(_OMISSION.split(quote), key=len)
