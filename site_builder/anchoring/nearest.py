"""The passage most like a quote that is not there: help for a message, never a pass."""

from __future__ import annotations

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from site_builder.anchoring.prepared import Prepared
from site_builder.model.anchor import Difference, Nearest
from site_builder.model.span import Span
from site_builder.text.normal import NormalForm, fold_case, normalise

_LEAST = 60.0
"""Below this score a passage is another sentence, not an edited one."""
_DIGITS = re.compile(r"\d+(?:[.,:/'’]\d+)*")


def nearest(prepared: Prepared, quote: str) -> Nearest | None:
    """Return the passage most like ``quote``; ``None`` where none is like it."""
    lead = len(quote) - len(quote.lstrip())
    form = fold_case(normalise(quote.strip()), prepared.language)
    place = _place(prepared.folded.text, form.text)
    if place is None:
        return None
    span = prepared.folded.original(place)
    theirs = place.of(prepared.folded.text)
    score = fuzz.ratio(form.text, theirs)
    if score < _LEAST:
        return None
    differences = _differences(form, prepared.folded, place, lead)
    return Nearest(span, score, differences, _figures_differ(form.text, theirs))


def _place(text: str, quote: str) -> Span | None:
    found = fuzz.partial_ratio_alignment(quote, text)
    return Span(found.dest_start, found.dest_end) if found else None


def _differences(quote: NormalForm, text: NormalForm, place: Span, lead: int) -> tuple[Difference, ...]:
    edits = Levenshtein.opcodes(quote.text, place.of(text.text))
    return tuple(
        Difference(
            quote.original(Span(edit.src_start, edit.src_end)).shift(lead),
            text.original(Span(edit.dest_start, edit.dest_end).shift(place.start)),
        )
        for edit in edits
        if edit.tag != "equal"
    )


def _figures_differ(one: str, other: str) -> bool:
    return _DIGITS.findall(one) != _DIGITS.findall(other)
