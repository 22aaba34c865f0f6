"""An article with its published claims in brief: what all lists together show of it, and which files it has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from site_builder.frozen import frozen
from site_builder.model.article import Article, Structure
from site_builder.model.told import Told
from site_builder.rendering.coverage import Measure
from site_builder.rendering.reviewed import Entry, Reviewed

_LENGTH = 16


@frozen
class Made:
    """A file that is made of an article: its path, the digest of its bytes and their number, its policy if any."""

    path: str
    digest: bytes
    size: int
    policy: str


@frozen
class Slip:
    """What is known of an article whose own pages are made.

    ``article`` is without its text. ``rows`` are what :class:`catalogue.Listed` is made from, as plain tuples that are
    soon read back: first the id of its step and the word of its verdict. ``made`` are its own files. ``digest`` is one
    of all that lists show of it.
    """

    article: Article
    measure: Measure
    card: str
    rows: tuple[tuple[Any, ...], ...]
    made: tuple[Made, ...]
    digest: str


def make_slip(reviewed: Reviewed, made: Iterable[Made]) -> Slip:
    """Return the slip of an article."""
    article, measure = _in_brief(reviewed.article), reviewed.coverage.measure
    # what a list shows of a claim is also whose it is
    face = repr((article.name, _told(article.title), article.language, article.record.title is None))
    rows = tuple(_row(entry, face) for entry in reviewed.entries)
    shown = repr((face, article.record, measure, reviewed.card, [row[-1] for row in rows]))
    return Slip(article, measure, reviewed.card, rows, tuple(made), _digest(shown))


def _in_brief(article: Article) -> Article:
    record = article.record.model_copy(update={"structure": Structure(), "set_aside": (), "revisions": ()})
    return Article(article.name, article.path, "", record, (), ())


def _row(entry: Entry, face: str) -> tuple[Any, ...]:
    claim, step = entry.case.claim, entry.step.id
    corrections = tuple((correction.date, correction.text) for correction in claim.corrections)
    facts = (entry.number, entry.card, entry.found, claim.checked_on, entry.updated)
    words = (*map(_told, (claim.claim, *claim.topics, *(text for _, text in corrections))),)
    days = [day for day, _ in corrections]
    digest = _digest(
        repr((face, entry.case.file.id, claim.claimant, step, claim.verdict, facts, words, days))
    )
    return (
        step,
        claim.verdict,
        entry.case.file.id,
        claim.claim,
        claim.claimant,
        claim.topics,
        *facts,
        corrections,
        digest,
    )


def _told(words: str) -> tuple[str, ...]:
    """Return words with the language that they are told in, and what they are in the site's own."""
    return (str(words), words.language, words.said) if isinstance(words, Told) else (words,)


def _digest(shown: str) -> str:
    return hashlib.blake2b(shown.encode("utf-8", "surrogatepass"), digest_size=_LENGTH).hexdigest()
