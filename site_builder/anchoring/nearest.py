"""The passage most like a quote that is not there: help for a message, never a pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from site_builder.anchoring.letters import inside_word
from site_builder.anchoring.prepared import Prepared
from site_builder.anchoring.tokens import NUMBER, PIECE, TOKEN
from site_builder.figures import read
from site_builder.model.anchor import Difference, Nearest
from site_builder.model.figure import Figure
from site_builder.model.span import Span
from site_builder.text.normal import NormalForm, fold_case, normalise

_LEAST_SHARED = 0.5
"""A passage of the quote's length that shares fewer of its words is another sentence, not an edited one."""
_LEAST_SCORE = 50.0
_LEAST_SCORE_OF_WORD = 80.0
"""One or two misspelt words share none; letters must then agree this well."""
_FEW_WORDS = 3
_MOST_WINDOWS = 6
_MOST_LETTERS = 200_000
_MOST_OF_QUOTE = 20_000
"""Comparing letter by letter takes time in proportion to both: no more of a text or a quote is compared."""


def nearest(prepared: Prepared, quote: str, near: int | None = None) -> Nearest | None:
    """Return the passage most like ``quote``; ``None`` where none is like it.

    Of several that are equally like it, the one closest to the offset ``near`` or else the first is returned.
    """
    if len(quote) > _MOST_OF_QUOTE:
        return None
    lead = len(quote) - len(quote.lstrip())
    form = fold_case(normalise(quote.strip()), prepared.language)
    text = prepared.folded
    passages = [
        (fuzz.ratio(form.text, place.of(text.text)), place) for place in _passages(prepared, form.text)
    ]
    if not passages:
        return None
    away = 0 if near is None else near
    score, place = max(
        passages, key=lambda passage: (passage[0], -abs(text.original(passage[1]).start - away))
    )
    if score < _LEAST_SCORE:
        return None
    differences = _differences(form, text, place, lead)
    span = text.original(place)
    return Nearest(span, score, differences, figures_differ(quote, span.of(prepared.text), prepared.language))


def _passages(prepared: Prepared, quote: str) -> Iterator[Span]:
    """Yield passages that may be the quote edited: by its words, or for a few words by its letters."""
    asked = [match[0] for match in TOKEN.finditer(quote)]
    text = prepared.folded.text
    seen: set[Span] = set()
    for window in _windows(prepared, asked):
        low, high = max(0, window.start - len(quote) // 2), min(len(text), window.end + len(quote) // 2)
        place = _aligned(text, quote, Span(low, high), prepared.language)
        if place not in seen:
            seen.add(place)
            yield place
    if not seen and len(asked) <= _FEW_WORDS:
        place = _aligned(text, quote, Span(0, min(len(text), _MOST_LETTERS)), prepared.language)
        if fuzz.ratio(quote, place.of(text)) >= _LEAST_SCORE_OF_WORD:
            yield place


def _windows(prepared: Prepared, asked: list[str]) -> list[Span]:
    """Return the stretches of as many words as are asked that share most of them; none if few are shared."""
    need, length = Counter(asked), len(asked)
    places = prepared.places_of_words
    at = sorted(place for word in need for place in places.get(word, ()))
    held: Counter[str] = Counter()
    best, first, shared = _LEAST_SHARED * length, 0, 0
    ends: list[tuple[int, int]] = []
    words = prepared.words
    for place in at:
        word = words[place][0]
        held[word] += 1
        shared += held[word] <= need[word]
        while at[first] <= place - length:
            gone = words[at[first]][0]
            shared -= held[gone] <= need[gone]
            held[gone] -= 1
            first += 1
        if shared > best:
            best, ends = shared, []
        if shared == best and shared:
            ends.append((at[first], place))
    return [Span(words[low][1], words[high][2]) for low, high in _apart(ends, length)]


def _apart(ends: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the windows that do not lie over one before them, as many as are worth a look."""
    kept: list[tuple[int, int]] = []
    for window in ends:
        if not kept or window[0] >= kept[-1][0] + max(1, length // 2):
            kept.append(window)
    return kept[:_MOST_WINDOWS]


def _aligned(text: str, quote: str, region: Span, language: str) -> Span:
    """Return the stretch of ``region`` that reads most like ``quote``, with its words whole."""
    found = fuzz.partial_ratio_alignment(quote, region.of(text))
    if found is None:
        return region
    start, end = (
        (found.dest_start, found.dest_end) if len(quote) <= region.end - region.start else (0, len(text))
    )
    start, end = region.start + start, min(region.start + end, region.end)
    while inside_word(text[max(0, start - 2) : start], text[start : start + 2], language):
        start -= 1
    while inside_word(text[max(0, end - 2) : end], text[end : end + 2], language):
        end += 1
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


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
