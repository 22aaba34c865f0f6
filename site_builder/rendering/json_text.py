"""JSON as the site writes it: UTF-8, in few bytes, in the order given; Python's quick encoder knows no indent."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""Writes one value, without the end of its line. Nothing that we write holds itself."""


def json_text(node: Any) -> str:
    """Return one value as a file's text, on one line."""
    return f"{encode(node)}\n"


def json_rows(members: Iterable[bytes]) -> bytes:
    """Return a list of what is JSON already, each on a line of its own, so that people can compare two versions."""
    rows = b",\n".join(members)
    return b"[\n%s\n]\n" % rows if rows else b"[]\n"
