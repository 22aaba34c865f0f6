"""What machines read of an article and its claims: made with their pages, for nothing in it is of other articles."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.frozen import frozen
from site_builder.model.scale import Scale
from site_builder.rendering.annotations import annotations_json, annotations_path, text_path
from site_builder.rendering.cards import oembed, oembed_path
from site_builder.rendering.claimreview import claim_review
from site_builder.rendering.datasets import record, review_item
from site_builder.rendering.feeds import Body, Written, write_entry
from site_builder.rendering.json_text import encode
from site_builder.rendering.page import Page
from site_builder.rendering.pieces import mark_of
from site_builder.rendering.reviewed import Entry, Reviewed
from site_builder.rendering.site import Site
from site_builder.rendering.slips import Marks
from site_builder.rendering.tables import claim_rows, evidence_rows


@frozen
class Records:
    """An article's part of the files that have all claims.

    Of each claim its JSON, and the rows of both tables, all as the bytes that are published: there is much of it.
    """

    claims: tuple[bytes, ...]
    claim_rows: bytes
    evidence_rows: bytes


@frozen
class News:
    """The same for the files that tell what is new. They are made later, so that both need not be in memory at once.

    Of each claim its ClaimReview in the feed of them, and its entry in feeds. Without a public address there are none.
    """

    reviews: tuple[bytes, ...]
    feed: tuple[Written | None, ...]


def marks_of(records: Records, news: News) -> Marks:
    """Return the marks of both."""
    return Marks(
        b"".join(map(mark_of, records.claims)),
        b"".join(map(mark_of, news.reviews)),
        mark_of(records.claim_rows),
        mark_of(records.evidence_rows),
        b"".join(mark_of(b"\0".join(written or ())) for written in news.feed),
    )


def make_records(reviewed: Reviewed, site: Site) -> Records:
    """Return the article's records."""
    return Records(
        claims=tuple(encode(record(entry, site)).encode() for entry in reviewed.entries),
        claim_rows=claim_rows(reviewed.entries, site).encode(),
        evidence_rows=evidence_rows(reviewed.entries).encode(),
    )


def make_news(reviewed: Reviewed, reviews: tuple[str, ...], site: Site, body: Body) -> News:
    """Return the article's news; ``reviews`` are the ClaimReviews of its claims, ``body`` is that of feeds."""
    return News(
        reviews=tuple(map(review_item, reviewed.entries, reviews)) if site.url else (),
        feed=tuple(write_entry(entry, site, body) for entry in reviewed.entries) if site.url else (),
    )


def make_reviews(entries: tuple[Entry, ...], site: Site, scale: Scale) -> tuple[str, ...]:
    """Return the ClaimReviews of claims as JSON; none without a public address."""
    return tuple(encode(claim_review(entry, site, scale)) for entry in entries) if site.url else ()


def article_files(reviewed: Reviewed, site: Site) -> Iterator[Page]:
    """Yield the files of an article and its claims that are no pages: its text first, then its annotations."""
    yield Page(text_path(reviewed), reviewed.article.text)
    if site.url:
        yield Page(annotations_path(reviewed), annotations_json(reviewed, site))
        for entry in reviewed.entries:
            yield Page(oembed_path(entry.path), oembed(entry, site))
