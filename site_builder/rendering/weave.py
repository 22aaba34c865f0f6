"""Weave spans into a text: nested where they nest, split where they cross, nothing of the text lost.

HTML elements must nest; the spans we mark (sentences, claims, links, mark-up) need not. Where two cross, the one
of lower rank is split into pieces, so that a claim's mark holds its words in one element whenever that is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from site_builder.model.span import Span


# not frozen, which would make it cost three times as much: there are thousands
@dataclass(slots=True, eq=False)
class Strand:
    """A span to weave in. Higher ``rank`` stays whole when two strands cross, and stands outside an equal span.

    ``key`` is the caller's own.
    """

    span: Span
    rank: int
    key: object


class Turn(Enum):
    """What an event does."""

    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"


class Event(NamedTuple):
    """One step of the woven text: open or close a piece of a strand, or take the words of ``span``.

    ``piece`` counts the strand's pieces from 0; ``last`` tells, on closing, that the strand ends here.
    """

    turn: Turn
    span: Span
    strand: Strand | None = None
    piece: int = 0
    last: bool = False


def weave(span: Span, strands: Iterable[Strand]) -> Iterable[Event]:
    """Return the events of ``span``; opens and closes nest, and the texts, joined, are ``span`` exactly.

    Strands are cut to ``span``; those that then are empty are left out.
    """
    clipped = [cut for strand in strands if (cut := _cut(strand, span)) is not None]
    clipped.sort(key=_outermost_first)
    nested = _nested(span, clipped)
    return _crossing(span, clipped) if nested is None else nested


def _cut(strand: Strand, bounds: Span) -> Strand | None:
    if bounds.contains(strand.span) and strand.span.start < strand.span.end:
        return strand
    cut = clip(strand.span, bounds)
    return None if cut is None else Strand(cut, strand.rank, strand.key)


def _outermost_first(strand: Strand) -> tuple[int, int, int]:
    start, end = strand.span
    return start, -end, -strand.rank


def _nested(span: Span, strands: Iterable[Strand]) -> list[Event] | None:
    """Return the events of strands none of which cross, as most do not; ``None`` where two cross."""
    events: list[Event] = []
    around: list[Strand] = []
    at = span.start
    for strand in strands:
        start, end = strand.span
        at = _closed(around, start, at, events)
        if around and around[-1].span.end < end:
            return None
        if at < start:
            events.append(Event(Turn.TEXT, Span(at, start)))
            at = start
        events.append(Event(Turn.OPEN, strand.span, strand))
        around.append(strand)
    at = _closed(around, span.end, at, events)
    if at < span.end:
        events.append(Event(Turn.TEXT, Span(at, span.end)))
    return events


def _closed(around: list[Strand], point: int, at: int, events: list[Event]) -> int:
    """Close those of the strands ``around`` that end by ``point``; return up to where the text is taken."""
    while around and around[-1].span.end <= point:
        strand = around.pop()
        if at < strand.span.end:
            events.append(Event(Turn.TEXT, Span(at, strand.span.end)))
            at = strand.span.end
        events.append(Event(Turn.CLOSE, strand.span, strand, last=True))
    return at


def _crossing(span: Span, strands: Iterable[Strand]) -> Iterator[Event]:
    loom = _Loom()
    points = sorted({*span, *(point for strand in strands for point in strand.span)})
    starting: dict[int, list[Strand]] = {}
    for strand in strands:
        starting.setdefault(strand.span.start, []).append(strand)
    for point, following in zip(points, [*points[1:], None], strict=True):
        yield from loom.turn(point, starting.get(point, []))
        if following is not None:
            yield Event(Turn.TEXT, Span(point, following))


def clip(span: Span, bounds: Span) -> Span | None:
    """Return what of ``span`` lies in ``bounds``; ``None`` if nothing does."""
    cut = Span(max(span.start, bounds.start), min(span.end, bounds.end))
    return cut if cut.start < cut.end else None


class _Loom:
    """The open strands, outermost first, and how many pieces each has had."""

    def __init__(self) -> None:
        self._open: list[Strand] = []
        self._pieces: dict[Strand, int] = {}

    def turn(self, point: int, starting: list[Strand]) -> Iterator[Event]:
        """Close what ends at ``point``, make room for what starts there, and open it."""
        kept = self._depth(point, starting)
        interrupted = self._open[kept:]
        for strand in reversed(interrupted):
            yield Event(Turn.CLOSE, strand.span, strand, self._pieces[strand], strand.span.end == point)
        del self._open[kept:]
        again = [strand for strand in interrupted if strand.span.end > point]
        for strand in sorted([*again, *starting], key=lambda s: (-s.span.end, -s.rank)):
            self._pieces[strand] = self._pieces.get(strand, -1) + 1
            self._open.append(strand)
            yield Event(Turn.OPEN, strand.span, strand, self._pieces[strand])

    def _depth(self, point: int, starting: list[Strand]) -> int:
        """Return how many of the open strands stay untouched at ``point``."""
        ending = next((i for i, s in enumerate(self._open) if s.span.end == point), len(self._open))
        return min([ending, *map(self._room_for, starting)])

    def _room_for(self, new: Strand) -> int:
        """Return the depth down to which strands give way to ``new``: those of lower rank that it crosses."""
        for at, old in enumerate(self._open):
            crossed = old.span.end < new.span.end and old.rank < new.rank
            if crossed and not any(self._must_stay(inner, old, new) for inner in self._open[at + 1 :]):
                return at
        return len(self._open)

    @staticmethod
    def _must_stay(inner: Strand, old: Strand, new: Strand) -> bool:
        """Tell whether ``inner`` lies in ``old`` and is worth as much as ``new``: not to be split for its sake."""
        return inner.rank >= new.rank and new.span.start < inner.span.end <= old.span.end
