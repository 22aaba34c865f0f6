"""The words before and after a quote, which tell one place from another."""

from __future__ import annotations

from site_builder.anchoring.letters import inside_word
from site_builder.anchoring.prepared import Prepared
from site_builder.frozen import frozen
from site_builder.model.span import Span
from site_builder.text.normal import normalise

_SLACK = 32
"""How many more code points than the context has are looked at: typography may take more room in the text."""


@frozen
class Context:
    """What must stand before and after; empty where nothing is asked."""

    prefix: str
    suffix: str


def context(prepared: Prepared, prefix: str | None, suffix: str | None) -> Context:
    """Return the context in normal form without case."""
    if not (prefix or suffix):
        return Context("", "")
    before, after = (normalise(words or "", prepared.language, case=False).text for words in (prefix, suffix))
    return Context(before if before.strip() else "", after if after.strip() else "")


def adjoins(prepared: Prepared, span: Span, asked: Context) -> bool:
    """Tell whether the context stands around ``span``.

    Context that stands right beside the words may begin or end inside a word, as programs write it; context
    that white space sets apart is whole words.
    """
    return _before(prepared, span.start, asked.prefix) and _after(prepared, span.end, asked.suffix)


def window_before(prepared: Prepared, offset: int, length: int) -> str:
    """Return about ``length`` code points before ``offset`` in normal form without case."""
    words = prepared.text[max(0, offset - 2 * length - _SLACK) : offset]
    return normalise(words, prepared.language, case=False).text


def window_after(prepared: Prepared, offset: int, length: int) -> str:
    """Return about ``length`` code points after ``offset`` in normal form without case."""
    words = prepared.text[offset : offset + 2 * length + _SLACK]
    return normalise(words, prepared.language, case=False).text


def _before(prepared: Prepared, offset: int, prefix: str) -> bool:
    if not prefix:
        return True
    there = window_before(prepared, offset, len(prefix))
    if there.endswith(prefix):
        return True
    there, asked = there.rstrip(), prefix.rstrip()
    if not there.endswith(asked):
        return False
    return not inside_word(there[: len(there) - len(asked)], asked, prepared.language)


def _after(prepared: Prepared, offset: int, suffix: str) -> bool:
    if not suffix:
        return True
    there = window_after(prepared, offset, len(suffix))
    if there.startswith(suffix):
        return True
    there, asked = there.lstrip(), suffix.lstrip()
    if not there.startswith(asked):
        return False
    return not inside_word(asked, there[len(asked) :], prepared.language)


def _beyond(prepared: Prepared, span: Span, asked: Context) -> bool:
    """Tell whether the context reaches past the text's beginning or end, and agrees as far as the text goes."""
    before = window_before(prepared, span.start, len(asked.prefix)).strip()
    after = window_after(prepared, span.end, len(asked.suffix)).strip()
    fits_before = _before(prepared, span.start, asked.prefix) or (
        span.start <= len(asked.prefix) + _SLACK and asked.prefix.rstrip().endswith(before)
    )
    fits_after = _after(prepared, span.end, asked.suffix) or (
        len(prepared.text) - span.end <= len(asked.suffix) + _SLACK
        and asked.suffix.lstrip().startswith(after)
    )
    return fits_before and fits_after


def whole_with(prepared: Prepared, offset: int, asked: Context, *, before: bool) -> bool:
    """Tell whether the word that ``offset`` cuts is made whole by the context right beside it."""
    words = asked.prefix if before else asked.suffix
    if not words:
        return False
    if before:
        there = window_before(prepared, offset, len(words))
        rest = there[: len(there) - len(words)]
        return there.endswith(words) and not inside_word(rest, words, prepared.language)
    there = window_after(prepared, offset, len(words))
    return there.startswith(words) and not inside_word(words, there[len(words) :], prepared.language)


_ALIKE = 60.0
"""Context this much like what was asked may choose among places where the quote's own words stand exactly."""
_CLEARLY = 4.0


def likest(prepared: Prepared, spans: list[Span], asked: Context) -> Span | None:
    """Return the one of ``spans`` whose surroundings are clearly most like ``asked``; ``None`` if none is.

    Context may reach past the text's beginning or end, as where the text is an excerpt. Otherwise this chooses
    among several places and never makes one out of none.
    """
    at_edge = [span for span in spans if _beyond(prepared, span, asked)]
    if len(at_edge) == 1:
        return at_edge[0]
    scored = sorted(((likeness(prepared, span, asked), span) for span in spans), reverse=True)
    if len(scored) < 2:
        return None
    (best, span), (second, _) = scored[:2]
    return span if best >= _ALIKE and best - second >= _CLEARLY else None


def likeness(prepared: Prepared, span: Span, asked: Context) -> float:
    """Return how much the surroundings of ``span`` are like the context, 0 to 100: the lesser of both sides."""
    from rapidfuzz import fuzz  # slow to import, and few quotes need it

    prefix, suffix = asked.prefix.strip(), asked.suffix.strip()
    scores = []
    if prefix:
        there = window_before(prepared, span.start, len(prefix)).rstrip()
        scores.append(fuzz.ratio(prefix, there[-len(prefix) :]))
    if suffix:
        there = window_after(prepared, span.end, len(suffix)).lstrip()
        scores.append(fuzz.ratio(suffix, there[: len(suffix)]))
    return min(scores)
