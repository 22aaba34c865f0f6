"""Everything of the site that is not for reading on it: data, feeds, cards, and pages that keep old links alive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, zip_longest

from site_builder import schemas
from site_builder.frozen import frozen
from site_builder.rendering.annotations import annotations_path, text_path
from site_builder.rendering.bundles import told_alone
from site_builder.rendering.cards import card_path, embed_code
from site_builder.rendering.catalogue import Catalogue
from site_builder.rendering.compiling import Memory, kept
from site_builder.rendering.datasets import UNDATED
from site_builder.rendering.downloads import Downloads, noted
from site_builder.rendering.known import Group, Note, Said
from site_builder.rendering.lists import Lists
from site_builder.rendering.llms import llms_txt
from site_builder.rendering.page import AnyPage, KnownPage, Page
from site_builder.rendering.pieces import Pieces
from site_builder.rendering.reviewed import review
from site_builder.rendering.sharing import Delivered, Newsroom
from site_builder.rendering.sitemap import sitemap
from site_builder.rendering.tables import LEADING_APOSTROPHE
from site_builder.rendering.withdrawn import moved
from site_builder.rules.rule import Rule

_MOST = 100
"""Articles whose files the data page names one by one."""


@frozen
class Download:
    """A file for machines, as the data page lists it. ``subject`` is the article or topic it belongs to, if any."""

    kind: str
    path: str
    size: int
    subject: str = ""


class Outputs:
    """The files of one language of the site. Without a public address, those that need one are left out.

    ``order`` tells which claims stand where in lists; ``pieces`` make the files that have all claims.
    """

    def __init__(
        self,
        newsroom: Newsroom,
        catalogue: Catalogue,
        delivered: Sequence[Delivered],
        lists: Lists,
        order: Sequence[str],
        pieces: Pieces,
        memory: Memory | None,
        held: dict[str, list[Note]] | None = None,
    ) -> None:
        self._newsroom, self._catalogue, self._delivered = newsroom, catalogue, delivered
        self._lists, self._order, self._pieces = lists, order, pieces
        self._memory, self._held = memory, held
        self._site = lists.renderer.site

    def everything(self, rules: Sequence[Rule]) -> Iterator[AnyPage]:
        """Yield them all; the data page says what there is."""
        site, catalogue = self._site, self._catalogue
        downloads: list[Download] = []
        for page, (path, _, size, (kind, subject)) in self._data():
            downloads.append(Download(kind, path, size, subject))
            yield page
        downloads += self._articles()
        yield self._data_page(downloads)
        yield from self._old_addresses()
        if site.folder:
            return
        # what there is once for all languages
        yield Page("llms.txt", llms_txt(catalogue, site))
        yield from self._schemas(rules)
        if site.url:
            yield from self._sitemap(rules)
        if site.url and not site.prefix:
            yield Page("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.absolute('sitemap.xml')}\n")

    def _schemas(self, rules: Sequence[Rule]) -> Iterator[Page]:
        """Yield the JSON Schemas of the files that editors write; of the articles they know only what is published."""
        known = schemas.Known(
            verdicts=[step.label for step in self._catalogue.steps],
            articles=sorted(reviewed.article.name for reviewed in self._catalogue.articles),
            topics=sorted(set(chain.from_iterable(brief.topics for brief in self._newsroom.briefs))),
            rules=[rule.name for rule in rules],
        )
        texts = kept(
            self._memory,
            "schemas",
            [repr(known)],
            lambda: {kind: schemas.dump(schemas.schema(kind, known)) for kind in schemas.KINDS},
        )
        for kind, text in texts.items():
            yield Page(f"schemas/{kind}.json", text)

    def _data_page(self, downloads: Sequence[Download]) -> Page:
        texts = [download for download in downloads if download.kind == "text"]
        annotations = [download for download in downloads if download.kind == "annotations"]
        return self._lists.page(
            "data/",
            "data.html",
            downloads=downloads,
            articles=list(zip_longest(texts, annotations)) if len(texts) <= _MOST else (),
            many=len(texts) > _MOST,
            apostrophe=LEADING_APOSTROPHE,
            schemas=schemas.KINDS,
            undated=UNDATED,
            sample=self._sample() if self._site.url and self._catalogue.entries else "",
        )

    def _sample(self) -> str:
        """Return the code that shows the card of the latest claim elsewhere."""
        latest = self._catalogue.latest[0]
        dossier = self._newsroom.dossier(latest.article.name)
        project, cases = told_alone(dossier, self._newsroom.frame, self._site.language)
        entries = review(project.articles[latest.article.name], cases).entries
        return embed_code(next(entry for entry in entries if entry.path == latest.path), self._site)

    def _articles(self) -> Iterator[Download]:
        """Yield the text of each article, and its annotations, which lie there already."""
        for reviewed in self._catalogue.articles:
            sizes = {made.path: made.size for made in reviewed.slip.files.each()}
            paths = {"text": text_path(reviewed), "annotations": annotations_path(reviewed)}
            for kind, path in paths.items():
                if path in sizes:
                    yield Download(kind, path, sizes[path], reviewed.article.title)

    def _old_addresses(self) -> Iterator[Page]:
        for stone in self._catalogue.withdrawn:
            yield self._lists.page(stone.path, "tombstone.html", tombstone=stone)
            yield self._lists.page(card_path(stone.path), "embed.html", entry=None, tombstone=stone)
        for former, now in moved(self._newsroom.outline):
            yield self._lists.page(former, "moved.html", now=now)

    def _sitemap(self, rules: Sequence[Rule]) -> Iterator[AnyPage]:
        words = (*self._order, *(rule.code for rule in rules))
        made = Group(
            self._memory, "sitemap", words, lambda: _silent(sitemap(self._catalogue, rules, self._site))
        )
        return (page for page, _ in made.files())

    def _data(self) -> Iterator[tuple[AnyPage, Note]]:
        """Yield the files that have all claims, or all of a topic; of each are told its kind and its subject."""
        kept = (self._held or {}).get(self._site.folder)
        for note in kept or ():
            yield KnownPage(note[0], note[1], "", partial(self._made_anew, note[0])), note
        if kept:
            return
        notes: list[Note] = []
        for made in self._downloads(self._pieces).files():
            notes.append(noted(made))
            yield made.page, notes[-1]
        if self._held is not None:
            self._held[self._site.folder] = notes

    def _downloads(self, pieces: Pieces) -> Downloads:
        return Downloads(self._catalogue, self._delivered, self._lists.renderer, pieces)

    def _made_anew(self, path: str) -> str | bytes:
        """Return a file that a preview has lost."""
        files = self._downloads(Pieces(None, ())).files()
        return next(made.page.content for made in files if made.page.path == path)


def _silent(pages: Iterable[Page]) -> Iterator[Said]:
    return ((page, ()) for page in pages)
