"""Every page of the site, from the newsroom and the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.frozen import frozen
from site_builder.model.claim import Status
from site_builder.model.finding import Report
from site_builder.model.outline import ClaimOutline
from site_builder.rendering.assets import load_templates
from site_builder.rendering.bundles import make_bundles, make_frame
from site_builder.rendering.catalogue import Catalogue, make_catalogue
from site_builder.rendering.compiling import Memory
from site_builder.rendering.environment import Renderer
from site_builder.rendering.headers import Headers
from site_builder.rendering.known import Group, Known, Note, Said
from site_builder.rendering.lists import Lists
from site_builder.rendering.outputs import Outputs
from site_builder.rendering.page import AnyPage, Page
from site_builder.rendering.sealing import seals
from site_builder.rendering.search import search_files
from site_builder.rendering.sharing import Delivered, Newsroom, Share
from site_builder.rendering.telling import tell
from site_builder.rendering.withdrawn import Tombstone, tombstones
from site_builder.rules.rule import Rule
from site_builder.seals import shared_by


@frozen
class Templates:
    """The folders of the templates, first those that come first, and all of their files by name."""

    folders: Sequence[Path]
    files: Mapping[str, bytes]


class Press:
    """Prints a newsroom's site, in each of its languages.

    There is a renderer for each language, the first for the site's own. ``share`` does what can be done apart;
    ``memory`` keeps what is worth keeping. ``catalogues`` are those of the languages that are done, in their order.
    ``held`` is filled with what is known of data files; a preview hands it on to the next press, and keeps its data.
    """

    def __init__(
        self,
        newsroom: Newsroom,
        report: Report,
        rules: Sequence[Rule],
        renderers: Iterable[Renderer],
        folders: Sequence[Path],
        share: Share,
        memory: Memory | None = None,
        version: str = "",
        held: dict[str, list[Note]] | None = None,
    ) -> None:
        self._newsroom, self._report, self._rules = newsroom, report, rules
        self._renderers, self._share, self._memory = renderers, share, memory
        self._templates = Templates(folders, load_templates(folders))
        self._version, self._held = version, held
        self.catalogues: list[Catalogue] = []
        self._done: list[Lists] = []

    def pages(self) -> Iterator[AnyPage]:
        """Yield every page and file of the site but the prose pages, which MkDocs renders."""
        headers = Headers()
        whole: Renderer | None = None
        files = self._templates.files
        parts = [brief.part for brief in self._newsroom.briefs]
        own = seals(shared_by(self._newsroom.frame, files, self._version), parts)
        for renderer in self._renderers:
            with renderer.compiled.kept_in(self._memory, files):
                yield from headers.watch(self._edition(renderer, own), renderer.site.folder)
            whole = whole or renderer
        if whole is None:
            return
        # hosts look for it at their root alone; previews ship no policy
        if not (whole.site.prefix or whole.site.preview):
            yield headers.page(whole.site)
        yield from whole.assets.pages()

    def tables(self, names: Mapping[str, Mapping[str, str]]) -> Iterator[AnyPage]:
        """Yield what the search pages load beside their indexes, once all pages are made.

        ``names`` are those of the claims in the indexes, by language and by address.
        """
        for lists, catalogue in zip(self._done, self.catalogues, strict=True):
            yield from _below(lists.renderer.site.folder, self._tables(lists, catalogue, names))

    def _tables(
        self, lists: Lists, catalogue: Catalogue, names: Mapping[str, Mapping[str, str]]
    ) -> Iterator[AnyPage]:
        words = (*lists.words(), repr(sorted((each, sorted(its.items())) for each, its in names.items())))
        site = lists.renderer.site
        made = Group(self._memory, "tables", words, lambda: _pages(search_files(catalogue, names, site)))
        return (page for page, _ in made.files())

    def _edition(self, renderer: Renderer, own: Mapping[str, str]) -> Iterator[AnyPage]:
        """Yield the pages of one language, below its folder; ``own`` are the seals of articles."""
        site, newsroom = renderer.site, self._newsroom
        frame = make_frame(renderer, self._templates.folders, self._templates.files, newsroom.frame)
        parts = [brief.part for brief in newsroom.briefs]
        # who asks for no seal gets none
        bundles = list(make_bundles(parts, frame, own if site.seal else {}))
        delivered: list[Delivered] = []
        for each in self._share(bundles, newsroom):
            delivered.append(each)
            yield from _below(site.folder, each.pages)
        project, _ = tell(newsroom.frame, (), site.language)
        gone = _withdrawn(newsroom, site.language)
        catalogue = make_catalogue((each.slip for each in delivered), project.scale, gone)
        self.catalogues.append(catalogue)
        known = Known(self._memory, (frame.digest, site.seal))
        lists = Lists(project, catalogue, renderer, known)
        self._done.append(lists)
        yield from _below(site.folder, lists.everything(self._report, self._rules))
        outputs = Outputs(newsroom, catalogue, delivered, lists, self._memory, self._held)
        yield from _below(site.folder, outputs.everything(self._rules))
        known.close()


def _pages(files: Iterable[tuple[str, str]]) -> Iterator[Said]:
    return ((Page(path, text), ()) for path, text in files)


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


def _below(folder: str, pages: Iterable[AnyPage]) -> Iterator[AnyPage]:
    for page in pages:
        yield replace(page, path=f"{folder}{page.path}") if folder else page
