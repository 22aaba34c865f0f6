"""The files that have all claims, or all of a topic, put together from what each article gives to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import accumulate
from typing import NamedTuple

from site_builder.digests import bytes_of, digest_of, parted
from site_builder.rendering.catalogue import Catalogue, Listed
from site_builder.rendering.datasets import (
    UNDATED,
    YEARS,
    deleted,
    in_years,
    review_form,
    year_file,
    year_index,
)
from site_builder.rendering.environment import Renderer
from site_builder.rendering.feeds import ATOM, JSON_FEED, Feed, Written, atom, feed_body, json_feed, make_feed
from site_builder.rendering.feeds import write_entry as write
from site_builder.rendering.json_text import rows_form
from site_builder.rendering.page import AnyPage, Page
from site_builder.rendering.pieces import MARK, Noted, Pieces, mark_of
from site_builder.rendering.records import News, Records
from site_builder.rendering.sharing import Delivered
from site_builder.rendering.tables import claims_form, data_package, evidence_form
from site_builder.rendering.withdrawn import Tombstone


class Assembled(NamedTuple):
    """A file with the number of its bytes, its kind, and the topic or the year that it belongs to, if any."""

    page: AnyPage
    size: int
    kind: str
    subject: str = ""


class Downloads:
    """Makes them of what was ``delivered``: what is as it was is cut out of the files that are there by ``pieces``."""

    def __init__(
        self, catalogue: Catalogue, delivered: Sequence[Delivered], renderer: Renderer, pieces: Pieces
    ) -> None:
        self._catalogue, self._delivered, self._pieces = catalogue, delivered, pieces
        self._renderer, self._site = renderer, renderer.site
        self._marks = [each.slip.marks for each in delivered]
        self._claims = [*parted(b"".join(marks.claims for marks in self._marks), MARK)]
        self._opened: dict[int, Records] = {}
        self._new: dict[int, News] = {}

    def files(self) -> Iterator[Assembled]:
        """Yield them all."""
        yield self._rows("claims.json", "json", range(len(self._claims)))[0]
        yield from self._years()
        yield from self._tables()
        # of a large newsroom they are much
        self._opened.clear()
        if self._site.url:
            yield self._reviews()
            yield from self._feeds()

    def _rows(
        self, path: str, kind: str, numbers: Sequence[int], subject: str = ""
    ) -> tuple[Assembled, Noted]:
        """Return a file of claims, of each a row."""
        page, noted = self._pieces.file(
            path,
            rows_form(len(numbers)),
            [self._claims[number] for number in numbers],
            lambda place: self._of(numbers[place]).claims[self._within(numbers[place])],
            summed=bool(subject),
        )
        return Assembled(page, noted.size, kind, subject), noted

    def _years(self) -> Iterator[Assembled]:
        entries, files = self._catalogue.entries, {}
        years = in_years(entries)
        for year, numbers in years.items():
            download, files[year] = self._rows(year_file(year), "year", numbers, str(year or UNDATED))
            yield download
        listed = {year: [entries[number] for number in numbers] for year, numbers in years.items()}
        index = year_index(listed, files, self._site)
        yield Assembled(Page(YEARS, index), len(index), "years")

    def _tables(self) -> Iterator[Assembled]:
        claims, noted = self._pieces.file(
            "claims.csv",
            claims_form(self._site),
            [marks.claim_rows for marks in self._marks],
            lambda place: self._records(place).claim_rows,
            summed=True,
        )
        yield Assembled(claims, noted.size, "claims")
        evidence, also = self._pieces.file(
            "evidence.csv",
            evidence_form(),
            [marks.evidence_rows for marks in self._marks],
            lambda place: self._records(place).evidence_rows,
            summed=True,
        )
        yield Assembled(evidence, also.size, "evidence")
        package = bytes_of(data_package(self._catalogue, self._site, noted, also))
        yield Assembled(Page("datapackage.json", package), len(package), "package")

    def _reviews(self) -> Assembled:
        """Return the ClaimReviews of all claims, newest first; those of withdrawn ones come last."""
        gone = [deleted(stone, self._site) for stone in self._catalogue.withdrawn]
        marks = [*parted(b"".join(marks.reviews for marks in self._marks), MARK)]
        numbers = [self._numbers[entry.path] for entry in self._catalogue.latest]

        def piece(place: int) -> bytes:
            if place >= len(numbers):
                return gone[place - len(numbers)]
            return self._news(numbers[place]).reviews[self._within(numbers[place])]

        page, noted = self._pieces.file(
            "claimreview.json",
            review_form(self._catalogue, self._site),
            [*(marks[number] for number in numbers), *map(mark_of, gone)],
            piece,
        )
        return Assembled(page, noted.size, "reviews")

    def _feeds(self) -> Iterator[Assembled]:
        catalogue, site = self._catalogue, self._site
        feeds = [(make_feed("", site.name, catalogue.entries, catalogue.withdrawn), "")]
        for topic in catalogue.topics:
            title, gone = f"{site.name} – {topic.name}", topic.withdrawn(catalogue.withdrawn)
            feeds.append((make_feed(topic.path, title, topic.entries, gone), topic.name))
        marks = [*parted(b"".join(marks.feed for marks in self._marks), MARK)]
        for feed, subject in feeds:
            yield from self._feed(feed, subject, marks)

    def _feed(self, feed: Feed, subject: str, marks: Sequence[bytes]) -> Iterator[Assembled]:
        """Yield a feed in both forms."""
        items = [item for _, item in feed.items]
        told = [
            mark_of(b"\0".join(self._gone[item.path]))
            if isinstance(item, Tombstone)
            else marks[self._numbers[item.path]]
            for item in items
        ]
        for form, kind, name, which in (
            (atom(feed, self._site), "atom", ATOM, 0),
            (json_feed(feed, self._site), "feed", JSON_FEED, 1),
        ):
            path = f"{feed.path}{name}"
            page, noted = self._pieces.file(path, form, told, partial(self._written, items, which))
            yield Assembled(page, noted.size, kind, subject)

    def _written(self, items: Sequence[Listed | Tombstone], form: int, place: int) -> bytes:
        """Return an entry of a feed, in one of its forms."""
        item = items[place]
        if isinstance(item, Tombstone):
            return self._gone[item.path][form]
        number = self._numbers[item.path]
        written = self._news(number).feed[self._within(number)]
        assert written is not None  # what has a date has an entry
        return written[form]

    @cached_property
    def _gone(self) -> dict[str, Written]:
        """Return the entries of withdrawn claims, by their paths."""
        body = feed_body(self._renderer)
        written = ((stone.path, write(stone, self._site, body)) for stone in self._catalogue.withdrawn)
        return {path: each for path, each in written if each}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Return the place of each claim among all, by its path."""
        return {entry.path: number for number, entry in enumerate(self._catalogue.entries)}

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(reviewed.entries) for reviewed in self._catalogue.articles))

    def _of(self, number: int) -> Records:
        """Return the records of the article of a claim."""
        return self._records(bisect_right(self._ends, number))

    def _news(self, number: int) -> News:
        """Return the news of the article of a claim."""
        place = bisect_right(self._ends, number)
        if place not in self._new:
            self._new[place] = self._delivered[place].news()
        return self._new[place]

    def _within(self, number: int) -> int:
        """Return the place of a claim among those of its article."""
        place = bisect_right(self._ends, number)
        return number - (self._ends[place - 1] if place else 0)

    def _records(self, place: int) -> Records:
        if place not in self._opened:
            self._opened[place] = self._delivered[place].records()
        return self._opened[place]


def noted(made: Assembled) -> tuple[str, bytes, int, tuple[str, str]]:
    """Return what is noted of a file."""
    page = made.page
    digest = page.digest or digest_of(page.content)
    return page.path, digest, made.size, (made.kind, made.subject)
