"""Whether readers are told of a difference: the ``change`` of a link on the way speaks of it."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.chains import figures, names, negations
from site_builder.chains.passages import Difference, Hop, Passage, Subject
from site_builder.chains.spelling import folded
from site_builder.model.span import Span

_QUOTE_MARKS = frozenset("“”„\"‘’'«»*_")


def is_told(difference: Difference, hop: Hop, changes: Sequence[Passage]) -> bool:
    """Tell whether any of ``changes`` (the words of ``change`` on the way) names what differs."""
    sides = ((hop.before, difference.before), (hop.after, difference.after))
    return any(
        _names_it(change, passage, span, difference.subject)
        for passage, span in sides
        if span
        for change in changes
    )


def _names_it(change: Passage, passage: Passage, span: Span, subject: Subject) -> bool:
    if subject is Subject.NEGATIONS:
        return _quotes_negation(change) or f"“{span.of(passage.words)}”" in change.words
    if folded(span.of(passage.words)) in folded(change.words):
        return True
    if subject is Subject.NAMES:
        found = (name for name in names.names(passage.words, passage.language) if name.span == span)
        return any(names.has(change.words, change.language, name) for name in found)
    found_figures = (figure for figure in figures.telling(passage) if figure.span == span)
    return any(figures.same_value(one, other) for one in found_figures for other in figures.figures(change))


def _quotes_negation(change: Passage) -> bool:
    """Tell whether a negation is spoken of, in quotation marks: most sentences that only use one say other things."""
    if not negations.comparable(change.language):
        return False
    return any(
        change.words[span.start - 1 : span.start] in _QUOTE_MARKS and span.start > 0
        for span in negations.negations(change.words, change.language)
    )
