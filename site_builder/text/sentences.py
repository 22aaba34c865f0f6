"""Sentences of a text, without loss: offsets are code points into the untouched text."""

from __future__ import annotations

import re
from itertools import pairwise

from sentencex import segment as base

from site_builder.model.span import Span
from site_builder.text.lines import lines, trim
from site_builder.text.normal import primary

_QUOTATION = re.compile(r"“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|\"[^\"]+\"|「[^「」]+」|『[^『』]+』")
_INNER_END = re.compile(r"[.!?…。！？](?=\s)")


def split(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences, in order; only white space lies between them.

    Every line break ends a sentence; quoted speech of several sentences is split inside the quotation marks.
    """
    code = primary(language)
    return tuple(
        span for line in lines(text) if line.start < line.end for span in _split_line(text, line, code)
    )


def _split_line(text: str, line: Span, language: str) -> list[Span]:
    found, start = [], line.start
    for piece in base(language, line.of(text)):
        span = Span(start, start + len(piece))
        start = span.end
        found += _split_speech(text, span, language)
    return [span for span in (trim(text, span) for span in found) if span.start < span.end]


_PAUSE = re.compile(r"(?:…|\.{3,})[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[^\W\d_])")


def _split_speech(text: str, span: Span, language: str) -> list[Span]:
    """Split a piece where a sentence ends inside its quotation marks."""
    cuts: list[int] = []
    for quotation in _QUOTATION.finditer(text, *span):
        inner = Span(quotation.start() + 1, quotation.end() - 1)
        if _INNER_END.search(text, *inner):
            at = inner.start
            for piece in base(language, inner.of(text)):
                at += len(piece)
                cuts.append(at)
            cuts.pop()
    cuts += [m.end() for m in _PAUSE.finditer(text, *span) if text[m.end() :].lstrip('"“‘«([')[:1].isupper()]
    edges = [span.start, *sorted(set(cuts)), span.end]
    return [Span(*pair) for pair in pairwise(edges)]
