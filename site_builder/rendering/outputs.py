"""Everything of the site that is not for reading on it: data, feeds, cards, and pages that keep old links alive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from site_builder import schemas
from site_builder.model.project import Project
from site_builder.rendering.annotations import annotations_path, text_path
from site_builder.rendering.cards import card_path, embed_code
from site_builder.rendering.catalogue import Catalogue, Entry
from site_builder.rendering.compiling import Memory, kept
from site_builder.rendering.datasets import UNDATED, YEARS, claims_by_year, review_feed
from site_builder.rendering.environment import Renderer
from site_builder.rendering.feeds import ATOM, JSON_FEED, Body, Feed, FeedDesk, atom, json_feed, make_feed
from site_builder.rendering.json_text import json_rows
from site_builder.rendering.llms import llms_txt
from site_builder.rendering.page import Page, size_of
from site_builder.rendering.records import Records
from site_builder.rendering.site import Site
from site_builder.rendering.sitemap import sitemap
from site_builder.rendering.tables import LEADING_APOSTROPHE, claims_csv, data_package, evidence_csv
from site_builder.rendering.withdrawn import Tombstone, moved
from site_builder.rules.rule import Rule

_MOST = 100
"""Articles whose files the data page names one by one."""
MakePage = Callable[..., Page]
"""From an address, a template's name and its names to a page."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file for machines, as the data page lists it. ``subject`` is the article or topic it belongs to, if any."""

    kind: str
    path: str
    size: int
    subject: str = ""


def other_pages(
    project: Project,
    catalogue: Catalogue,
    records: Sequence[Records],
    rules: Sequence[Rule],
    renderer: Renderer,
    make: MakePage,
    memory: Memory | None,
) -> Iterator[Page]:
    """Yield them all. Without a public address, files that need one are left out; the data page says so.

    ``records`` are those of all articles, in their order, whose own files are made with their pages.
    """
    downloads: list[Download] = []
    for kind, page, subject in _files(catalogue, records, renderer):
        downloads.append(Download(kind, page.path, size_of(page), subject))
        yield page
    downloads += _articles(catalogue, records)
    yield _data_page(downloads, catalogue, renderer.site, make)
    yield from _old_addresses(project, catalogue, make)
    if renderer.site.folder:
        return
    # what there is once for all languages
    yield Page("llms.txt", llms_txt(catalogue, renderer.site))
    yield from _schemas(project, catalogue, rules, memory)
    if renderer.site.url:
        yield from sitemap(catalogue, rules, renderer.site)
    if renderer.site.url and not renderer.site.prefix:
        yield Page(
            "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {renderer.site.absolute('sitemap.xml')}\n"
        )


def _schemas(
    project: Project, catalogue: Catalogue, rules: Sequence[Rule], memory: Memory | None
) -> Iterator[Page]:
    """Yield the JSON Schemas of the files that editors write; of the articles they know only what is published."""
    public = replace(project, articles={r.article.name: r.article for r in catalogue.articles})
    known = schemas.known_of(public, (rule.name for rule in rules))
    texts = kept(
        memory,
        "schemas",
        [repr(known)],
        lambda: {kind: schemas.dump(schemas.schema(kind, known)) for kind in schemas.KINDS},
    )
    for kind, text in texts.items():
        yield Page(f"schemas/{kind}.json", text)


def _data_page(downloads: Sequence[Download], catalogue: Catalogue, site: Site, make: MakePage) -> Page:
    texts = [download for download in downloads if download.kind == "text"]
    annotations = [download for download in downloads if download.kind == "annotations"]
    return make(
        "data/",
        "data.html",
        downloads=downloads,
        articles=list(zip_longest(texts, annotations)) if len(texts) <= _MOST else (),
        many=len(texts) > _MOST,
        apostrophe=LEADING_APOSTROPHE,
        schemas=schemas.KINDS,
        undated=UNDATED,
        sample=embed_code(catalogue.latest[0], site) if site.url and catalogue.entries else "",
    )


def _files(
    catalogue: Catalogue, records: Sequence[Records], renderer: Renderer
) -> Iterator[tuple[str, Page, str]]:
    """Yield the files that have all claims, or all of a topic, each with its kind and its subject."""
    site = renderer.site
    claims = claims_csv((each.claim_rows for each in records), site)
    evidence = evidence_csv(each.evidence_rows for each in records)
    rows = list(chain.from_iterable(each.claims for each in records))
    yield "json", Page("claims.json", json_rows(rows).encode()), ""
    for page in claims_by_year(catalogue.entries, rows, site):
        year = page.path.removeprefix("claims-").removesuffix(".json")
        yield ("years", page, "") if page.path == YEARS else ("year", page, year)
    yield "claims", Page("claims.csv", claims), ""
    yield "evidence", Page("evidence.csv", evidence), ""
    yield "package", Page("datapackage.json", data_package(catalogue, site, claims, evidence)), ""
    if site.url:
        reviews = chain.from_iterable(each.reviews for each in records)
        by_path = dict(zip((entry.path for entry in catalogue.entries), reviews, strict=True))
        yield "reviews", Page("claimreview.json", review_feed(catalogue, by_path, site).encode()), ""
        for feed, subject in _feeds(catalogue, renderer):
            yield "atom", Page(feed.path + ATOM, atom(feed, site)), subject
            yield "feed", Page(feed.path + JSON_FEED, json_feed(feed, site)), subject


def _articles(catalogue: Catalogue, records: Sequence[Records]) -> Iterator[Download]:
    """Yield the text of each article, and its annotations, which lie there already."""
    for reviewed, record in zip(catalogue.articles, records, strict=True):
        paths = {"text": text_path(reviewed), "annotations": annotations_path(reviewed)}
        for (kind, path), size in zip(paths.items(), record.sizes, strict=False):
            yield Download(kind, path, size, reviewed.article.title)


def _feeds(catalogue: Catalogue, renderer: Renderer) -> Iterator[tuple[Feed, str]]:
    site, desk = renderer.site, FeedDesk(renderer.site, _body(renderer))
    yield make_feed("", site.name, catalogue.entries, catalogue.withdrawn, desk), ""
    for topic in catalogue.topics:
        title = f"{site.name} – {topic.name}"
        gone = topic.withdrawn(catalogue.withdrawn)
        yield make_feed(topic.path, title, topic.entries, gone, desk), topic.name


def _body(renderer: Renderer) -> Body:
    macros = renderer.environment.get_template("feed_entry.html").make_module()

    def body(item: Entry | Tombstone) -> str:
        macro = macros.withdrawn if isinstance(item, Tombstone) else macros.standing  # type: ignore[attr-defined]
        return str(macro(item)).strip()

    return body


def _old_addresses(project: Project, catalogue: Catalogue, make: MakePage) -> Iterator[Page]:
    for stone in catalogue.withdrawn:
        yield make(stone.path, "tombstone.html", tombstone=stone)
        yield make(card_path(stone.path), "embed.html", entry=None, tombstone=stone)
    for former, now in moved(project):
        yield make(former, "moved.html", now=now)
