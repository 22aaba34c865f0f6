"""Shared by the rules on the chain of translation: how a difference between two texts reads, and its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.chains import ARTICLE, Difference, Hop, Passage, Subject, hops
from site_builder.model.finding import Finding
from site_builder.model.project import Case, Project
from site_builder.model.source import Location
from site_builder.model.span import Span
from site_builder.rules.wording import listing, quoted

NOTHING_TO_DO = "`change` tells readers of it: nothing to do"


def name_of(passage: Passage) -> str:
    """Return what to call a text of the chain in a message."""
    return "the article" if passage.text == ARTICLE else quoted(passage.text)


def differing(case: Case, project: Project, subject: Subject) -> Iterator[tuple[Hop, list[Difference]]]:
    """Yield the hops of a claim's chain that differ in ``subject``, each with those differences."""
    for hop in hops(case, project.settings.language):
        found = [difference for difference in hop.differences if difference.subject is subject]
        if found:
            yield hop, found


def words(passage: Passage, spans: Sequence[Span | None]) -> str:
    """Return words of a passage as a list in quotation marks."""
    return listing([quoted(span.of(passage.words)) for span in dict.fromkeys(spans) if span])


def hop_finding(
    code: str, case: Case, hop: Hop, found: Sequence[Difference], message: str, help: str
) -> Finding:
    """Return the finding on differences of one hop: at the text that the hop leads into, with the words of both."""
    told = all(difference.told for difference in found)
    related = [
        _words_at(case, passage, span)
        for difference in found
        for passage, span in ((hop.before, difference.before), (hop.after, difference.after))
        if span
    ]
    return Finding(
        code,
        f"{message}, as `change` says" if told else message,
        replace(link_of(case, hop.after), note=_way(hop)),
        related=tuple(dict.fromkeys(related)),
        help=NOTHING_TO_DO if told else help,
        claim=case.file.id,
    )


def _way(hop: Hop) -> str:
    """Say which texts lie between the two of a hop: the difference may have come in there."""
    return f"by way of {listing(map(quoted, hop.skipped))}, whose words are not known" if hop.skipped else ""


def link_of(case: Case, passage: Passage) -> Location:
    """Return the place of a text's link in the claim's chain; the quote, where the chain leaves the article out."""
    route = ("quote",) if passage.link is None else ("chain", passage.link, "text")
    return Location(case.file.path, route)


def _words_at(case: Case, passage: Passage, span: Span) -> Location:
    link = case.claim.chain[passage.link] if passage.link is not None else None
    if passage.link is not None and link and link.quote:
        return Location(case.file.path, ("chain", passage.link, "quote"), span=span)
    return Location(case.file.path, ("quote",), span=span)
