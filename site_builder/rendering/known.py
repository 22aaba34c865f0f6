"""Pages that were made before of the same things: what they will be is known, and they are made where they are gone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial

from site_builder.digests import bytes_of, digest_of
from site_builder.rendering.compiling import Memory, Words
from site_builder.rendering.headers import policy_in
from site_builder.rendering.page import AnyPage, KnownPage, Page

_LENGTH = 16


Former = Callable[[str, bytes], bytes | None]
"""Returns a page of the site before, by its path and the digest of its bytes; ``None`` where it is not there."""


class Known:
    """What the pages of one language were, by what they were made from; ``facts`` tell all that they share.

    But for their seal: where it alone is another one, it is written into the ``former`` page in the place of the old.
    """

    def __init__(
        self, memory: Memory | None, facts: Iterable[str], seal: str = "", former: Former | None = None
    ) -> None:
        self._memory, self._seal, self._former = memory, seal, former
        self._key = "" if memory is None else memory.key("lists", Words(facts))
        found = None if memory is None else memory.get(self._key)
        self._before: tuple[str, dict[bytes, tuple[bytes, str]]] = found or (seal, {})
        self._now: dict[bytes, tuple[bytes, str]] = {}

    def page(self, path: str, words: Iterable[object], make: Callable[[], str | bytes]) -> AnyPage:
        """Return the page at ``path``, which ``make`` makes; ``words`` tell, beside the facts, all that it shows."""
        if self._memory is None:
            return Page(path, make())
        told = repr((path, *words)).encode("utf-8", "surrogatepass")
        name = hashlib.blake2b(told, digest_size=_LENGTH).digest()
        known = self._before[1].get(name)
        if known is not None and self._before[0] == self._seal:
            self._now[name] = known
            return KnownPage(path, *known, make)
        sealed = self._sealed(path, known[0]) if known else None
        content = bytes_of(make()) if sealed is None else sealed
        policy = policy_in(content) if path.endswith(".html") else ""
        self._now[name] = digest_of(content), policy
        return Page(path, content, self._now[name][0])

    def _sealed(self, path: str, digest: bytes) -> bytes | None:
        """Return the page with this seal, as it was with the one before; ``None`` where it is gone."""
        before = self._before[0]
        if not (before and self._seal and self._former):
            return None
        content = self._former(path, digest)
        return None if content is None else content.replace(before.encode(), self._seal.encode())

    def close(self) -> None:
        """Remember the pages of this time, and no others."""
        if self._memory is not None and (self._seal, self._now) != self._before:
            self._memory.put(self._key, (self._seal, self._now))


Note = tuple[str, bytes, int, tuple[str, ...]]
"""Of a file: its path, the digest of its bytes and their number, and what is said of it."""

Said = tuple[Page, tuple[str, ...]]
"""A file, and what is said of it."""


class Group:
    """Files that are made together, of the same ``words``; made before, they are made again only where one is gone."""

    def __init__(
        self, memory: Memory | None, purpose: str, words: Iterable[str], make: Callable[[], Iterable[Said]]
    ) -> None:
        self._memory, self._make = memory, make
        self._key = "" if memory is None else memory.key(purpose, Words(words))

    def files(self) -> Iterator[tuple[AnyPage, Note]]:
        """Yield them, each with what is noted of it."""
        known: list[Note] = (self._memory.get(self._key) if self._memory is not None else None) or []
        for note in known:
            yield KnownPage(note[0], note[1], "", partial(self._content, note[0])), note
        if known:
            return
        # one by one: some are large
        for page, said in self._make():
            content = bytes_of(page.content)
            known.append((page.path, digest_of(content), len(content), said))
            yield Page(page.path, content, known[-1][1]), known[-1]
        if self._memory is not None:
            self._memory.put(self._key, known)

    def _content(self, path: str) -> str | bytes:
        return self._all[path]

    @cached_property
    def _all(self) -> dict[str, str | bytes]:
        return {page.path: page.content for page, _ in self._make()}
