"""What readers can search for: the words of each claim by language, and a table of what each can be filtered by.

Words of one language go into an index of their own, so that each is reduced to its stem by the rules of its own
language. The index only finds; verdicts, filters, counts and dates come from the table, so that a claim found in
two languages counts once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from site_builder.model.claim import Evidence
from site_builder.rendering.catalogue import Catalogue, Entry, topic_slug
from site_builder.rendering.claimants import claimant_key
from site_builder.rendering.dates import date_text
from site_builder.rendering.languages import language_name
from site_builder.rendering.markdown import markdown

FOLDER = "search/"
TABLE = f"{FOLDER}claims.json"


class Value(NamedTuple):
    """What a reader can filter by: its name in addresses and its name for people."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """The words of one claim in one language. ``url`` is the address of the claim's page, ``language`` ISO 639."""

    url: str
    language: str
    words: str


def search_records(catalogue: Catalogue, language: str) -> Iterator[SearchRecord]:
    """Yield what is to be indexed; ``language`` is the site's.

    Indexes are made of the languages of the site, of articles and of the texts they go back to. Each costs readers
    a download, so words in any other language, as sources have them, stand with the site's.
    """
    known = {_primary(language), *_languages(catalogue)}
    for entry in catalogue.entries:
        words: dict[str, list[str]] = {}
        for code, text in _texts(entry, language):
            texts = words.setdefault(_primary(code if _primary(code) in known else language), [])
            if text and not any(text in earlier for earlier in texts):
                texts.append(text)
        for code in sorted(code for code, texts in words.items() if texts):
            yield SearchRecord(entry.path, code, "\n".join(words[code]))


def _languages(catalogue: Catalogue) -> Iterator[str]:
    for article in (reviewed.article for reviewed in catalogue.articles if reviewed.entries):
        yield _primary(article.language)
        yield from (_primary(text.language) for text in article.record.chain)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _texts(entry: Entry, ours: str) -> Iterator[tuple[str, str | None]]:
    """Yield the claim's texts, each after its language."""
    claim, article = entry.case.claim, entry.case.article
    languages = {text.id: text.language for text in article.record.chain} | {"article": article.language}
    own = (claim.claim, claim.conclusion, claim.translation, claim.claimant, *claim.topics)
    yield from ((ours, text) for text in own)
    yield ours, markdown(claim.explanation).striptags() if claim.explanation else None
    yield from ((article.language, s.span.of(article.text)) for s in entry.case.sentences)
    yield from ((article.language, text) for text in (claim.quote, article.record.title))
    yield ours, article.record.working_title
    for link in claim.chain:
        yield from ((ours, link.translation), (ours, link.change))
        yield languages.get(link.text, article.language), link.quote
    for evidence in claim.evidence:
        yield from _evidence_texts(evidence, ours)


def _evidence_texts(evidence: Evidence, ours: str) -> Iterator[tuple[str, str | None]]:
    theirs = evidence.language or ours
    yield from ((theirs, evidence.quote), (theirs, evidence.title))
    rest = (evidence.publisher, evidence.translation, evidence.shows, evidence.doubt)
    yield from ((ours, text) for text in rest)


def search_table(catalogue: Catalogue, found: Mapping[str, Mapping[str, str]]) -> str:
    """Return the table as JSON. ``found`` gives, by language and address, the name of a claim in that index.

    Each row is address, claim, date (ISO 8601, empty where unknown), then for each filter the places of its values
    in that filter's list.
    """
    filters = {name: _values(catalogue, name) for name in _FILTERS}
    places = {name: {value.id: at for at, value in enumerate(values)} for name, values in filters.items()}
    rows = [
        [entry.path, entry.case.claim.claim, str(entry.updated or "")]
        + [[places[name][value.id] for value in _of(entry, name)] for name in _FILTERS]
        for entry in catalogue.entries
    ]
    names = {
        language: " ".join(names.get(entry.path, "-") for entry in catalogue.entries)
        for language, names in sorted(found.items())
    }
    dates = {str(day): date_text(day) for day in sorted({e.updated for e in catalogue.entries if e.updated})}
    table = {"filters": filters, "dates": dates, "indexes": names, "rows": rows}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


_FILTERS = ("verdict", "topic", "claimant", "article", "language", "year")


def _values(catalogue: Catalogue, name: str) -> Sequence[Value]:
    if name == "verdict":
        ids = {entry.step.id for entry in catalogue.entries}
        return _once(step for step in _steps(catalogue) if step.id in ids)
    values = {value.id: value for entry in reversed(catalogue.entries) for value in _of(entry, name)}
    return sorted(
        values.values(), key=lambda value: (value.label.casefold(), value.id), reverse=name == "year"
    )


def _steps(catalogue: Catalogue) -> Iterator[Value]:
    yield from (Value(step.id, step.label) for step in catalogue.steps)
    # a preview may show a verdict that the scale does not have
    yield from (Value(entry.step.id, entry.step.label) for entry in catalogue.entries)


def _once(values: Iterable[Value]) -> Sequence[Value]:
    return list({value.id: value for value in values}.values())


def _of(entry: Entry, name: str) -> Sequence[Value]:
    """Return the values that a claim has in one filter."""
    claim, article = entry.case.claim, entry.case.article
    match name:
        case "verdict":
            return (Value(entry.step.id, entry.step.label),)
        case "topic":
            return _once(Value(topic_slug(topic), topic) for topic in claim.topics)
        case "claimant":
            return (Value(claimant_key(claim.claimant), claim.claimant),) if claim.claimant else ()
        case "article":
            return (Value(article.name, article.title),)
        case "language":
            return (Value(article.language, language_name(article.language)),)
    return (Value(str(entry.updated.year), str(entry.updated.year)),) if entry.updated else ()
