"""Article files: the text a reader reads, its blocks and sentences, and the record beside it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from site_builder.anchoring import anchor, prepare
from site_builder.model.anchor import Anchor
from site_builder.model.article import Article, ArticleRecord, Block, BlockKind
from site_builder.model.source import Problem, Source
from site_builder.model.span import Span
from site_builder.model.told import Translations
from site_builder.reading.documents import parse
from site_builder.reading.told import build_told
from site_builder.text.units import segment

if TYPE_CHECKING:
    from site_builder.reading.markdown import MarkdownText


def parse_article(
    name: str,
    path: str,
    text: str,
    record_source: Source | None,
    *,
    language: str = "en",
    site_language: str | None = None,
    as_language: str | None = None,
    problems: tuple[Problem, ...] = (),
) -> Article:
    """Read one article. ``text`` is the file as it stands.

    ``language`` stands in where the record gives none, ``as_language`` overrules the record; ``site_language`` is
    the one in which the record's words for readers must be told, ``language`` if left out, any if empty;
    ``problems`` are those met while the files were read. A record that cannot be read leaves the article in place,
    with a bare record and its ``problems``, so that the claims on it are still checked.
    """
    record, record_problems, translations = _record(
        record_source, language if site_language is None else site_language
    )
    bare = ArticleRecord.model_construct(working_title=name, language=language)
    record = record or bare
    if as_language:
        record = record.model_copy(update={"language": as_language})
    if path.endswith(".md"):
        reading = _markdown(text)
        text, blocks, inlines = reading.text, reading.blocks, reading.inlines
    else:
        blocks, inlines = tuple(_lines(text)), ()
    blocks = _named(text, blocks, record)
    sentences = segment(text, record.language, blocks)
    return Article(
        name,
        path,
        text,
        record,
        blocks,
        sentences,
        inlines,
        record_source,
        problems + record_problems,
        translations,
    )


def reader_text(path: str, text: str) -> str:
    """Return what a reader reads of the article file at ``path``: of Markdown, its words without the signs."""
    return _markdown(text).text if path.endswith(".md") else text


def _markdown(text: str) -> MarkdownText:
    from site_builder.reading.markdown import parse_markdown  # slow to import, and many newsrooms have none

    return parse_markdown(text)


def _record(
    source: Source | None, language: str
) -> tuple[ArticleRecord | None, tuple[Problem, ...], Translations]:
    return build_told(ArticleRecord, parse(source), language) if source else (None, (), {})


def _lines(text: str) -> Iterator[Block]:
    """Every line that is not blank is a block: in the texts that newsrooms paste, a line break ends a paragraph."""
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        words = line.strip()
        if words:
            offset = start + line.index(words[0])
            yield Block(BlockKind.PARAGRAPH, Span(offset, offset + len(words)), line=number)
        start += len(line)


def _named(text: str, blocks: Sequence[Block], record: ArticleRecord) -> tuple[Block, ...]:
    """Give the blocks that the record quotes their kind. A quote that stands nowhere is a rule's business."""
    structure = record.structure
    named = chain(
        ((BlockKind.HEADING, quote) for quote in structure.headings),
        ((BlockKind.CAPTION, quote) for quote in structure.captions),
        ((BlockKind.CREDIT, quote) for quote in structure.credits),
        ((BlockKind.FURNITURE, quote) for quote in structure.furniture),
    )
    prepared = prepare(text, record.language)
    lines = {block.span for block in blocks}
    kinds = [(kind, span) for kind, quote in named for span in _meant(anchor(prepared, quote), lines)]
    return tuple(_renamed(block, kinds) for block in blocks)


def _meant(found: Anchor, lines: Container[Span]) -> Iterator[Span]:
    """Yield the spans that a quoted line means: a stray line that came along three times is stray each time."""
    return chain.from_iterable(found.places if found.found else found.whole(lines))


def _renamed(block: Block, kinds: Sequence[tuple[BlockKind, Span]]) -> Block:
    for kind, span in kinds:
        if span.overlaps(block.span):
            return Block(kind, block.span, 2 if kind is BlockKind.HEADING else 0, block.line)
    return block
