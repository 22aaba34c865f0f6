"""One line of the table of accuracy."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """What was measured on a corpus in a language: ``value`` against ``bar``, over ``count`` cases."""

    corpus: str
    language: str
    measure: str
    value: float
    bar: float | None
    count: int
