"""Markdown articles: the text that a reader reads, with its structure as spans."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_builder.frozen import frozen
from site_builder.model.article import Block, BlockKind, Inline
from site_builder.model.span import Span

# CommonMark without HTML: what is no Markdown stands in the text as it was written.
_PARSER = MarkdownIt("commonmark", {"html": False})
_INLINE = {"em_open": "em", "strong_open": "strong", "link_open": "a"}
_BETWEEN = "\n\n"


@frozen
class MarkdownText:
    """The words of a Markdown file; every span counts code points of ``text``."""

    text: str
    blocks: tuple[Block, ...]
    inlines: tuple[Inline, ...]


def parse_markdown(source: str) -> MarkdownText:
    """Return the text of a CommonMark article and its structure."""
    page = _Page()
    for token in _PARSER.parse(source):
        page.take(token)
    return MarkdownText("".join(page.parts), tuple(page.blocks), tuple(page.inlines))


@dataclass(slots=True)
class _Page:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    level: int = 0
    holders: list[BlockKind] = field(default_factory=list)

    def take(self, token: Token) -> None:
        if token.type == "heading_open":
            self.level = int(token.tag[1])
        elif token.type in ("list_item_open", "blockquote_open"):
            self.holders.append(BlockKind.ITEM if token.tag == "li" else BlockKind.QUOTATION)
        elif token.type in ("list_item_close", "blockquote_close"):
            self.holders.pop()
        elif token.type == "inline":
            self._block(token)
        elif token.type in ("fence", "code_block"):
            self._code(token)

    def _block(self, token: Token) -> None:
        start = self._open()
        self._inlines(token.children or [])
        if self.level:
            self._close(BlockKind.HEADING, start, token, self.level)
            self.level = 0
        else:
            self._close(self.holders[-1] if self.holders else BlockKind.PARAGRAPH, start, token)

    def _code(self, token: Token) -> None:
        start = self._open()
        self._write(token.content.rstrip("\n"))
        self._close(BlockKind.PARAGRAPH, start, token)

    def _open(self) -> int:
        if self.length:
            self._write(_BETWEEN)
        return self.length

    def _close(self, kind: BlockKind, start: int, token: Token, level: int = 0) -> None:
        line = token.map[0] + 1 if token.map else 0
        if "".join(self.parts)[start:].strip():
            self.blocks.append(Block(kind, Span(start, self.length), level, line))

    def _inlines(self, tokens: list[Token]) -> None:
        opened: list[tuple[str, int, str]] = []
        for token in tokens:
            if token.type in _INLINE:
                opened.append((_INLINE[token.type], self.length, str(token.attrs.get("href", ""))))
            elif token.nesting == -1 and opened:
                tag, start, href = opened.pop()
                self.inlines.append(Inline(tag, Span(start, self.length), href))
            elif token.type == "code_inline":
                self.inlines.append(Inline("code", Span(self.length, self.length + len(token.content))))
                self._write(token.content)
            else:
                # A wrapped line is one line to a reader; only a hard break ends it.
                self._write({"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content))

    def _write(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)
