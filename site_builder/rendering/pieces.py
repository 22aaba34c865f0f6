"""Large files of many pieces: what was in the file before is cut out of it, and the rest alone is made."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, chain
from typing import NamedTuple

from site_builder.digests import digest_of
from site_builder.rendering.compiling import Memory, Words
from site_builder.rendering.json_text import Form
from site_builder.rendering.known import Former
from site_builder.rendering.page import AnyPage, KnownPage, Page

MARK = 16
"""Bytes of what tells one piece from another."""


def mark_of(piece: bytes) -> bytes:
    """Return what tells a piece from others."""
    return hashlib.blake2b(piece, digest_size=MARK).digest()


class Noted(NamedTuple):
    """What is known of a file: what it was made from, its bytes in short, and where its pieces lie.

    ``marks`` are those of its pieces; ``sizes`` are the numbers of their bytes.
    """

    name: bytes
    digest: bytes
    size: int
    sha256: str
    head: int
    between: int
    marks: bytes
    sizes: bytes


class Pieces:
    """Makes such files. ``facts`` are what all of them depend on, beside their pieces."""

    def __init__(self, memory: Memory | None, facts: Iterable[str], former: Former | None = None) -> None:
        self._memory, self._former = memory, former
        self._key = "" if memory is None else memory.key("data", Words(facts))
        found = None if memory is None else memory.get(self._key)
        self._before: dict[str, Noted] = found or {}
        self._now: dict[str, Noted] = {}

    def file(
        self,
        path: str,
        form: Form,
        marks: Sequence[bytes],
        piece: Callable[[int], bytes],
        *,
        summed: bool = False,
    ) -> tuple[AnyPage, Noted]:
        """Return the file at ``path`` and what is known of it.

        ``marks`` tell its pieces from all others, ``piece`` makes that of a number. Its SHA-256 is ``summed`` up where
        somebody needs it.
        """
        whole = b"".join(marks)
        told = hashlib.blake2b(repr((form, len(marks), summed)).encode(), digest_size=MARK)
        told.update(whole)
        name, before = told.digest(), self._before.get(path)
        if before and before.name == name:
            self._now[path] = before
            return KnownPage(path, before.digest, "", partial(_content, form, marks, piece)), before
        content, sizes = _joined(form, marks, piece, self._cut(path, before))
        sha = hashlib.sha256(content).hexdigest() if summed else ""
        own = (len(form.head), len(form.between), whole, sizes.tobytes())
        noted = self._now[path] = Noted(name, digest_of(content), len(content), sha, *own)
        return Page(path, content, noted.digest), noted

    def close(self) -> None:
        """Remember the files of this time, and no others."""
        if self._memory is not None and self._now != self._before:
            self._memory.put(self._key, self._now)

    def _cut(self, path: str, before: Noted | None) -> _Old | None:
        """Return the file before with its pieces; ``None`` where it is gone."""
        content = self._former(path, before.digest) if before and self._former else None
        return _Old(before, content) if before and content is not None else None


class _Old:
    """A file, and where its pieces lie."""

    def __init__(self, noted: Noted, content: bytes) -> None:
        self._content, self._noted = memoryview(content), noted
        self.sizes = array("q", noted.sizes)
        marks = (noted.marks[start : start + MARK] for start in range(0, len(noted.marks), MARK))
        self.places = {mark: place for place, mark in enumerate(marks)}
        steps = (size + noted.between for size in self.sizes)
        self._starts = list(accumulate(steps, initial=noted.head))

    def stretch(self, first: int, last: int) -> memoryview:
        """Return some pieces that follow each other, with what is between them."""
        return self._content[self._starts[first] : self._starts[last] + self.sizes[last]]


def _joined(
    form: Form, marks: Sequence[bytes], piece: Callable[[int], bytes], old: _Old | None
) -> tuple[bytes, array[int]]:
    """Return the file, and the sizes of its pieces."""
    sizes = array("q")
    parts: list[bytes | memoryview] = []
    for number, first, last in _stretches(marks, old.places if old else {}):
        if old and number is None:
            parts.append(old.stretch(first, last))
            sizes.extend(old.sizes[first : last + 1])
        elif number is not None:
            made = piece(number)
            parts.append(made)
            sizes.append(len(made))
    # joined once: the largest files are hundreds of MB
    whole = [each for part in parts for each in (form.between, part)]
    whole[:1] = [form.head]
    return b"".join((*whole, form.tail)), sizes


def _stretches(marks: Sequence[bytes], places: dict[bytes, int]) -> Iterator[tuple[int | None, int, int]]:
    """Yield the number of each piece that must be made, and where each stretch that is there begins and ends."""
    first = last = -1
    for number, place in enumerate(chain(map(places.get, marks), (None,))):
        if place is not None and last >= 0 and place == last + 1:
            last = place
            continue
        if last >= 0:
            yield None, first, last
        first = last = -1 if place is None else place
        if place is None and number < len(marks):
            yield number, -1, -1


def _content(form: Form, marks: Sequence[bytes], piece: Callable[[int], bytes]) -> bytes:
    return _joined(form, marks, piece, None)[0]
