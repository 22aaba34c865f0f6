"""An article's text as HTML: its blocks, its mark-up, its sentences, and the checked words with pins and notes.

Law: without the elements of class ``note`` and ``pin``, the words are the article's text, code point for code point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from site_builder.model.article import Article, Block, BlockKind, Inline
from site_builder.model.project import Case
from site_builder.model.scale import Step
from site_builder.model.span import Span
from site_builder.rendering.catalogue import Entry, Reviewed
from site_builder.rendering.weave import Event, Strand, Turn, clip, weave

_SENTENCE, _INLINE, _LINK, _MARK = range(4)
_QUIET = {BlockKind.CAPTION, BlockKind.FURNITURE, BlockKind.CREDIT}
_WRAPPERS = {BlockKind.ITEM: "ul", BlockKind.QUOTATION: "blockquote"}
_INLINE_TAGS = {"em", "strong", "code", "a", "s", "del", "sub", "sup"}


@dataclass(frozen=True, slots=True)
class Words:
    """The pieces of HTML that a template makes for a claim: its pin (first, or continued) and its note."""

    pin: Callable[[Entry, bool], str]
    note: Callable[[Entry], str]


@dataclass(frozen=True, slots=True)
class _Tag:
    """Mark-up of the article or a sentence: how it opens (for its first and later pieces) and closes."""

    first: str
    later: str
    close: str


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A part of a claim's quote, as mark or as the link inside it."""

    entry: Entry


def escape(text: str) -> str:
    """Escape ``text`` for HTML so that a parser gives back every code point, carriage returns too."""
    # quote marks need no escape outside attributes, and articles are full of them
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("\r", "&#13;") if "\r" in safe else safe


def _attribute(text: str) -> str:
    return escape(text).replace('"', "&quot;")


def prose(reviewed: Reviewed, words: Words) -> Markup:
    """Return the article's text as HTML, marks, pins and notes woven in."""
    return Markup("".join(_Writer(reviewed, words).pieces()))


def excerpt(case: Case) -> Markup:
    """Return the sentences that the quote touches, its words marked; `…` stands for sentences between."""
    article = case.article
    marks = [Strand(part, _MARK, _Tag("<mark>", "<mark>", "</mark>")) for part in case.anchor.parts]
    shown: list[str] = []
    end = None
    for sentence in case.sentences:
        if end is not None:
            between = article.text[end : sentence.span.start]
            shown.append(" … " if between.strip() else between)
        shown.extend(_plain(article, event) for event in weave(sentence.span, marks))
        end = sentence.span.end
    return Markup("".join(shown))


def _plain(article: Article, event: Event) -> str:
    if event.strand is None:
        return escape(event.span.of(article.text))
    tag = event.strand.key
    assert isinstance(tag, _Tag)
    if event.turn is Turn.CLOSE:
        return tag.close
    return tag.later if event.piece else tag.first


def step_classes(step: Step) -> str:
    """Return the CSS classes of a verdict's colour and line."""
    return f"v-{step.tone} l-{step.line}"


class _Writer:
    """Writes one article; holds what must be carried from piece to piece."""

    def __init__(self, reviewed: Reviewed, words: Words) -> None:
        self._article = reviewed.article
        self._words = words
        self._parts = [(entry, part) for entry in reviewed.entries for part in entry.case.anchor.parts]
        self._links = [inline.span for inline in self._article.inlines if inline.tag == "a"]
        self._strands = [*self._sentences(reviewed), *self._inlines()]
        self._top = min((b.level for b in self._article.blocks if b.kind is BlockKind.HEADING), default=1)
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
        near = [strand for strand in self._strands if strand.span.overlaps(block.span)]
        for event in weave(block.span, [*near, *self._claims(block.span)]):
            yield from self._event(event)
        yield f"</{tag}>"

    def _block_tag(self, block: Block) -> str:
        if block.kind is BlockKind.HEADING:
            return f"h{min(6, block.level - self._top + 2)}"
        return "li" if block.kind is BlockKind.ITEM else "p"

    def _event(self, event: Event) -> Iterator[str]:
        if event.strand is None:
            yield self._between(*event.span)
        elif isinstance(event.strand.key, _Tag):
            yield from self._tag(event, event.strand.key)
        else:
            assert isinstance(event.strand.key, _Claimed)
            yield from self._claim(event, event.strand, event.strand.key.entry)

    def _tag(self, event: Event, tag: _Tag) -> Iterator[str]:
        is_link = tag.close == "</a>"
        self._depth += is_link * (1 if event.turn is Turn.OPEN else -1)
        if event.turn is Turn.OPEN:
            yield tag.later if event.piece else tag.first
        else:
            yield tag.close
            yield from self._notes()

    def _claim(self, event: Event, strand: Strand, entry: Entry) -> Iterator[str]:
        if event.turn is Turn.OPEN:
            self._depth += 1
            yield self._open_link(entry) if strand.rank == _LINK else self._open_mark(entry, strand.span.end)
            return
        self._depth -= 1
        yield from self._close_link(event, entry) if strand.rank == _LINK else self._close_mark(event, entry)
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
        return f'<mark class="cl {step_classes(entry.step)}" id="{fragment}">'

    def _open_link(self, entry: Entry) -> str:
        return f'<a href="#note-{entry.slug}">'

    def _sentences(self, reviewed: Reviewed) -> Iterator[Strand]:
        quiet = {sentence.id: "open" for sentence in reviewed.coverage.open}
        for aside in reviewed.coverage.set_aside:
            quiet |= {sentence.id: "aside" for sentence in aside.sentences}
        for sentence in self._article.sentences:
            kind = f' class="{quiet[sentence.id]}"' if sentence.id in quiet else ""
            tag = _Tag(f'<span id="{sentence.id}"{kind}>', f"<span{kind}>", "</span>")
            yield Strand(sentence.span, _SENTENCE, tag)

    def _inlines(self) -> Iterator[Strand]:
        bounds = sorted({bound for _, part in self._parts for bound in part})
        for inline in self._article.inlines:
            if inline.tag in _INLINE_TAGS:
                opening = _open_inline(inline)
                tag = _Tag(opening, opening, f"</{inline.tag}>")
                # no claim may begin or end inside a link, for its pin is a link too
                for span in _cut(inline.span, bounds) if inline.tag == "a" else [inline.span]:
                    yield Strand(span, _INLINE, tag)

    def _claims(self, block: Span) -> Iterator[Strand]:
        marks = [Strand(part, _MARK, _Claimed(entry)) for entry, part in self._parts if part.overlaps(block)]
        links = sorted(cut for link in self._links if (cut := clip(link, block)))
        yield from marks
        for mark, run in _runs(block, marks):
            for span in _without(run, links):
                yield Strand(span, _LINK, mark.key)


def _open_inline(inline: Inline) -> str:
    href = f' href="{_attribute(inline.href)}" rel="nofollow"' if inline.tag == "a" else ""
    return f"<{inline.tag}{href}>"


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
