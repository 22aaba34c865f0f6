"""Every place where words stand in a text, byte for byte or in normal form."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_builder.anchoring.prepared import Prepared
from site_builder.model.span import Span
from site_builder.text.case import same_letters
from site_builder.text.normal import NormalForm, fold_case, normalise

MOST = 1000
"""As many places of one quote are looked at: a text that repeats it more often tells nothing more."""

View = Callable[[Prepared, str], Iterator[Span]]
"""A way to look: yields the places of some words as spans of the text, in order."""


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    for _ in range(MOST):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def exact(prepared: Prepared, words: str) -> Iterator[Span]:
    """Yield where ``words`` stand as they are."""
    for at in _occurrences(prepared.text, words):
        yield Span(at, at + len(words))


def normal(prepared: Prepared, words: str) -> Iterator[Span]:
    """Yield where ``words`` stand in normal form."""
    yield from _mapped(prepared.normal, normalise(words).text.strip())


def folded(prepared: Prepared, words: str) -> Iterator[Span]:
    """Yield where ``words`` stand in normal form without case."""
    form = normalise(words)
    asked = fold_case(form, prepared.language).text.strip()
    for span in _mapped(prepared.folded, asked):
        if same_letters(normalise(span.of(prepared.text)).text, form.text.strip(), prepared.language):
            yield span


def _mapped(form: NormalForm, words: str) -> Iterator[Span]:
    for at in _occurrences(form.text, words):
        if not (form.splits(at) or form.splits(at + len(words))):
            yield form.original(Span(at, at + len(words)))


VIEWS: tuple[tuple[View, bool], ...] = ((exact, False), (normal, False), (folded, True))
"""The ways to look, strictest first, and whether each overlooks case."""
