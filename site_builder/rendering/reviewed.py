"""An article with its published claims in full, as its own pages show them."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from site_builder.frozen import frozen
from site_builder.model.article import Article
from site_builder.model.project import Case
from site_builder.model.scale import Step
from site_builder.model.told import Told
from site_builder.rendering.coverage import Coverage, coverage

# From this many notes on, notes in the margin show the claim alone until they are opened.
DENSE = 13
CARD = "social.png"
"""The name of a social card's file, beside its page."""
# No file system has names of more than 255 bytes.
_LONGEST = 200


@frozen
class Entry:
    """A published claim in full: its number counts the claims of its article in the order of the text, from 1.

    ``card`` is the address of its social card, empty where it has none.
    """

    case: Case
    step: Step
    number: int
    card: str = ""

    @property
    def slug(self) -> str:
        """Return the fragment of the claim's mark on the article's page."""
        return self.case.file.slug

    @property
    def path(self) -> str:
        """Return the address of the claim's page."""
        return claim_path(self.case.file.id)

    @property
    def mark(self) -> str:
        """Return the address of the claim's mark; of the article where the quote is not found."""
        fragment = f"#{self.slug}" if self.case.anchor.found else ""
        return f"{article_path(self.case.article)}{fragment}"

    @property
    def claim(self) -> str:
        """Return what is said."""
        return self.case.claim.claim

    @property
    def article(self) -> Article:
        """Return the article that says it."""
        return self.case.article

    @property
    def found(self) -> bool:
        """Tell whether the quote stands in the article."""
        return self.case.anchor.found

    @property
    def updated(self) -> datetime.date | None:
        """Return when the claim last changed: its latest correction, or its check."""
        claim = self.case.claim
        if not claim.corrections:
            return claim.checked_on
        dates = [correction.date for correction in claim.corrections]
        return max([*dates, claim.checked_on] if claim.checked_on else dates)


@frozen(slots=False)
class Reviewed:
    """An article in full with its published claims, in the order of the text; ``card`` is as a claim's."""

    article: Article
    entries: tuple[Entry, ...]
    card: str = ""

    @cached_property
    def coverage(self) -> Coverage:
        """Return what of the article was looked at."""
        return coverage(self.article, [entry.case for entry in self.entries])

    @property
    def path(self) -> str:
        """Return the address of the article's page."""
        return article_path(self.article)

    @property
    def dense(self) -> bool:
        """Tell whether notes would crowd the margin."""
        return len(self.entries) >= DENSE


def article_path(article: Article) -> str:
    """Return the address of an article's page."""
    return f"articles/{article.name}/"


def claim_path(id: str) -> str:
    """Return the address of the page of the claim with this id."""
    return f"claims/{id}/"


def review(
    article: Article, cases: Iterable[Case], has_card: Callable[[str], bool] = lambda _: False
) -> Reviewed:
    """Return an article with the published among its ``cases``.

    ``has_card`` tells of a verdict or a title whether a social card can be made of it.
    """
    ordered = sorted((case for case in cases if case.claim.published), key=_place)
    entries = tuple(_entry(case, n, has_card) for n, case in enumerate(ordered, 1))
    card = f"{article_path(article)}{CARD}" if entries and has_card(article.title) else ""
    return Reviewed(article, entries, card)


def _entry(case: Case, number: int, has_card: Callable[[str], bool]) -> Entry:
    step = case.step or unknown(case.claim.verdict)
    return Entry(case, step, number, f"{claim_path(case.file.id)}{CARD}" if has_card(step.label) else "")


def _place(case: Case) -> tuple[bool, int, int, str]:
    first = next(iter(case.anchor.parts), None)
    return (first is None, first.start if first else 0, -first.end if first else 0, case.file.id)


def unknown(verdict: str) -> Step:
    """Return a step for a verdict that the scale does not have: a preview shows its word alone, in grey."""
    return Step(
        id=slug(verdict) or "verdict",
        label=verdict,
        criterion=verdict,
        tone="grey",
        icon="ring",
        line="dotted",
    )


@lru_cache(maxsize=4096)
def slug(words: str) -> str:
    """Return ``words`` for an address: lower case, without marks, letters and digits of any script kept."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    address = "-".join(re.findall(r"[^\W_]+", bare)).encode("utf-8", "replace")[:_LONGEST]
    return address.decode("utf-8", "ignore").rstrip("-")


def topic_slug(name: str) -> str:
    """Return a topic's part of an address, in every language that of the site's own; one without letters needs one."""
    return slug(name.said if isinstance(name, Told) else name) or "topic"
