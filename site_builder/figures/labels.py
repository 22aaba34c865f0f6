"""Numbers that name things: *chapter 3*, *No. 5* (a rank), *Fortune 500*, *Windows 11* (a name).

A name is known from a short list, common to all languages, of names that go by a number, or by its place: a word with a
capital letter that begins no sentence, one space, digits, and then no further word. Languages that write every noun
with a capital letter have only the list. Limit: *Fortune 500* is told by the list, an unlisted name before a word
(*Acme 9 membuka …*) is not told from *Meta 600 karyawan*.
"""

from __future__ import annotations

import re

from site_builder.figures.dates import is_year
from site_builder.figures.piece import Piece, View
from site_builder.figures.quiet import CODES, LABELS, PREFIXES
from site_builder.figures.units import sign_before, unit_at
from site_builder.model.figure import Kind

_CAPITAL = re.compile(
    r"(?<![\w.!?:…\"“”„«»‘’(\n–—-])(?<![.!?:…][ \n\"”’)])(?<!\n)[^\W\d_]*[^\W\d_a-zß-ÿ][^\W\d_]*$"
)
_CLOSES = re.compile(r"\s*(?:$|[.,;:!?…)\]\"”’»])")
_LONGEST_NAME = 30
_MOST = 10_000


def labelled(piece: Piece, view: View) -> Piece:
    """Return ``piece`` as a rank or a code where a label or a name stands before it."""
    if piece.kind is not Kind.NUMBER or piece.unit or piece.spelled or piece.scale or not piece.plain:
        return piece
    before = view.before(piece.start)
    end = view.gap_before(piece.start)
    found = view.habits.labels.before(view.folded, end) if before & LABELS and end else None
    if found and piece.value < _MOST and _is_named(found[0], view, found[1]):
        return _name(piece, found[0], found[1])
    if before & (PREFIXES | CODES) and sign_before(view, end):
        return piece
    start = _name_before(piece, view)
    if start is not None and unit_at(view, start):
        return piece
    if start is None:
        return piece
    return _name(piece, Kind.YEAR, piece.start) if is_year(piece) else _name(piece, Kind.CODE, start)


def _is_named(kind: Kind, view: View, start: int) -> bool:
    """Tell whether a name has its capital letter; labels need none."""
    return (
        kind is Kind.ORDINAL
        or not view.raw[start].islower()
        or view.raw[start : start + 2].lower() != view.raw[start : start + 2]
    )


def _name(piece: Piece, kind: Kind, start: int) -> Piece:
    return piece._replace(kind=kind, start=start)


def _name_before(piece: Piece, view: View) -> int | None:
    if (
        view.habits.nouns_are_capital
        or view.raw[piece.start - 1 : piece.start] != " "
        or piece.whole >= _MOST
    ):
        return None
    if not _CLOSES.match(view.raw, piece.end):
        return None
    floor = max(0, piece.start - _LONGEST_NAME)
    head = view.raw[floor : piece.start - 1]
    last = head[head.rfind(" ") + 1 :]
    found = _CAPITAL.search(head) if last != last.lower() else None
    if not found or (floor == 0 and found.start() == 0):
        return None
    return floor + found.start() if found[0][0].isupper() else None
