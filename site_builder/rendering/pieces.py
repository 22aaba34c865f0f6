"""Large files of many pieces: what was in the file before is cut out of it, and the rest alone is made."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from site_builder.digests import digest_of, parted
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
        self._content, self.marks = memoryview(content), noted.marks
        self.sizes = array("q", noted.sizes)
        self._starts = list(accumulate((size + noted.between for size in self.sizes), initial=noted.head))

    def stretch(self, first: int, end: int) -> memoryview:
        """Return the pieces from the first to the one before ``end``, with what is between them."""
        return self._content[self._starts[first] : self._starts[end - 1] + self.sizes[end - 1]]

    def places(self, first: int, end: int) -> dict[bytes, int]:
        """Return where some of its pieces lie, by their marks."""
        marks = parted(self.marks[first * MARK : end * MARK], MARK)
        return {mark: place for place, mark in enumerate(marks, first)}


def _joined(
    form: Form, marks: Sequence[bytes], piece: Callable[[int], bytes], old: _Old | None
) -> tuple[bytes, array[int]]:
    """Return the file, and the sizes of its pieces."""
    sizes = array("q")
    parts: list[bytes | memoryview] = []
    for number, first, end in _stretches(marks, old):
        if old and number is None:
            parts.append(old.stretch(first, end))
            sizes.extend(old.sizes[first:end])
        elif number is not None:
            made = piece(number)
            parts.append(made)
            sizes.append(len(made))
    # joined once: the largest files are hundreds of MB
    whole = [each for part in parts for each in (form.between, part)]
    whole[:1] = [form.head]
    return b"".join((*whole, form.tail)), sizes


Stretch = tuple[int | None, int, int]
"""The number of a piece that must be made; or ``None``, and where a stretch of those that are there lies."""


def _stretches(marks: Sequence[bytes], old: _Old | None) -> Iterator[Stretch]:
    """Yield what a file is joined from. Most often, all but a few pieces in the middle are there."""
    if old is None:
        yield from ((number, -1, -1) for number in range(len(marks)))
        return
    now, before = b"".join(marks), old.marks
    least, length = min(len(now), len(before)) // MARK, len(before) // MARK
    front = _last(least, lambda count: now[: count * MARK] == before[: count * MARK])
    back = _last(
        least - front, lambda count: now[len(now) - count * MARK :] == before[len(before) - count * MARK :]
    )
    if front:
        yield None, 0, front
    yield from _between(marks, front, len(marks) - back, old.places(front, length - back))
    if back:
        yield None, length - back, length


def _last(most: int, holds: Callable[[int], bool]) -> int:
    """Return the largest number up to ``most`` for which something holds that holds for all smaller ones, and for 0."""
    return bisect_left(range(1, most + 1), True, key=lambda count: not holds(count))


def _between(marks: Sequence[bytes], start: int, stop: int, places: dict[bytes, int]) -> Iterator[Stretch]:
    first = end = -1
    for number in range(start, stop):
        place = places.get(marks[number])
        if place is not None and place == end:
            end += 1
            continue
        if end >= 0:
            yield None, first, end
        first, end = (-1, -1) if place is None else (place, place + 1)
        if place is None:
            yield number, -1, -1
    if end >= 0:
        yield None, first, end


def _content(form: Form, marks: Sequence[bytes], piece: Callable[[int], bytes]) -> bytes:
    return _joined(form, marks, piece, None)[0]
