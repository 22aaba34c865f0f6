"""The sentences of an article: what each block is made of, with names that survive edits elsewhere."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from site_builder.model.article import Block, BlockKind, Sentence
from site_builder.model.span import Span
from site_builder.text.lines import lines, trim
from site_builder.text.normal import normal_text
from site_builder.text.sentences import split

_BASE_32 = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(one + two for one in _BASE_32 for two in _BASE_32)
_PAIR = len(_PAIRS) - 1
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.CAPTION})


def segment(text: str, language: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """Return the sentences of each block in order; headings, credits and strays stay whole lines.

    A text with no blocks is one paragraph. Sentences with the same words are told apart by a number.
    """
    seen: Counter[str] = Counter()
    sentences = []
    for block in blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text))),):
        for span in _spans(text, language, block):
            name = sentence_id(span.of(text))
            seen[name] += 1
            number = f"-{seen[name]}" if seen[name] > 1 else ""
            sentences.append(Sentence(name + number, span, block.kind))
    return tuple(sentences)


def _spans(text: str, language: str, block: Block) -> Iterator[Span]:
    words = block.span.of(text)
    inner = split(words, language) if block.kind in _RUNNING else (trim(words, line) for line in lines(words))
    return (span.shift(block.span.start) for span in inner if span.start < span.end)


def sentence_id(words: str) -> str:
    """Return a short name made of the words: ``s-`` and 8 characters; typography and case do not change it."""
    plain = normal_text(words.strip(), case=False)
    digest = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:5], "big")
    return "s-" + "".join([_PAIRS[bits >> shift & _PAIR] for shift in (30, 20, 10, 0)])
