"""Characters that show readers something else than what stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from site_builder.model.source import Route
from site_builder.model.span import Span

# Unicode Standard Annex 9: embeddings and overrides reorder what follows them on the page (isolates, which
# right-to-left prose needs, are left alone). U+FFFD stands where a letter was lost when a file was converted.
# Tag characters are invisible and have carried hidden text. One class for all: an article is read through in
# one pass of it.
_ORDER, _LOST, _TAGS = "\u202a-\u202e", "\ufffd", "\U000e0000-\U000e007f"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_HIDDEN = re.compile(f"[{_CONTROL}{_ORDER}{_LOST}{_TAGS}]")
_RUN_OF_TAGS = re.compile(f"[{_TAGS}]+")
_FLAG = "\U0001f3f4"
"""After it, tags spell which country's flag is shown (Unicode Technical Standard 51)."""
_KINDS = (
    (_ORDER, "a character that reorders the words on the page"),
    (_LOST, "a sign for a letter that was lost"),
    (_CONTROL, "a control character"),
    (_TAGS, "invisible characters"),
)
_SAYINGS = tuple((re.compile(f"[{kind}]"), saying) for kind, saying in _KINDS)


_MOST = 20
"""Places that are told in one file: it is taken anew from its source anyway, not mended place by place."""


def hidden_characters(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the span and a description of each character of ``text`` that readers cannot see for what it is.

    Tags that follow each other are told once; only the first places are told.
    """
    spaced = text.replace("\n", " ").replace("\xa0", " ").replace("\u202f", " ")
    # what is printed is none of them, but for the sign of a lost letter; this is told in a third of the time
    if not spaced.isprintable() or _LOST in text:
        yield from islice(_all(text), _MOST)


def hidden_by_escapes(data: Any, text: str, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield the route and a description of each value that holds such a character without its file showing it.

    YAML writes ``"\\u202E"`` for one. ``data`` are plain values, ``text`` is the file as it stands.
    """
    if isinstance(data, str):
        found = (what for span, what in hidden_characters(data) if span.of(data) not in text)
        yield from ((route, what) for what in islice(found, 1))
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from hidden_by_escapes(value, text, (*route, key))
    elif isinstance(data, list | tuple):
        for i, value in enumerate(data):
            yield from hidden_by_escapes(value, text, (*route, i))


def _all(text: str) -> Iterator[tuple[Span, str]]:
    start = 0
    while found := _HIDDEN.search(text, start):
        tags = _RUN_OF_TAGS.match(text, found.start())
        start = tags.end() if tags else found.end()
        if not (tags and text.endswith(_FLAG, 0, found.start())):
            yield Span(found.start(), start), f"{_said(found[0])} (U+{ord(found[0]):04X})"


def _said(character: str) -> str:
    return next(saying for kind, saying in _SAYINGS if kind.match(character))
