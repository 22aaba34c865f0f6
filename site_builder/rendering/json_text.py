"""JSON as the site writes it: UTF-8, in few bytes, in the order given; Python's quick encoder knows no indent."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""Writes one value, without the end of its line. Nothing that we write holds itself."""


class Form(NamedTuple):
    """What stands around pieces: before the first, between each two, and after the last."""

    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""


def json_text(node: Any) -> str:
    """Return one value as a file's text, on one line."""
    return f"{encode(node)}\n"


def json_rows(members: Iterable[bytes]) -> bytes:
    """Return a list of what is JSON already, each on a line of its own, so that people can compare two versions."""
    rows = list(members)
    form = rows_form(len(rows))
    return b"".join((form.head, form.between.join(rows), form.tail))


def rows_form(number: int) -> Form:
    """Return what stands around the rows of such a list, of which there is a ``number``."""
    return Form(b"[\n", b",\n", b"\n]\n") if number else Form(b"[]\n")
