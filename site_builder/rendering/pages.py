"""Every page of the site, from the newsroom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.frozen import frozen
from site_builder.rendering.assets import load_templates
from site_builder.rendering.bundles import make_bundles, make_frame
from site_builder.rendering.catalogue import Catalogue
from site_builder.rendering.compiling import Memory
from site_builder.rendering.environment import Renderer
from site_builder.rendering.headers import Headers
from site_builder.rendering.known import Former, Note
from site_builder.rendering.page import AnyPage, KnownPages
from site_builder.rendering.sealing import is_plain, seals
from site_builder.rendering.sharing import Delivered, Newsroom, Share
from site_builder.rendering.together import Together
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
    ``memory`` keeps what is worth keeping. ``held`` is filled with what is known of data files; a preview hands it on
    to the next press, and keeps its data. ``former`` returns pages of the site before.
    """

    def __init__(
        self,
        newsroom: Newsroom,
        rules: Sequence[Rule],
        renderers: Iterable[Renderer],
        folders: Sequence[Path],
        share: Share,
        memory: Memory | None = None,
        version: str = "",
        held: dict[str, list[Note]] | None = None,
        former: Former | None = None,
    ) -> None:
        self._newsroom, self._rules = newsroom, rules
        self._renderers, self._share, self._memory = renderers, share, memory
        self._templates = Templates(folders, load_templates(folders))
        self._version, self._held = version, held
        self._former, self._plain = former, is_plain(self._templates.files)
        self._done: list[Together] = []

    def pages(self) -> Iterator[AnyPage]:
        """Yield every page and file of the site but the prose pages, which MkDocs renders."""
        for output in self.outputs():
            yield from output if isinstance(output, KnownPages) else (output,)

    def outputs(self) -> Iterator[AnyPage | KnownPages]:
        """Yield them all, those together that are known together."""
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

    def tables(self, languages: Sequence[str]) -> Iterator[AnyPage]:
        """Yield what the search pages load beside their indexes, once all pages are made.

        ``languages`` are those of the indexes.
        """
        for together in self._done:
            yield from _below(together.site.folder, together.tables(languages))

    def catalogues(self) -> Iterator[Catalogue]:
        """Yield those of the languages that are done, in their order; each is made when it is first asked for."""
        return (together.catalogue for together in self._done)

    def _edition(self, renderer: Renderer, own: Mapping[str, str]) -> Iterator[AnyPage | KnownPages]:
        """Yield the pages of one language, below its folder; ``own`` are the seals of articles."""
        site, newsroom = renderer.site, self._newsroom
        frame = make_frame(renderer, self._templates.folders, self._templates.files, newsroom.frame)
        parts = [brief.part for brief in newsroom.briefs]
        # who asks for no seal gets none
        bundles = list(make_bundles(parts, frame, own if site.seal else {}))
        delivered: list[Delivered] = []
        for each in self._share(bundles, newsroom):
            delivered.append(each)
            if isinstance(each.pages, KnownPages):
                yield each.pages.below(site.folder) if site.folder else each.pages
            else:
                yield from _below(site.folder, each.pages)
        together = Together(
            newsroom,
            delivered,
            renderer,
            frame.digest,
            self._rules,
            self._memory,
            self._held,
            self._former,
            self._plain,
        )
        self._done.append(together)
        yield from _below(site.folder, together.pages())


def _below(folder: str, pages: Iterable[AnyPage]) -> Iterator[AnyPage]:
    for page in pages:
        yield replace(page, path=f"{folder}{page.path}") if folder else page
