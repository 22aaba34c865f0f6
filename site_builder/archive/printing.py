"""The pages of articles, made by whoever the workshop has, and remembered: what was made before is not made again.

Who makes them on this machine keeps what is worth keeping by itself, and may write the pages, too: then nothing comes
back but what lists need. From elsewhere everything does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from site_builder import writing
from site_builder.archive.filing import pack_away
from site_builder.caching import Shelf, pack, unpack
from site_builder.caching.stamps import stamp_told
from site_builder.digests import bytes_of
from site_builder.frozen import frozen
from site_builder.model.brief import Parcel
from site_builder.rendering import Bundle, Delivered, KnownPage, KnownPages, Newsroom, Page, print_bundle
from site_builder.rendering.records import News, Records
from site_builder.rendering.slips import Slip
from site_builder.work import Memory, Workshop

_SLIPS, _RECORDS, _NEWS = "slips", "records", "news"

Content = tuple[bytes, ...]
"""The contents of the pages of a bundle, in their order; or how their files look, if they are written."""


@frozen
class _Task:
    """A bundle to be printed, with its dossier; ``key`` is that of its records."""

    bundle: Bundle
    key: str
    dossier: Parcel


class Printer:
    """Delivers bundles. Pages that were made before are made when asked for, unless ``all_pages`` are wanted.

    Workers may write what they make into ``folder``, if there is one.
    """

    def __init__(self, workshop: Workshop, *, all_pages: bool, folder: Path | None = None) -> None:
        self._workshop, self._all_pages, self._folder = workshop, all_pages, folder
        self._last: tuple[str, dict[str, bytes]] = ("", {})

    def __call__(self, bundles: Sequence[Bundle], newsroom: Newsroom) -> Iterator[Delivered]:
        """Yield what becomes of each bundle, in their order.

        Raises:
            WorkError: a worker died over it.
        """
        memory, shared = self._workshop.memory, self._workshop.shared()
        shelf = Shelf(memory, _SLIPS)
        keys = [memory.key(_RECORDS, bundle) for bundle in bundles]
        known: list[Slip | None] = [shelf.get(key) for key in keys]
        left = [n for n, slip in enumerate(known) if slip is None or self._all_pages]
        near = shared is not None
        tasks = (_Task(b := bundles[n], keys[n], newsroom.parcel(b.name, near=near)) for n in left)
        folder = self._folder if near else None
        made = self._workshop.give(partial(_print, shared, folder), tasks, len(left))
        for number, (bundle, key) in enumerate(zip(bundles, keys, strict=True)):
            slip = known[number]
            memory.use(key)
            memory.use(_news(key))
            again = partial(self._records, key, bundle, newsroom), partial(self._news, key, bundle, newsroom)
            if slip is not None and not self._all_pages:
                each = partial(self._pages, key, slip, bundle, newsroom)
                files = slip.files
                together = KnownPages(files.paths, files.digests, files.shipped, each)
                yield Delivered(key, slip, together if files.sizes else (), *again)
                continue
            packed, own, content = next(made)
            fresh: Slip = shelf.put(key, packed)
            for name, part in own:
                memory.put_packed(name, part)
            looks = content if folder else ()
            pages = self._pages(key, fresh, bundle, newsroom, looks) if looks else _given(fresh, content)
            yield Delivered(key, fresh, pages, *again)
        shelf.close()

    def _pages(
        self, key: str, slip: Slip, bundle: Bundle, newsroom: Newsroom, looks: Content = ()
    ) -> Iterator[KnownPage]:
        for number, made in enumerate(slip.files.each()):
            content = partial(self._content, key, made.path, bundle, newsroom)
            look = looks[number] if looks else b""
            yield KnownPage(made.path, made.digest, made.policy, content, look)

    def _content(self, key: str, path: str, bundle: Bundle, newsroom: Newsroom) -> bytes:
        """Return the content of a page that was made before, and is gone."""
        if self._last[0] != key:
            printed = print_bundle(bundle, newsroom.dossier(bundle.name))
            self._last = key, {page.path: bytes_of(page.content) for page in printed.pages}
        return self._last[1][path]

    def _records(self, key: str, bundle: Bundle, newsroom: Newsroom) -> Records:
        found: Records | None = self._workshop.memory.get(key)
        return found or print_bundle(bundle, newsroom.dossier(bundle.name)).records

    def _news(self, key: str, bundle: Bundle, newsroom: Newsroom) -> News:
        found: News | None = self._workshop.memory.get(_news(key))
        return found or print_bundle(bundle, newsroom.dossier(bundle.name)).news


def _news(key: str) -> str:
    """Return the name that news are kept by, from that of the records beside them."""
    return key.replace(_RECORDS, _NEWS, 1)


def _given(slip: Slip, content: Content) -> Iterator[KnownPage]:
    for made, each in zip(slip.files.each(), content, strict=True):
        yield KnownPage(made.path, made.digest, made.policy, partial(_itself, each))


def _itself(content: bytes) -> bytes:
    return content


def _print(
    shared: Memory | None, folder: Path | None, task: _Task
) -> tuple[bytes, list[tuple[str, bytes]], Content]:
    """Return the slip, packed, what is to be kept of records and news by its name, and the contents of the pages.

    Both are kept where all who work here look for them, and the pages written into ``folder``, if there is such.
    """
    bundle = task.bundle
    printed = print_bundle(bundle, task.dossier.open(shared))
    own = {task.key: printed.records, _news(task.key): printed.news}
    left = [(key, packed) for key, each in own.items() if (packed := pack_away(each, key, shared))]
    # most builds ask for no face
    slip = pack(printed.slip.with_face(partial(unpack, pack(printed.slip.face))))
    if folder is None:
        return slip, left, tuple(bytes_of(page.content) for page in printed.pages)
    below = bundle.frame.site.folder
    pages = (Page(f"{below}{page.path}", page.content) for page in printed.pages)
    looks = tuple(map(stamp_told, writing.write_each(pages, folder)))
    return slip, left, looks
