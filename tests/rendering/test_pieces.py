"""Files of many pieces: whatever was there before, each is the file that all of its pieces make."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import Any

import pytest

from site_builder.digests import digest_of
from site_builder.rendering.json_text import Form, rows_form
from site_builder.rendering.page import KnownPage
from site_builder.rendering.pieces import Pieces, mark_of

FORMS = (Form(), Form(b"head,", b"", b"tail"), Form(b"[", b",\n", b"]"))


class Memory(dict[str, Any]):
    """Keeps everything."""

    def key(self, purpose: str, piece: Any) -> str:
        return "\n".join([purpose, *piece.parts()])

    def put(self, key: str, value: object) -> None:
        self[key] = value


class Desk:
    """Writes one file, as builds do that follow each other."""

    def __init__(self) -> None:
        self.memory, self.there = Memory(), b""
        self.made: list[int] = []

    def write(self, form: Form, pieces: Sequence[bytes]) -> bytes:
        self.made.clear()
        made = Pieces(self.memory, ["facts"], self._former)
        page, noted = made.file("a.json", form, [*map(mark_of, pieces)], self._piece(pieces), summed=True)
        made.close()
        self.there = bytes(page.content) if isinstance(page.content, bytes) else page.content.encode()
        whole = form.head + form.between.join(pieces) + form.tail
        assert (page.digest, noted.digest, noted.size) == (digest_of(whole), digest_of(whole), len(whole))
        assert noted.sha256 == hashlib.sha256(whole).hexdigest()
        assert self.there == whole
        return whole

    def _piece(self, pieces: Sequence[bytes]):
        def piece(place: int) -> bytes:
            self.made.append(place)
            return pieces[place]

        return piece

    def _former(self, path: str, digest: bytes) -> bytes | None:
        return self.there if (path, digest) == ("a.json", digest_of(self.there)) else None


@pytest.mark.parametrize("form", FORMS)
def test_any_series_of_files(form: Form):
    chance, desk = random.Random(5), Desk()
    pieces: list[bytes] = []
    for _ in range(300):
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(pieces) + 1)
            # some are alike, some are empty, and some look like what stands between them
            new = chance.choice([b"", b",\n", b"a" * chance.randrange(5), b"%d" % chance.randrange(99)])
            pieces[at : at + chance.randrange(3)] = [new] * chance.randrange(3)
        if chance.random() < 0.2:
            chance.shuffle(pieces)
        desk.write(form, pieces)


def test_only_what_is_new_is_made():
    desk, pieces = Desk(), [b"%d" % number for number in range(100)]
    desk.write(rows_form(100), pieces)
    pieces[50] = b"new"
    del pieces[7]
    desk.write(rows_form(99), pieces)
    assert desk.made == [49]


def test_what_is_the_same_is_not_made():
    desk, pieces = Desk(), [b"one", b"two"]
    desk.write(FORMS[2], pieces)
    again = Pieces(desk.memory, ["facts"], None)
    page, _ = again.file("a.json", FORMS[2], [*map(mark_of, pieces)], pieces.__getitem__, summed=True)
    assert isinstance(page, KnownPage)
    assert page.content == desk.there


@pytest.mark.parametrize("spoilt", [b"", b'["one","new"]'])
def test_a_file_that_somebody_wrote_is_not_cut(spoilt: bytes):
    desk = Desk()
    desk.write(FORMS[2], [b"one", b"two"])
    desk.there = spoilt
    desk.write(FORMS[2], [b"one", b"three"])
    assert desk.made == [0, 1]
