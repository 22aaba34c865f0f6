"""What one language of the site has of all articles together: lists, feeds, data. As long as all show the same, all of
it is known, and nothing is sorted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial

from site_builder.digests import digest_of
from site_builder.model.claim import Status
from site_builder.model.outline import ClaimOutline
from site_builder.rendering.catalogue import Catalogue, make_catalogue
from site_builder.rendering.compiling import Memory, Words
from site_builder.rendering.environment import Renderer
from site_builder.rendering.headers import policy_of
from site_builder.rendering.known import Former, Group, Known, Note, Said
from site_builder.rendering.lists import Lists
from site_builder.rendering.outputs import Outputs
from site_builder.rendering.page import AnyPage, KnownPage, Page
from site_builder.rendering.pieces import Pieces
from site_builder.rendering.search import search_files
from site_builder.rendering.sharing import Delivered, Newsroom
from site_builder.rendering.telling import tell
from site_builder.rendering.withdrawn import Tombstone, moved, tombstones
from site_builder.rules.rule import Rule


class Together:
    """Makes it of what was ``delivered`` of each article. ``frame`` is a digest of what all pages share.

    A preview hands on what is ``held`` of data files, which stay as they were. ``former`` returns pages of the site
    before; templates that show the seal ``plain`` let it be put in the place of another there.
    """

    def __init__(
        self,
        newsroom: Newsroom,
        delivered: Sequence[Delivered],
        renderer: Renderer,
        frame: str,
        rules: Sequence[Rule],
        memory: Memory | None,
        held: dict[str, list[Note]] | None,
        former: Former | None,
        plain: bool,
    ) -> None:
        self._newsroom, self._delivered, self._renderer = newsroom, delivered, renderer
        self._rules, self._memory, self._held = rules, memory, held
        self.site = renderer.site
        self._frame, self._plain = frame, plain
        self._former = _within(self.site.folder, former) if former else None
        self._gone = _withdrawn(newsroom, self.site.language)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Return everything published, in brief."""
        project, _ = tell(self._newsroom.frame, (), self.site.language)
        return make_catalogue((each.slip for each in self._delivered), project.scale, self._gone)

    def pages(self) -> Iterator[AnyPage]:
        """Yield all pages and files."""
        if self._memory is None or self._held is not None:
            yield from self._made()
            return
        key = self._memory.key("together", Words(self._told()))
        known: list[tuple[str, bytes, str]] | None = self._memory.get(key)
        if known is not None:
            yield from (KnownPage(*each, partial(self._content, each[0])) for each in known)
            return
        noted = []
        for page in self._made():
            told = page if page.digest else Page(page.path, page.content, digest_of(page.content))
            noted.append((told.path, told.digest, policy_of(told) if told.path.endswith(".html") else ""))
            yield told
        self._memory.put(key, noted)

    def tables(self, languages: Sequence[str]) -> Iterator[AnyPage]:
        """Yield what the search page loads beside its indexes, which are of ``languages``."""
        words = (*self._words, repr(languages))

        def files() -> Iterator[Said]:
            return (
                (Page(path, text), ())
                for path, text in search_files(
                    self.catalogue, languages, self.site, self._memory, self._order
                )
            )

        made = Group(self._memory, "tables", words, files)
        return (page for page, _ in made.files())

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """Return all that lists show, in words."""
        gone = (repr((stone.path, stone.updated, stone.reason, stone.claim)) for stone in self._gone)
        return (self._frame, self.site.seal, *(each.slip.digest for each in self._delivered), *gone)

    @cached_property
    def _order(self) -> tuple[str, ...]:
        """Return what decides which claims stand where, in words: all but what is said of them."""
        gone = (repr((stone.path, stone.updated, stone.claim)) for stone in self._gone)
        return (self._frame, *(each.slip.order for each in self._delivered), *gone)

    def _told(self) -> Iterator[str]:
        """Yield all that anything here is made from."""
        yield from self._words
        yield from (each.slip.data for each in self._delivered)
        yield repr(list(moved(self._newsroom.outline)))
        yield repr(sorted({topic for brief in self._newsroom.briefs for topic in brief.topics}))

    def _made(self) -> Iterator[AnyPage]:
        project, _ = tell(self._newsroom.frame, (), self.site.language)
        known, pieces = self._known(), Pieces(self._memory, (self._frame,), self._former)
        lists = Lists(project, self.catalogue, self._renderer, known, self._order)
        yield from lists.everything(self._rules)
        what = (self._newsroom, self.catalogue, self._delivered, lists, self._order)
        yield from Outputs(*what, pieces, self._memory, self._held).everything(self._rules)
        known.close()
        pieces.close()

    def _known(self) -> Known:
        if self._former is None or not self._plain:
            return Known(self._memory, (self._frame, self.site.seal), self.site.seal)
        return Known(self._memory, (self._frame,), self.site.seal, self._former)

    def _content(self, path: str) -> str | bytes:
        return self._all[path].content

    @cached_property
    def _all(self) -> dict[str, AnyPage]:
        return {page.path: page for page in self._made()}


def _within(folder: str, former: Former) -> Former:
    return (lambda path, digest: former(f"{folder}{path}", digest)) if folder else former


def _withdrawn(newsroom: Newsroom, language: str) -> tuple[Tombstone, ...]:
    """Return what is left of withdrawn claims, in the order of their files."""
    having = [brief for brief in newsroom.briefs if any(map(_is_withdrawn, brief.claims))]
    if not having:
        return ()
    opened = {b.name: newsroom.dossier(b.name).article for b in having if b.name is not None}
    articles = {name: article for name, article in opened.items() if article}
    found = {file.path: file for brief in having for file in brief.unseen}
    files = (found[claim.path] for claim in newsroom.outline.claims if _is_withdrawn(claim))
    project, _ = tell(replace(newsroom.frame, articles=articles, claims=tuple(files)), (), language)
    return tombstones(project)


def _is_withdrawn(claim: ClaimOutline) -> bool:
    return claim.status is Status.WITHDRAWN
