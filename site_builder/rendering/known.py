"""Pages that were made before of the same things: what they will be is known, and they are made where they are gone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from site_builder.digests import digest_of
from site_builder.rendering.compiling import Memory, Words
from site_builder.rendering.headers import policy_in
from site_builder.rendering.page import AnyPage, KnownPage, Page

_LENGTH = 16


class Known:
    """What the pages of one language were, by what they were made from; ``facts`` tell all that they share."""

    def __init__(self, memory: Memory | None, facts: Iterable[str]) -> None:
        self._memory, self.facts = memory, "\n".join(facts)
        self._key = "" if memory is None else memory.key("lists", Words((self.facts,)))
        found = None if memory is None else memory.get(self._key)
        self._before: dict[bytes, tuple[bytes, str]] = found or {}
        self._now: dict[bytes, tuple[bytes, str]] = {}

    def page(self, path: str, words: Iterable[object], make: Callable[[], str | bytes]) -> AnyPage:
        """Return the page at ``path``, which ``make`` makes; ``words`` tell, beside the facts, all that it shows."""
        if self._memory is None:
            return Page(path, make())
        told = repr((path, *words)).encode("utf-8", "surrogatepass")
        name = hashlib.blake2b(told, digest_size=_LENGTH).digest()
        known = self._before.get(name)
        if known is not None:
            self._now[name] = known
            return KnownPage(path, *known, make)
        content = make()
        policy = policy_in(content) if path.endswith(".html") else ""
        self._now[name] = digest_of(content), policy
        return Page(path, content)

    def close(self) -> None:
        """Remember the pages of this time, and no others."""
        if self._memory is not None and self._now != self._before:
            self._memory.put(self._key, self._now)
