"""The chain of translation, hop by hop: which figures, names and negations one text has and the next has not.

A chain quotes what could be read, which is often part of a sentence. So a figure or name counts as lost only where no
later text has it again, and as added only where no earlier text had it. Nothing here knows what a sentence means: a
difference is a place to look at, and what could not be compared is said, never passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from site_builder.chains import figures, names, negations
from site_builder.chains.figures import is_mere_word, same_unit
from site_builder.chains.passages import ARTICLE, Difference, Hop, Passage, Subject
from site_builder.chains.spelling import script
from site_builder.chains.told import is_told
from site_builder.figures import readable
from site_builder.model.project import Case
from site_builder.model.span import Span

__all__ = [
    "ARTICLE",
    "Difference",
    "Hop",
    "Passage",
    "Subject",
    "compare",
    "hops",
    "is_mere_word",
    "passages",
    "same_unit",
    "wordless",
]

# Bounds are part of figures: where figures are compared, they are.
_SUBJECTS = (Subject.FIGURES, Subject.NAMES, Subject.NEGATIONS)


def passages(case: Case) -> tuple[Passage, ...]:
    """Return the claim's sentence in each text of the chain whose words are known, first to last.

    The article comes last: with the words that its link quotes, else with the claim's quote.
    """
    languages = {text.id: text.language for text in case.article.record.chain}
    found = [
        Passage(link.text, link.quote, languages[link.text], i)
        for i, link in enumerate(case.claim.chain)
        if link.quote and link.text in languages
    ]
    own = next(((i, link) for i, link in enumerate(case.claim.chain) if link.text == ARTICLE), None)
    index, link = own or (None, None)
    words = link.quote if link and link.quote else case.claim.quote
    return (*found, Passage(ARTICLE, words, case.article.language, index))


def wordless(case: Case) -> tuple[str, ...]:
    """Return the texts of a claim's chain whose words are not known: nothing of them is compared."""
    return tuple(link.text for link in case.claim.chain if not link.quote and link.text != ARTICLE)


def hops(case: Case, language: str) -> tuple[Hop, ...]:
    """Compare the texts of a claim's chain, each with the next whose words are known.

    ``language`` is that of the links' ``change``.
    """
    if not case.claim.chain:
        return ()
    known = passages(case)
    return tuple(_placed(case, language, hop) for hop in _compared(known))


@lru_cache(maxsize=1024)
def _compared(known: tuple[Passage, ...]) -> tuple[Hop, ...]:
    return tuple(compare(known[:i], known[i:]) for i in range(1, len(known)))


def compare(earlier: Sequence[Passage], later: Sequence[Passage]) -> Hop:
    """Compare the last of the ``earlier`` passages with the first of the ``later`` ones."""
    before, after = earlier[-1], later[0]
    not_compared = tuple(s for s in _SUBJECTS if not _comparable(s, before, after))
    found: list[Difference] = []
    if Subject.FIGURES not in not_compared:
        found += _figures(earlier, later)
        found += (Difference(Subject.BOUNDS, *pair) for pair in figures.limits_changed(before, after))
    found += _names(before, later)
    if Subject.NEGATIONS not in not_compared:
        found += _negations(earlier, later)
    return Hop(before, after, (), tuple(found), not_compared)


def _comparable(subject: Subject, before: Passage, after: Passage) -> bool:
    languages = before.language, after.language
    if subject is Subject.FIGURES:
        return all(map(readable, languages))
    if subject is Subject.NEGATIONS:
        return all(map(negations.comparable, languages))
    return names.comparable(before.words, before.language) and script(before.words) == script(after.words)


def _figures(earlier: Sequence[Passage], later: Sequence[Passage]) -> Iterator[Difference]:
    lost = figures.without_counterpart(earlier[-1], later)
    added = figures.without_counterpart(later[0], earlier)
    pairs = list(figures.changed(lost, added))
    for old, new in pairs:
        yield Difference(Subject.FIGURES, old.span, new.span)
    yield from (
        Difference(Subject.FIGURES, f.span, None) for f in lost if all(f is not old for old, _ in pairs)
    )
    yield from (
        Difference(Subject.FIGURES, None, f.span) for f in added if all(f is not new for _, new in pairs)
    )


def _names(before: Passage, later: Sequence[Passage]) -> Iterator[Difference]:
    for name in names.names(before.words, before.language):
        answers = [names.has(text.words, text.language, name) for text in later]
        # A name that cannot be looked for in the next text is not known to be lost.
        if answers[0] is False and True not in answers:
            yield Difference(Subject.NAMES, name.span, None)


def _negations(earlier: Sequence[Passage], later: Sequence[Passage]) -> Iterator[Difference]:
    before, after = _negating(earlier[-1]), _negating(later[0])
    if before and not any(map(_negating, later)):
        yield Difference(Subject.NEGATIONS, before[0], None)
    if after and not any(map(_negating, earlier)):
        yield Difference(Subject.NEGATIONS, None, after[0])


def _negating(passage: Passage) -> tuple[Span, ...]:
    comparable = negations.comparable(passage.language)
    return negations.negations(passage.words, passage.language) if comparable else ()


def _linked(case: Case, hop: Hop) -> range:
    """Return the places in the chain of the links after the first text of a hop, up to its second."""
    first = -1 if hop.before.link is None else hop.before.link
    last = len(case.claim.chain) - 1 if hop.after.link is None else hop.after.link
    return range(first + 1, last + 1)


def _placed(case: Case, language: str, hop: Hop) -> Hop:
    """Add what only the claim file knows: the texts without words between, and which differences it tells."""
    links = [case.claim.chain[i] for i in _linked(case, hop)]
    changes = tuple(Passage(link.text, link.change, language, None) for link in links if link.change)
    told = tuple(replace(d, told=is_told(d, hop, changes)) for d in hop.differences)
    skipped = tuple(link.text for link in links if link.text != hop.after.text)
    return replace(hop, differences=told, skipped=skipped)
