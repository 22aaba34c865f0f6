"""The passage most like a quote that is not there: help for a message, never a pass."""

from __future__ import annotations

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from site_builder.anchoring.passages import passages
from site_builder.anchoring.prepared import Prepared
from site_builder.anchoring.tokens import NUMBER, PIECE
from site_builder.figures import read
from site_builder.model.anchor import Difference, Nearest
from site_builder.model.figure import Figure
from site_builder.model.span import Span
from site_builder.text.normal import NormalForm, fold_case, normalise

_LEAST_SCORE = 60.0
"""Words shared in another order, far apart, are no edited sentence either."""
_MOST_OF_QUOTE = 20_000
"""Comparing letter by letter takes time in proportion to both: no longer quote is compared."""


def nearest(prepared: Prepared, quote: str, near: int | None = None) -> Nearest | None:
    """Return the passage most like ``quote``; ``None`` where none is like it.

    Of several that are equally like it, the one closest to the offset ``near`` or else the first is returned.
    """
    if len(quote) > _MOST_OF_QUOTE:
        return None
    lead = len(quote) - len(quote.lstrip())
    form = fold_case(normalise(quote.strip()), prepared.language)
    text = prepared.folded
    found = [(fuzz.ratio(form.text, place.of(text.text)), place) for place in passages(prepared, form.text)]
    if not found:
        return None
    away = near or 0
    score, place = max(found, key=lambda scored: (scored[0], -abs(text.original(scored[1]).start - away)))
    if score < _LEAST_SCORE:
        return None
    differences = _differences(form, text, place, lead)
    span = text.original(place)
    return Nearest(span, score, differences, figures_differ(quote, span.of(prepared.text), prepared.language))


def _differences(quote: NormalForm, text: NormalForm, place: Span, lead: int) -> tuple[Difference, ...]:
    ours = [match.span() for match in PIECE.finditer(quote.text)]
    theirs = [match.span() for match in PIECE.finditer(text.text, *place)]
    edits = Levenshtein.opcodes(
        [quote.text[start:end] for start, end in ours], [text.text[start:end] for start, end in theirs]
    )
    found: list[Difference] = []
    for edit in edits:
        if edit.tag != "equal":
            here = quote.original(_stretch(ours, edit.src_start, edit.src_end)).shift(lead)
            there = text.original(_stretch(theirs, edit.dest_start, edit.dest_end))
            if found and found[-1].quote.end == here.start and found[-1].text.end == there.start:
                last = found.pop()
                here, there = Span(last.quote.start, here.end), Span(last.text.start, there.end)
            found.append(Difference(here, there))
    return tuple(found)


def _stretch(spans: list[tuple[int, int]], start: int, end: int) -> Span:
    if start == end:
        at = spans[start][0] if start < len(spans) else spans[-1][1]
        return Span(at, at)
    return Span(spans[start][0], spans[end - 1][1])


_SAME_WORDS = 85.0
"""So alike are two passages whose words agree: names inflected, a comma more."""


def figures_differ(one: str, other: str, language: str) -> bool:
    """Tell whether two passages agree in their words and differ in their numbers, in digits or in words."""
    if NUMBER.findall(one) != NUMBER.findall(other) and _same_words(
        NUMBER.sub("", one), NUMBER.sub("", other)
    ):
        return True
    ours, theirs = read(one, language), read(other, language)
    if [figure.readings for figure in ours] == [figure.readings for figure in theirs]:
        return False
    return _same_words(_without(one, ours), _without(other, theirs))


def _same_words(one: str, other: str) -> bool:
    return fuzz.ratio(one, other) >= _SAME_WORDS


def _without(text: str, figures: tuple[Figure, ...]) -> str:
    for figure in reversed(figures):
        text = text[: figure.number.start] + text[figure.number.end :]
    return text
