"""The pages of articles, made by whoever the workshop has, and remembered: what was made before is not made again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.caching import Shelf, pack, unpack
from site_builder.digests import bytes_of
from site_builder.frozen import frozen
from site_builder.model.brief import Dossier
from site_builder.rendering import Bundle, Delivered, KnownPage, Newsroom, print_bundle
from site_builder.rendering.records import Records
from site_builder.rendering.slips import Slip
from site_builder.work import Workshop

_SLIPS, _RECORDS = "slips", "records"

Content = tuple[bytes, ...]
"""The contents of the pages of a bundle, in their order."""


@frozen
class _Task:
    """A bundle to be printed, with its dossier, packed."""

    bundle: Bundle
    dossier: bytes


class Printer:
    """Delivers bundles. Pages that were made before are made when asked for, unless ``all_pages`` are wanted."""

    def __init__(self, workshop: Workshop, *, all_pages: bool) -> None:
        self._workshop, self._all_pages = workshop, all_pages
        self._last: tuple[str, dict[str, bytes]] = ("", {})

    def __call__(self, bundles: Sequence[Bundle], newsroom: Newsroom) -> Iterator[Delivered]:
        """Yield what becomes of each bundle, in their order.

        Raises:
            WorkError: a worker died over it.
        """
        memory = self._workshop.memory
        shelf = Shelf(memory, _SLIPS)
        keys = [memory.key(_RECORDS, bundle) for bundle in bundles]
        known: list[Slip | None] = [shelf.get(key) for key in keys]
        left = [n for n, slip in enumerate(known) if slip is None or self._all_pages]
        tasks = (_Task(bundles[n], newsroom.packed(bundles[n].name)) for n in left)
        made = self._workshop.give(_print, tasks, len(left))
        for number, (bundle, key) in enumerate(zip(bundles, keys, strict=True)):
            slip = known[number]
            memory.use(key)
            again = partial(self._records, key, bundle, newsroom)
            if slip is not None and not self._all_pages:
                yield Delivered(key, slip, self._pages(key, slip, bundle, newsroom), again)
                continue
            packed, records, content = next(made)
            fresh: Slip = shelf.put(key, packed)
            memory.put_packed(key, records)
            yield Delivered(key, fresh, _given(fresh, content), again)
        shelf.close()

    def _pages(self, key: str, slip: Slip, bundle: Bundle, newsroom: Newsroom) -> Iterator[KnownPage]:
        for made in slip.files.each():
            content = partial(self._content, key, made.path, bundle, newsroom)
            yield KnownPage(made.path, made.digest, made.policy, content)

    def _content(self, key: str, path: str, bundle: Bundle, newsroom: Newsroom) -> bytes:
        """Return the content of a page that was made before, and is gone."""
        if self._last[0] != key:
            printed = print_bundle(bundle, newsroom.dossier(bundle.name))
            self._last = key, {page.path: bytes_of(page.content) for page in printed.pages}
        return self._last[1][path]

    def _records(self, key: str, bundle: Bundle, newsroom: Newsroom) -> Records:
        found: Records | None = self._workshop.memory.get(key)
        return found or print_bundle(bundle, newsroom.dossier(bundle.name)).records


def _given(slip: Slip, content: Content) -> Iterator[KnownPage]:
    for made, each in zip(slip.files.each(), content, strict=True):
        yield KnownPage(made.path, made.digest, made.policy, partial(_itself, each))


def _itself(content: bytes) -> bytes:
    return content


def _print(task: _Task) -> tuple[bytes, bytes, Content]:
    """Return the slip and the records, packed, and the contents of the pages."""
    dossier: Dossier = unpack(task.dossier)
    printed = print_bundle(task.bundle, dossier)
    slip = printed.slip
    # most builds ask for no face
    kept = Slip(slip.digest, slip.data, slip.files, partial(unpack, pack(slip.face)))
    return pack(kept), pack(printed.records), tuple(bytes_of(page.content) for page in printed.pages)
