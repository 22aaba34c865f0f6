"""An article's text as HTML: its blocks, its mark-up, its sentences, and the checked words with pins and notes.

Law: without the elements of class ``note`` and ``pin``, the words are the article's text, code point for code point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from markupsafe import Markup

from site_builder.frozen import frozen
from site_builder.model.article import Block, BlockKind
from site_builder.model.scale import Step
from site_builder.model.span import Span
from site_builder.rendering.former import former_slugs
from site_builder.rendering.html import escape, marked
from site_builder.rendering.reviewed import Entry, Reviewed
from site_builder.rendering.strands import LINK, SENTENCE, Claimed, Tag, strands_by_block
from site_builder.rendering.weave import Event, Strand, Turn, weave

_QUIET = {BlockKind.CAPTION, BlockKind.FURNITURE, BlockKind.CREDIT}
_WRAPPERS = {BlockKind.ITEM: "ul", BlockKind.QUOTATION: "blockquote"}


@frozen
class Words:
    """The pieces of HTML that a template makes for a claim: its pin (first, or continued) and its note."""

    pin: Callable[[Entry, bool], str]
    note: Callable[[Entry], str]


def prose(reviewed: Reviewed, words: Words) -> Markup:
    """Return the article's text as HTML, marks, pins and notes woven in."""
    return marked(_Writer(reviewed, words).html())


def step_classes(step: Step) -> str:
    """Return the CSS classes of a verdict's colour and line."""
    return f"v-{step.tone} l-{step.line}"


class _Writer:
    """Writes one article; holds what must be carried from piece to piece."""

    def __init__(self, reviewed: Reviewed, words: Words) -> None:
        self._reviewed = reviewed
        self._article = reviewed.article
        self._words = words
        self._top = min((b.level for b in self._article.blocks if b.kind is BlockKind.HEADING), default=1)
        self._former = former_slugs(reviewed.entries)
        self._written: list[str] = []
        self._pieces: dict[str, int] = {}
        self._noted: set[str] = set()
        # the marks that still need a pin, with the offset where they end in this block
        self._unpinned: dict[str, int] = {}
        self._waiting: list[Entry] = []
        self._depth = 0

    def html(self) -> str:
        """Return the HTML of the whole text, blocks and what stands between them."""
        position = 0
        woven = zip(self._article.blocks, strands_by_block(self._reviewed), strict=True)
        for kind, group in groupby(woven, key=lambda each: each[0].kind):
            wrapper = _WRAPPERS.get(kind)
            for first, (block, strands) in enumerate(group):
                self._take(position, block.span.start)
                if wrapper and not first:
                    self._write(f"<{wrapper}>")
                self._block(block, strands)
                position = block.span.end
            if wrapper:
                self._write(f"</{wrapper}>")
        self._take(position, len(self._article.text))
        return "".join(self._written)

    def _write(self, html: str) -> None:
        self._written.append(html)

    def _take(self, start: int, end: int) -> None:
        """Write the words of the article."""
        self._written.append(escape(self._article.text[start:end]))

    def _block(self, block: Block, strands: Sequence[Strand]) -> None:
        tag = self._block_tag(block)
        quiet = f' class="quiet {block.kind}"' if block.kind in _QUIET else ""
        self._write(f"<{tag}{quiet}>")
        if all(strand.rank == SENTENCE for strand in strands):
            self._sentences(block.span, strands)
        else:
            for event in weave(block.span, strands):
                self._event(event)
        self._write(f"</{tag}>")

    def _sentences(self, span: Span, strands: Sequence[Strand]) -> None:
        """Write words with nothing in them but sentences: as if woven, but that sentences do not overlap."""
        text, at = self._article.text, span.start
        for strand in strands:
            start, end = max(strand.span.start, at), min(strand.span.end, span.end)
            tag = strand.key
            assert isinstance(tag, Tag)
            self._written += (escape(text[at:start]), tag.first, escape(text[start:end]), tag.close)
            at = end
        self._take(at, span.end)

    def _block_tag(self, block: Block) -> str:
        if block.kind is BlockKind.HEADING:
            return f"h{min(6, block.level - self._top + 2)}"
        return "li" if block.kind is BlockKind.ITEM else "p"

    def _event(self, event: Event) -> None:
        turn, span, strand, piece, _ = event
        if strand is None:
            self._take(*span)
        elif isinstance(strand.key, Tag):
            self._tag(turn, strand.key, piece)
        else:
            assert isinstance(strand.key, Claimed)
            self._claim(event, strand, strand.key.entry)

    def _tag(self, turn: Turn, tag: Tag, piece: int) -> None:
        if turn is Turn.OPEN:
            self._depth += tag.is_link
            self._write(tag.later if piece else tag.first)
        else:
            self._depth -= tag.is_link
            self._write(tag.close)
            self._notes()

    def _claim(self, event: Event, strand: Strand, entry: Entry) -> None:
        if event.turn is Turn.OPEN:
            self._depth += 1
            self._write(
                self._open_link(entry) if strand.rank == LINK else self._open_mark(entry, strand.span.end)
            )
            return
        self._depth -= 1
        if strand.rank == LINK:
            self._close_link(event, entry)
        else:
            self._close_mark(event, entry)
        self._notes()

    def _close_link(self, event: Event, entry: Entry) -> None:
        if event.last and event.span.end == self._unpinned.get(entry.slug):
            self._write(self._pin(entry))
        self._write("</a>")

    def _close_mark(self, event: Event, entry: Entry) -> None:
        if event.last and entry.slug in self._unpinned:
            # another claim's words, or a link of the article's own, end here: the pin needs a link to itself
            self._write(f"{self._open_link(entry)}{self._pin(entry)}</a>")
        self._write("</mark>")
        if event.last and entry.slug not in self._noted:
            self._noted.add(entry.slug)
            self._waiting.append(entry)

    def _pin(self, entry: Entry) -> str:
        del self._unpinned[entry.slug]
        return self._words.pin(entry, entry.slug in self._noted)

    def _notes(self) -> None:
        # a note may stand neither in a link (it holds links) nor in another claim's words
        if self._waiting and not self._depth:
            self._written += map(self._words.note, sorted(self._waiting, key=lambda entry: entry.number))
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
