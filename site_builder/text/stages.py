"""Rewriting a text while remembering where everything came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from site_builder.frozen import frozen
from site_builder.model.span import Span

Edit = tuple[int, int, str]
"""What stands between two offsets (code points) of the old text becomes new words."""


@frozen
class Stage:
    """An exact, monotone map from a rewritten text back to the text before; all offsets are code points.

    Only stretches whose length changed are listed, in order: ``new_starts[i]:new_ends[i]`` of the new text stands for
    ``old_starts[i]:old_ends[i]`` of the old. Between them one code point stands for one.
    """

    new_starts: tuple[int, ...]
    new_ends: tuple[int, ...]
    old_starts: tuple[int, ...]
    old_ends: tuple[int, ...]

    def start(self, offset: int) -> int:
        """Return where what begins at ``offset`` of the new text begins in the old one."""
        i = bisect_right(self.new_starts, offset) - 1
        if i < 0:
            return offset
        if offset < self.new_ends[i]:
            return self.old_starts[i]
        return self.old_ends[i] + offset - self.new_ends[i]

    def end(self, offset: int) -> int:
        """Return where what ends at ``offset`` of the new text ends in the old one."""
        i = bisect_left(self.new_starts, offset) - 1
        if i < 0:
            return offset
        return self.old_ends[i] + max(0, offset - self.new_ends[i])

    def splits(self, offset: int) -> bool:
        """Tell whether ``offset`` of the new text falls inside a stretch that has no inner places."""
        i = bisect_left(self.new_starts, offset) - 1
        return i >= 0 and self.new_starts[i] < offset < self.new_ends[i]


def rewrite(text: str, edits: Iterable[Edit]) -> tuple[str, Stage | None]:
    """Make ``edits``, which are in order and apart; the stage is ``None`` where no length changed."""
    pieces: list[str] = []
    moved: list[tuple[int, int, int, int]] = []
    last = shift = 0
    for start, end, new in edits:
        pieces += (text[last:start], new)
        last = end
        grown = len(new) - (end - start)
        if grown:
            # Where only white space goes, what stays keeps its own place.
            head = 1 if new and text[start] == new and text[start + 1 : end].isspace() else 0
            tail = 1 if not head and new and text[end - 1] == new and text[start : end - 1].isspace() else 0
            moved.append((start + head + shift, start + shift + len(new) - tail, start + head, end - tail))
            shift += grown
    if not last:
        return text, None
    pieces.append(text[last:])
    return "".join(pieces), Stage(*zip(*moved, strict=True)) if moved else None


def trace(stages: tuple[Stage, ...], span: Span) -> Span:
    """Follow ``span`` of the last text back to the first."""
    start, end = span
    for stage in reversed(stages):
        start, end = stage.start(start), stage.end(end)
    return Span(start, max(start, end))
