"""Shared by the rules on quotes: how an anchor reads to an editor, and the places it shows."""

from __future__ import annotations

from functools import lru_cache

from site_builder.anchoring import anchor, prepare
from site_builder.model.anchor import Anchor, AnchorStatus, Cut, Nearest
from site_builder.model.article import Article
from site_builder.model.project import Case
from site_builder.model.source import Location
from site_builder.model.span import Span
from site_builder.rules.wording import counted, quoted
from site_builder.rules.words import widened

NEAR_CONTEXT = "context"
"""What an anchor names among the things made equal where the words around the quote are only alike."""
_MOST_WORDS = 5
"""How many words beside a quote are tried to tell its place: more would be as long as quoting them."""
MOST_PLACES = 5
"""How many places of an ambiguous quote are shown; more would bury the finding."""


@lru_cache(maxsize=256)
def _anchors(text: str, language: str, quotes: tuple[str, ...]) -> tuple[Anchor, ...]:
    prepared = prepare(text, language)
    return tuple(anchor(prepared, quote) for quote in quotes)


def anchors(article: Article, quotes: tuple[str, ...]) -> tuple[Anchor, ...]:
    """Return where each quote stands in the article."""
    return _anchors(article.text, article.language, quotes) if quotes else ()


def telling_surroundings(article: Article, words: str, place: Span) -> tuple[str, str] | None:
    """Return the field and the words beside ``place`` that tell it from all other places of ``words``.

    The field is ``prefix`` or ``suffix``; ``None`` where the words of its line do not do.
    """
    prepared = prepare(article.text, article.language)
    before = article.text[: place.start].rpartition("\n")[2].split()
    after = article.text[place.end :].partition("\n")[0].split()
    for number in range(1, _MOST_WORDS + 1):
        prefix, suffix = " ".join(before[-number:]), " ".join(after[:number])
        if prefix and _tells(anchor(prepared, words, prefix=prefix), place):
            return "prefix", prefix
        if suffix and _tells(anchor(prepared, words, suffix=suffix), place):
            return "suffix", suffix
    return None


def _tells(found: Anchor, place: Span) -> bool:
    return found.found and NEAR_CONTEXT not in found.normalised and found.parts[0].start == place.start


def orphan_message(words: str, found: Anchor, text: str, where: str = "the article") -> str:
    """Say why an orphaned quote is not found in ``where``: the fact first, a changed figure before all else."""
    cut = next(iter(found.cuts), None)
    if cut:
        kind = "number" if cut.what == "figure" else "word"
        return f"the quote cuts the {kind} {quoted(cut.span.of(text))} in two"
    near = found.nearest
    difference = telling_difference(words, near, text) if near else None
    if near is None or difference is None:
        return f"{where} has no such words"
    ours, theirs = difference[0].of(words), difference[1].of(text)
    if near.figures_differ:
        return f"the figures differ: the quote says {_said(ours)}, {where} says {_said(theirs)}"
    if len(near.differences) > 1:
        return f"the quote differs from {where} in {counted(len(near.differences), 'place')}"
    if not theirs.strip():
        return f"the quote says {quoted(ours)}, which {where} does not have there"
    if not ours.strip():
        return f"the quote leaves out {quoted(theirs)}, and no `[…]` tells so"
    return f"the quote says {quoted(ours)} where {where} says {quoted(theirs)}"


def _said(words: str) -> str:
    return quoted(words) if words.strip() else "nothing there"


def telling_difference(words: str, near: Nearest, text: str) -> tuple[Span, Span] | None:
    """Return the difference to speak of, widened to whole words: spans into the quote and into the text.

    Where the figures differ it is the first that touches a digit, else simply the first.
    """
    wide = [
        (_trimmed(widened(d.quote, words), words), _trimmed(widened(d.text, text), text))
        for d in near.differences
    ]
    if near.figures_differ:
        wide.sort(key=lambda pair: not any(c.isdigit() for c in pair[0].of(words) + pair[1].of(text)))
    return wide[0] if wide else None


def _trimmed(span: Span, words: str) -> Span:
    """Return a span without spaces at its ends, unless it has nothing else."""
    covered = span.of(words)
    start = span.start + len(covered) - len(covered.lstrip())
    return Span(start, start + len(covered.strip())) if covered.strip() else span


def cut_edge(words: str, cut: Cut) -> Span:
    """Return the part of the quote that is only a piece of the text's number or word: a span of ``words``."""
    if cut.span.start < cut.place.start:
        return Span(0, min(len(words), cut.span.end - cut.place.start))
    return Span(max(0, len(words) - (cut.place.end - cut.span.start)), len(words))


def nearest_place(article: Article, near: Nearest | None) -> tuple[Location, ...]:
    """Return the place of the passage most like an orphaned quote, as a related place; none where there is none."""
    if near is None:
        return ()
    return (Location(article.path, span=near.span, note="the nearest passage"),)


def all_places(article: Article, found: Anchor) -> tuple[Location, ...]:
    """Return the first places where a quote stands, each by its first part."""
    return tuple(Location(article.path, span=place[0]) for place in found.places[:MOST_PLACES])


def misfits(case: Case) -> bool:
    """Tell whether the quote stands in the article, but not between just the words that its file gives.

    The finder may still take the place whose surroundings are most like them, and says so with ``context``:
    that is help, not a pass.
    """
    claim = case.claim
    if not (claim.prefix or claim.suffix):
        return False
    if case.anchor.status is AnchorStatus.ORPHAN:
        return bool(anchors(case.article, (claim.quote,))[0].places)
    return NEAR_CONTEXT in case.anchor.normalised
