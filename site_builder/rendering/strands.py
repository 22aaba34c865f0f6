"""What is woven into an article's text: its sentences, its mark-up, the words of its claims and their links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from site_builder.frozen import frozen
from site_builder.model.article import Article, Inline
from site_builder.model.span import Span
from site_builder.rendering.html import attribute
from site_builder.rendering.reviewed import Entry, Reviewed
from site_builder.rendering.weave import Strand, Turn, clip, weave

SENTENCE, INLINE, LINK, MARK = range(4)
"""Ranks: of two that cross, the lower is split."""

_INLINE_TAGS = {"em", "strong", "code", "a", "s", "del", "sub", "sup"}


class Tag(NamedTuple):
    """Mark-up of the article or a sentence: how it opens (for its first and later pieces) and closes."""

    first: str
    later: str
    close: str

    @property
    def is_link(self) -> bool:
        """Tell whether this is a link of the article's own."""
        return self.close == "</a>"


@frozen
class Claimed:
    """A part of a claim's quote, as mark or as the link inside it."""

    entry: Entry


def strands_by_block(reviewed: Reviewed) -> list[list[Strand]]:
    """Return, for each block of the article, what is to be woven into it."""
    article = reviewed.article
    parts = [(entry, part) for entry in reviewed.entries for part in entry.case.anchor.parts]
    shelves = _Shelves(article)
    shelves.put(_sentences(reviewed))
    shelves.put(_inlines(article.inlines, sorted({bound for _, part in parts for bound in part})))
    shelves.put(Strand(part, MARK, Claimed(entry)) for entry, part in parts)
    for block, near in zip(article.blocks, shelves.shelves, strict=True):
        near.extend(_links(block.span, near))
    return shelves.shelves


class _Shelves:
    """Strands sorted by the blocks that they touch; blocks stand in order and do not overlap."""

    def __init__(self, article: Article) -> None:
        self.shelves: list[list[Strand]] = [[] for _ in article.blocks]
        self._starts = [block.span.start for block in article.blocks]
        self._ends = [block.span.end for block in article.blocks]

    def put(self, strands: Iterable[Strand]) -> None:
        for strand in strands:
            first = bisect_right(self._ends, strand.span.start)
            for shelf in self.shelves[first : bisect_left(self._starts, strand.span.end)]:
                shelf.append(strand)


def _sentences(reviewed: Reviewed) -> Iterator[Strand]:
    quiet = {sentence.id: "open" for sentence in reviewed.coverage.open}
    for aside in reviewed.coverage.set_aside:
        quiet |= {sentence.id: "aside" for sentence in aside.sentences}
    for sentence in reviewed.article.sentences:
        kind = f' class="{quiet[sentence.id]}"' if sentence.id in quiet else ""
        tag = Tag(f'<span id="{sentence.id}"{kind}>', f"<span{kind}>", "</span>")
        yield Strand(sentence.span, SENTENCE, tag)


def _inlines(inlines: Iterable[Inline], bounds: Sequence[int]) -> Iterator[Strand]:
    for inline in inlines:
        if inline.tag in _INLINE_TAGS:
            opening = _open_inline(inline)
            tag = Tag(opening, opening, f"</{inline.tag}>")
            # no claim may begin or end inside a link, for its pin is a link too
            for span in _cut(inline.span, bounds) if tag.is_link else [inline.span]:
                yield Strand(span, INLINE, tag)


def _open_inline(inline: Inline) -> str:
    href = f' href="{attribute(inline.href)}" rel="nofollow"' if inline.tag == "a" else ""
    return f"<{inline.tag}{href}>"


def _links(block: Span, near: Sequence[Strand]) -> list[Strand]:
    """Return the links to the claims' notes: all marked words, but for the article's own links."""
    marks = [strand for strand in near if strand.rank == MARK]
    if not marks:
        return []
    own = sorted(
        cut
        for strand in near
        if isinstance(strand.key, Tag) and strand.key.is_link and (cut := clip(strand.span, block))
    )
    return [Strand(span, LINK, mark.key) for mark, run in _runs(block, marks) for span in _without(run, own)]


def _runs(block: Span, marks: Sequence[Strand]) -> Iterator[tuple[Strand, Span]]:
    """Yield the stretches of words that lead to one claim: where marks overlap, that of the innermost."""
    around: list[Strand] = []
    for event in weave(block, marks):
        if event.turn is Turn.OPEN and event.strand:
            around.append(event.strand)
        elif event.turn is Turn.CLOSE:
            around.pop()
        elif around:
            yield around[-1], event.span


def _without(span: Span, holes: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of ``span`` without ``holes``, in order."""
    start = span.start
    for hole in holes:
        if hole.start > start:
            yield Span(start, min(hole.start, span.end))
        start = max(start, hole.end)
        if start >= span.end:
            return
    yield Span(start, span.end)


def _cut(span: Span, points: Sequence[int]) -> Iterator[Span]:
    """Yield ``span`` in pieces, cut at those of ``points`` that lie inside it."""
    inside = [point for point in points if span.start < point < span.end]
    yield from map(Span, [span.start, *inside], [*inside, span.end])
