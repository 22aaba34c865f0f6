"""uncovered-figures: too many sentences with figures are neither checked nor set aside

## What it checks

Of the article's sentences that hold figures, at least the share that the policy in `mkdocs.yml` asks for (`coverage`,
in percent) is quoted by a claim or stands in `set_aside` with a reason. Captions, credits and strays do not count.

`site-builder coverage` lists the sentences that are left.

## Why it matters

A page that checks the three easy figures and passes over the rest looks like a checked article.

## Fails

With `coverage: 100`:

```yaml
# the article's record; nobody has looked at “The bridge cost 1,600 euros.”
set_aside: []
```

## Passes

```yaml
set_aside:
  - quote: The bridge cost 1,600 euros.
    reason: The town publishes no accounts for that year.
```

## How to mend it

Check the sentences that are left, or set them aside in the article's record, each with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.anchoring import anchor, prepare
from site_builder.coverage import cover
from site_builder.figures import read
from site_builder.model.article import Article, Sentence
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.rules.wording import counted

CODE = "A009"
NAME = "uncovered-figures"

# More would bury the finding; `site-builder coverage` shows them all.
_SHOWN = 5


def check(article: Article, project: Project) -> Iterator[Finding]:
    """Yield a finding where the share of settled sentences with figures is below the policy's."""
    least = project.settings.policy.coverage
    if not least:
        return
    coverage = cover(article, _cases(article, project))
    total = sum(_has_figures(article, sentence) for sentence in coverage.sentences)
    left = len(coverage.uncovered)
    if total and (total - left) * 100 < least * total:
        yield Finding(
            CODE,
            f"{left} of {counted(total, 'sentence')} with figures {'is' if left == 1 else 'are'} neither checked nor "
            f"set aside; the policy asks for {least} % to be",
            Location(article.path, span=coverage.uncovered[0].figures[0].span),
            related=tuple(
                Location(article.path, span=uncovered.figures[0].span)
                for uncovered in coverage.uncovered[1:_SHOWN]
            ),
            help="check these sentences, or set them aside in the article's record with a reason",
        )


def _has_figures(article: Article, sentence: Sentence) -> bool:
    return any(f.is_quantity for f in read(sentence.span.of(article.text), article.language))


def _cases(article: Article, project: Project) -> Iterator[Case]:
    """Yield the claims on an article with the sentences that they quote: of a case, coverage needs no more."""
    prepared = prepare(article.text, article.language)
    for file in project.claims:
        claim = file.claim
        if claim and claim.article == article.name:
            found = anchor(prepared, claim.quote, prefix=claim.prefix, suffix=claim.suffix)
            touched = (s for s in article.sentences if any(s.span.overlaps(part) for part in found.parts))
            yield Case(file, claim, article, found, tuple(touched), (), None)
