"""Which passages of a text may be a quote edited: found by the words they share, told apart letter by letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from site_builder.anchoring.letters import inside_word
from site_builder.anchoring.prepared import Prepared
from site_builder.anchoring.tokens import TOKEN
from site_builder.model.span import Span
from site_builder.text.lines import trim

_LEAST_SCORE_OF_WORD = 80.0
"""One or two misspelt words share none; letters must then agree this well."""
_FEW_WORDS = 3
_MOST_WINDOWS = 6
_MOST_LETTERS = 200_000
"""Comparing letter by letter takes time in proportion: no more of a text is compared."""
_LONG_WORD = 60
_FEW = 2
"""So many words in a row are no chance match where a quote's beginning stands apart from the rest."""
_CLOSING = frozenset(".,:;!?…\"')]。！？")


def passages(prepared: Prepared, quote: str) -> Iterator[Span]:
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
    """Return the stretches of as many words as are asked that share most of them.

    One that shares no more than half is another sentence, not an edited one.
    """
    need, length = Counter(asked), len(asked)
    places = prepared.places_of_words
    at = sorted(place for word in need for place in places.get(word, ()))
    held: Counter[str] = Counter()
    # More than half of them; of two words, one is enough, for the other may be misspelt.
    best, first, shared = length // 2 + 1 if length > _FEW_WORDS else (length + 1) // 2, 0, 0
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
    low, high = start - _LONG_WORD, end + _LONG_WORD
    while start > low and inside_word(text[max(0, start - 2) : start], text[start : start + 2], language):
        start -= 1
    while end < high and inside_word(text[max(0, end - 2) : end], text[end : end + 2], language):
        end += 1
    return _trimmed(text, quote, Span(start, end))


def _trimmed(text: str, quote: str, place: Span) -> Span:
    """Return ``place`` without the words at its ends that nothing in ``quote`` stands for."""
    asked = [match[0] for match in TOKEN.finditer(quote)]
    words = [match.span() for match in TOKEN.finditer(text, *place)]
    same = [edit for edit in Levenshtein.opcodes(asked, [text[a:b] for a, b in words]) if edit.tag == "equal"]
    if not same:
        return trim(text, place)
    first = max(0, same[0].dest_start - same[0].src_start)
    last = min(len(words), same[-1].dest_end + len(asked) - same[-1].src_end)
    start = words[first][0] if first else place.start
    end = words[last - 1][1] if last < len(words) else place.end
    # Words on another line than the first and last that agree are another sentence.
    start = max(start, text.rfind("\n", start, words[same[0].dest_start][0]) + 1)
    stop = text.find("\n", words[same[-1].dest_end - 1][1], end)
    end = end if stop < 0 else stop
    while start > place.start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end] in _CLOSING and quote[-1] in _CLOSING:
        end += 1
    return trim(
        text,
        _grown(text, Span(start, end), asked[: same[0].src_start], asked[same[-1].src_end :], len(quote)),
    )


def _grown(text: str, place: Span, head: list[str], tail: list[str], reach: int) -> Span:
    """Return ``place`` with the quote's first and last words, where they stand apart from it on the same line."""
    start, end = place
    if len(head) >= _FEW:
        low = max(0, start - reach, text.rfind("\n", 0, start) + 1)
        before = list(_sequence(head[:_FEW]).finditer(text, low, start))
        start = before[-1].start() if before else start
    if len(tail) >= _FEW:
        line = text.find("\n", end)
        after = _sequence(tail[-_FEW:]).search(text, end, min(end + reach, line if line >= 0 else len(text)))
        end = after.end() if after else end
    return Span(start, end)


def _sequence(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b")
