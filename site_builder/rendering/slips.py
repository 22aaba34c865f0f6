"""An article with its published claims in brief: what all lists together show of it, and which files it has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from site_builder.digests import SIZE, parted
from site_builder.model.article import Article, Structure
from site_builder.model.told import Told
from site_builder.rendering.coverage import Measure
from site_builder.rendering.headers import pattern
from site_builder.rendering.reviewed import Entry, Reviewed

_LENGTH = 16


class Made(NamedTuple):
    """A file that is made of an article: its path, the digest of its bytes and their number, its policy if any."""

    path: str
    digest: bytes
    size: int
    policy: str


class Files(NamedTuple):
    """The files of an article, column by column, as they are soon read back.

    ``paths`` are parted by a zero byte. ``policies`` are the different ones, ``which`` tells that of each file.
    ``shipped`` are those of the pages, by the pattern of their addresses.
    """

    paths: str
    digests: bytes
    sizes: tuple[int, ...]
    policies: tuple[str, ...]
    which: tuple[int, ...]
    shipped: dict[str, tuple[str, ...]]

    def each(self) -> Iterator[Made]:
        """Yield the files."""
        if self.sizes:
            digests = parted(self.digests, SIZE)
            policies = (self.policies[number] for number in self.which)
            yield from map(Made, self.paths.split("\0"), digests, self.sizes, policies)


class Face(NamedTuple):
    """What lists show of an article and its claims.

    ``article`` is without its text. ``rows`` are what :class:`catalogue.Listed` is made from, as plain tuples that are
    soon read back: first the id of its step and the word of its verdict.
    """

    article: Article
    measure: Measure
    card: str
    rows: tuple[tuple[Any, ...], ...]


class Marks(NamedTuple):
    """What tells an article's records (`records.py`) from others: a mark for each claim, or for its rows."""

    claims: bytes = b""
    reviews: bytes = b""
    claim_rows: bytes = b""
    evidence_rows: bytes = b""
    feed: bytes = b""


class Slip:
    """What is known of an article whose own pages are made.

    ``digest`` is one of all that lists show of it, ``order`` one of what decides where it and its claims stand there:
    all but their words. ``data`` is one of what files for machines have of it, ``marks`` are those of its records, and
    ``files`` are its own. ``look`` returns its face, which is not taken apart before somebody asks.
    """

    def __init__(
        self, digest: str, order: str, data: str, marks: Marks, files: Files, look: Callable[[], Face]
    ) -> None:
        self.digest, self.order, self.data = digest, order, data
        self.marks, self.files, self._look = marks, files, look

    def __reduce__(self) -> tuple[type[Slip], tuple[Any, ...]]:
        """Leave the face where it is."""
        return Slip, (self.digest, self.order, self.data, self.marks, self.files, self._look)

    def with_face(self, look: Callable[[], Face]) -> Slip:
        """Return the slip with a face that is made by ``look``."""
        return Slip(self.digest, self.order, self.data, self.marks, self.files, look)

    @cached_property
    def face(self) -> Face:
        """Return what lists show."""
        return self._look()


def make_slip(reviewed: Reviewed, made: Sequence[Made], marks: Marks | None = None) -> Slip:
    """Return the slip of an article whose files are ``made``; ``marks`` are those of its records."""
    article, measure = _in_brief(reviewed.article), reviewed.coverage.measure
    # what a list shows of a claim is also whose it is
    own = repr((article.name, _told(article.title), article.language, article.record.title is None))
    face = Face(article, measure, reviewed.card, tuple(_row(entry, own) for entry in reviewed.entries))
    shown = repr((own, article.record, measure, face.card, [row[-1] for row in face.rows]))
    # the data page tells how large they are
    sizes = [(each.path, each.size) for each in made if not each.path.endswith(".html")]
    order = _digest(repr((own, [*map(_place, reviewed.entries)])))
    data = _digest(repr((marks, sizes)))
    return Slip(_digest(shown), order, data, marks or Marks(), _columns(made), lambda: face)


def _columns(made: Sequence[Made]) -> Files:
    places: dict[str, int] = {}
    which = tuple(places.setdefault(each.policy, len(places)) for each in made)
    shipped: dict[str, list[str]] = {}
    for each in made:
        if each.path.endswith(".html"):
            shipped.setdefault(pattern(each.path), []).append(each.policy)
    return Files(
        "\0".join(each.path for each in made),
        b"".join(each.digest for each in made),
        tuple(each.size for each in made),
        tuple(places),
        which,
        {path: tuple(dict.fromkeys(policies)) for path, policies in shipped.items()},
    )


def _in_brief(article: Article) -> Article:
    record = article.record.model_copy(update={"structure": Structure(), "set_aside": (), "revisions": ()})
    return Article(article.name, article.path, "", record, (), ())


def _row(entry: Entry, own: str) -> tuple[Any, ...]:
    claim, step = entry.case.claim, entry.step.id
    corrections = tuple((correction.date, correction.text) for correction in claim.corrections)
    facts = (entry.number, entry.card, entry.found, claim.checked_on, entry.updated)
    words = (*map(_told, (claim.claim, *claim.topics, *(text for _, text in corrections))),)
    days = [day for day, _ in corrections]
    digest = _digest(repr((own, entry.case.file.id, claim.claimant, step, claim.verdict, facts, words, days)))
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


def _place(entry: Entry) -> tuple[Any, ...]:
    """Return what decides in which lists a claim stands, and where."""
    claim = entry.case.claim
    days = (claim.checked_on, entry.updated, *(correction.date for correction in claim.corrections))
    return (
        entry.case.file.id,
        entry.step.id,
        claim.verdict,
        claim.claimant,
        [*map(_told, claim.topics)],
        days,
    )


def _told(words: str) -> tuple[str, ...]:
    """Return words with the language that they are told in, and what they are in the site's own."""
    return (str(words), words.language, words.said) if isinstance(words, Told) else (words,)


def _digest(shown: str) -> str:
    return hashlib.blake2b(shown.encode("utf-8", "surrogatepass"), digest_size=_LENGTH).hexdigest()
