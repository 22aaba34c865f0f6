"""An article's text as HTML: its blocks, its mark-up, its sentences, and the checked words with pins and notes.

Law: without the elements of class ``note`` and ``pin``, the words are the article's text, code point for code point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from site_builder.model.article import Block, BlockKind
from site_builder.model.scale import Step
from site_builder.rendering.catalogue import Entry, Reviewed
from site_builder.rendering.former import former_slugs
from site_builder.rendering.html import escape
from site_builder.rendering.strands import LINK, Claimed, Tag, strands_by_block
from site_builder.rendering.weave import Event, Strand, Turn, weave

_QUIET = {BlockKind.CAPTION, BlockKind.FURNITURE, BlockKind.CREDIT}
_WRAPPERS = {BlockKind.ITEM: "ul", BlockKind.QUOTATION: "blockquote"}


@dataclass(frozen=True, slots=True)
class Words:
    """The pieces of HTML that a template makes for a claim: its pin (first, or continued) and its note."""

    pin: Callable[[Entry, bool], str]
    note: Callable[[Entry], str]


def prose(reviewed: Reviewed, words: Words) -> Markup:
    """Return the article's text as HTML, marks, pins and notes woven in."""
    return Markup("".join(_Writer(reviewed, words).pieces()))


def step_classes(step: Step) -> str:
    """Return the CSS classes of a verdict's colour and line."""
    return f"v-{step.tone} l-{step.line}"


class _Writer:
    """Writes one article; holds what must be carried from piece to piece."""

    def __init__(self, reviewed: Reviewed, words: Words) -> None:
        self._article = reviewed.article
        self._words = words
        self._strands = dict(zip(self._article.blocks, strands_by_block(reviewed), strict=True))
        self._top = min((b.level for b in self._article.blocks if b.kind is BlockKind.HEADING), default=1)
        self._former = former_slugs(reviewed.entries)
        self._pieces: dict[str, int] = {}
        self._noted: set[str] = set()
        # the marks that still need a pin, with the offset where they end in this block
        self._unpinned: dict[str, int] = {}
        self._waiting: list[Entry] = []
        self._depth = 0

    def pieces(self) -> Iterator[str]:
        """Yield the HTML of the whole text, blocks and what stands between them."""
        position = 0
        for kind, group in groupby(self._article.blocks, key=lambda block: block.kind):
            blocks = list(group)
            yield self._between(position, blocks[0].span.start)
            if wrapper := _WRAPPERS.get(kind):
                yield f"<{wrapper}>"
            yield from self._group(blocks)
            if wrapper:
                yield f"</{wrapper}>"
            position = blocks[-1].span.end
        yield self._between(position, len(self._article.text))

    def _group(self, blocks: Sequence[Block]) -> Iterator[str]:
        position = blocks[0].span.start
        for block in blocks:
            yield self._between(position, block.span.start)
            yield from self._block(block)
            position = block.span.end

    def _between(self, start: int, end: int) -> str:
        return escape(self._article.text[start:end])

    def _block(self, block: Block) -> Iterator[str]:
        tag = self._block_tag(block)
        quiet = f' class="quiet {block.kind}"' if block.kind in _QUIET else ""
        yield f"<{tag}{quiet}>"
        for event in weave(block.span, self._strands[block]):
            yield from self._event(event)
        yield f"</{tag}>"

    def _block_tag(self, block: Block) -> str:
        if block.kind is BlockKind.HEADING:
            return f"h{min(6, block.level - self._top + 2)}"
        return "li" if block.kind is BlockKind.ITEM else "p"

    def _event(self, event: Event) -> Iterator[str]:
        if event.strand is None:
            yield self._between(*event.span)
        elif isinstance(event.strand.key, Tag):
            yield from self._tag(event, event.strand.key)
        else:
            assert isinstance(event.strand.key, Claimed)
            yield from self._claim(event, event.strand, event.strand.key.entry)

    def _tag(self, event: Event, tag: Tag) -> Iterator[str]:
        self._depth += tag.is_link * (1 if event.turn is Turn.OPEN else -1)
        if event.turn is Turn.OPEN:
            yield tag.later if event.piece else tag.first
        else:
            yield tag.close
            yield from self._notes()

    def _claim(self, event: Event, strand: Strand, entry: Entry) -> Iterator[str]:
        if event.turn is Turn.OPEN:
            self._depth += 1
            yield self._open_link(entry) if strand.rank == LINK else self._open_mark(entry, strand.span.end)
            return
        self._depth -= 1
        yield from self._close_link(event, entry) if strand.rank == LINK else self._close_mark(event, entry)
        yield from self._notes()

    def _close_link(self, event: Event, entry: Entry) -> Iterator[str]:
        if event.last and event.span.end == self._unpinned.get(entry.slug):
            yield self._pin(entry)
        yield "</a>"

    def _close_mark(self, event: Event, entry: Entry) -> Iterator[str]:
        if event.last and entry.slug in self._unpinned:
            # another claim's words, or a link of the article's own, end here: the pin needs a link to itself
            yield f"{self._open_link(entry)}{self._pin(entry)}</a>"
        yield "</mark>"
        if event.last and entry.slug not in self._noted:
            self._noted.add(entry.slug)
            self._waiting.append(entry)

    def _pin(self, entry: Entry) -> str:
        del self._unpinned[entry.slug]
        return self._words.pin(entry, entry.slug in self._noted)

    def _notes(self) -> Iterator[str]:
        # a note may stand neither in a link (it holds links) nor in another claim's words
        if not self._depth and self._waiting:
            yield from map(self._words.note, sorted(self._waiting, key=lambda entry: entry.number))
            self._waiting.clear()

    def _open_mark(self, entry: Entry, end: int) -> str:
        self._unpinned[entry.slug] = end
        piece = self._pieces[entry.slug] = self._pieces.get(entry.slug, 0) + 1
        fragment = entry.slug if piece == 1 else f"{entry.slug}.{piece}"
        # empty, so that the words stay the article's: old links still land where they did
        old = "".join(f'<span id="{slug}"></span>' for slug in self._former.pop(entry.slug, ()))
        return f'<mark class="cl {step_classes(entry.step)}" id="{fragment}">{old}'

    def _open_link(self, entry: Entry) -> str:
        return f'<a href="#note-{entry.slug}">'
