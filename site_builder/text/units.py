"""The sentences of an article: what each block is made of, with names that survive edits elsewhere."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from site_builder.model.article import Block, BlockKind, Sentence
from site_builder.model.span import Span
from site_builder.text.lines import lines, trim
from site_builder.text.normal import normal_text
from site_builder.text.sentences import split

_BASE_32 = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(one + two for one in _BASE_32 for two in _BASE_32)
_PAIR = len(_PAIRS) - 1
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.CAPTION})


class Names(Sequence[str]):
    """The names of the sentences of a text. Sentences with the same words are told apart by a number."""

    __slots__ = ("_made", "_spans", "_text")

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text, self._spans = text, spans
        self._made: tuple[str, ...] | None = None

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, number: Any) -> Any:
        """Return the name of a sentence. A check asks for none: they are made for pages, and for all at once."""
        if self._made is None:
            self._made = tuple(self._make())
        return self._made[number]

    def __reduce__(self) -> tuple[type[Names], tuple[str, Sequence[Span]]]:
        """Take along what they are made from: that is there anyway."""
        return Names, (self._text, self._spans)

    def _make(self) -> Iterator[str]:
        seen: Counter[str] = Counter()
        for span in self._spans:
            name = sentence_id(span.of(self._text))
            seen[name] += 1
            yield f"{name}-{seen[name]}" if seen[name] > 1 else name


def segment(text: str, language: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """Return the sentences of each block in order; headings, credits and strays stay whole lines.

    A text with no blocks is one paragraph.
    """
    blocks = blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    found = [(span, block.kind) for block in blocks for span in _spans(text, language, block)]
    names = Names(text, tuple([span for span, _ in found]))
    return tuple([Sentence(span, kind, number, names) for number, (span, kind) in enumerate(found)])


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
