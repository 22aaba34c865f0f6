"""Quote in, anchor out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from site_builder.anchoring.boundary import cut_at
from site_builder.anchoring.context import Context, adjoins, context, likeness, likest, whole_with
from site_builder.anchoring.omission import parts, windows
from site_builder.anchoring.places import MOST, VIEWS, View
from site_builder.anchoring.prepared import Prepared
from site_builder.model.anchor import Anchor, AnchorStatus, Cut, Nearest
from site_builder.model.span import Span
from site_builder.text.normal import differing

_NO_CONTEXT = Context("", "")
_LINE_BREAK = re.compile(r"[^\S\n]*[\n\r]\s*")


@dataclass(slots=True)
class _Search:
    """One look-up: what is asked, and what was seen on the way."""

    prepared: Prepared
    asked: Context
    allow_case: bool
    cuts: dict[Span, Cut] = field(default_factory=dict)
    misplaced: dict[Span, None] = field(default_factory=dict)


def anchor(
    prepared: Prepared,
    quote: str,
    *,
    prefix: str | None = None,
    suffix: str | None = None,
    allow_case: bool = True,
    near: int | None = None,
) -> Anchor:
    """Find where ``quote`` stands.

    A quote runs over a line break only where it has one itself, for a line is a block of its own.

    It is found where its words stand byte for byte, else where they stand in normal form, and only where neither
    a word nor a figure is cut. ``prefix`` and ``suffix`` are words that must adjoin it. ``…`` and ``[…]`` part it,
    unless the text has them too. ``allow_case`` says whether a difference of case is overlooked (and told).
    Of passages equally like an orphaned quote, that closest to the offset ``near`` is proposed.
    """
    words = quote.strip()
    if not any(map(str.isalnum, words)):
        return Anchor(AnchorStatus.ORPHAN)
    search = _Search(prepared, context(prepared, prefix, suffix), allow_case)
    for pieces, told in _readings(words):
        for view, overlooks_case in VIEWS:
            if allow_case or not overlooks_case:
                places = _places(search, view, pieces)
                if places:
                    return _found(search, pieces, places, told)
    place = likest(prepared, list(search.misplaced), search.asked)
    if place:
        return _found(search, (words,), [(place,)], ("context",))
    return _orphan(search, quote, near)


def _readings(words: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the ways to read a quote: as it is, on one line, in parts; and what each had to overlook."""
    readings: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((words,), ())]
    one_line = _LINE_BREAK.sub(" ", words) if "\n" in words or "\r" in words else words
    if one_line != words:
        readings.append(((one_line,), ("spaces",)))
    pieces = parts(words)
    if pieces and pieces != (words,):
        readings.append((pieces, ()))
        if one_line != words:
            readings.append((parts(one_line), ("spaces",)))
    return readings


def _places(search: _Search, view: View, pieces: tuple[str, ...]) -> list[tuple[Span, ...]]:
    found = []
    for number, piece in enumerate(pieces):
        first, last = number == 0, number == len(pieces) - 1
        asked = Context(search.asked.prefix if first else "", search.asked.suffix if last else "")
        found.append(_whole(search, view, piece, asked))
        if not found[-1]:
            return []
    return windows(found)


def _whole(search: _Search, view: View, piece: str, asked: Context) -> list[Span]:
    """Return where ``piece`` stands in its context and cuts nothing; remember where it does not."""
    whole = []
    for span in view(search.prepared, piece):
        cut = _cut(search.prepared, span, asked)
        if cut:
            if asked == _NO_CONTEXT or adjoins(search.prepared, span, asked):
                search.cuts.setdefault(span, cut)
        elif asked == _NO_CONTEXT or adjoins(search.prepared, span, asked):
            whole.append(span)
        else:
            search.misplaced[span] = None
    return whole


def _cut(prepared: Prepared, span: Span, asked: Context) -> Cut | None:
    for offset, before in ((span.start, True), (span.end, False)):
        cut = cut_at(prepared, offset, span)
        if cut and (cut.what == "figure" or not whole_with(prepared, offset, asked, before=before)):
            return cut
    return None


def _found(
    search: _Search, pieces: tuple[str, ...], places: list[tuple[Span, ...]], told: tuple[str, ...]
) -> Anchor:
    if len(places) > 1:
        return Anchor(AnchorStatus.AMBIGUOUS, tuple(places[:MOST]))
    pairs = zip(places[0], pieces, strict=True)
    text, language = search.prepared.text, search.prepared.language
    names = [name for span, piece in pairs for name in differing(span.of(text), piece, language)]
    normalised = tuple(dict.fromkeys((*told, *names)))
    return Anchor(AnchorStatus.NORMALISED if normalised else AnchorStatus.EXACT, tuple(places), normalised)


def _orphan(search: _Search, words: str, near: int | None) -> Anchor:
    cuts = tuple(sorted(search.cuts.values(), key=lambda cut: (cut.what, cut.place)))
    if search.misplaced:
        score, span = max((likeness(search.prepared, span, search.asked), span) for span in search.misplaced)
        # The words are there: only their surroundings are not as asked.
        return Anchor(AnchorStatus.ORPHAN, nearest=Nearest(span, (100.0 + score) / 2), cuts=cuts)
    # most quotes are found, and rapidfuzz is slow to import
    from site_builder.anchoring.nearest import nearest

    return Anchor(AnchorStatus.ORPHAN, nearest=nearest(search.prepared, words, near), cuts=cuts)
