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
from site_builder.model.told import Told
from site_builder.rendering.catalogue import Catalogue, Entry, topic_slug
from site_builder.rendering.claimants import claimant_key
from site_builder.rendering.markdown import markdown
from site_builder.rendering.messages import Messages
from site_builder.rendering.site import Site

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


def search_records(catalogues: Sequence[Catalogue], languages: Sequence[str]) -> Iterator[SearchRecord]:
    """Yield what is to be indexed: the same claims as told in each of the site's ``languages``, its own first.

    Indexes are made of the languages of the site, of articles and of the texts they go back to. Each costs readers
    a download, so words in any other language, as sources have them, stand with the site's.
    """
    own = languages[0]
    known = {*map(_primary, languages), *_languages(catalogues[0])}
    for entry, *others in zip(*(catalogue.entries for catalogue in catalogues), strict=True):
        words: dict[str, list[str]] = {}
        told = [pair for each in (entry, *others) for pair in _texts(each, own)]
        for code, text in told:
            texts = words.setdefault(_primary(code if _primary(code) in known else own), [])
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
    """Yield the claim's texts, each after its language; ``ours`` is that of words which do not tell theirs."""
    for language, text in _said(entry, ours):
        yield (text.language if isinstance(text, Told) else language), text


def _said(entry: Entry, ours: str) -> Iterator[tuple[str, str | None]]:
    claim, article = entry.case.claim, entry.case.article
    languages = {text.id: text.language for text in article.record.chain} | {"article": article.language}
    own = (claim.claim, claim.conclusion, claim.translation, claim.claimant, *claim.topics)
    yield from ((ours, text) for text in own)
    if claim.explanation:
        theirs = claim.explanation.language if isinstance(claim.explanation, Told) else ours
        yield theirs, markdown(claim.explanation).striptags()
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


def search_table(catalogue: Catalogue, found: Mapping[str, Mapping[str, str]], site: Site) -> str:
    """Return the table as JSON, in the language of ``site``.

    ``found`` gives, by language and address, the name of a claim in that index.

    Each row is address, claim, date (ISO 8601, empty where unknown), then for each filter the places of its values
    in that filter's list.
    """
    said = site.messages
    filters = {name: _values(catalogue, name, said) for name in _FILTERS}
    places = {name: {value.id: at for at, value in enumerate(values)} for name, values in filters.items()}
    rows = [
        [entry.path, entry.case.claim.claim, str(entry.updated or "")]
        + [[places[name][value.id] for value in _of(entry, name, said)] for name in _FILTERS]
        for entry in catalogue.entries
    ]
    names = {
        language: " ".join(names.get(entry.path, "-") for entry in catalogue.entries)
        for language, names in sorted(found.items())
    }
    dates = {str(day): said.date(day) for day in sorted({e.updated for e in catalogue.entries if e.updated})}
    table = {
        "filters": filters,
        "dates": dates,
        # from the search page to the indexes, which are shared by all languages
        "base": f"../{site.up}{FOLDER}",
        "indexes": names,
        "foreign": _foreign(catalogue, site),
        "rows": rows,
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def _foreign(catalogue: Catalogue, site: Site) -> dict[str, list[int]]:
    """Return, by language, the rows whose claim is told in another one than the pages."""
    found: dict[str, list[int]] = {}
    for row, entry in enumerate(catalogue.entries):
        claim = entry.case.claim.claim
        language = claim.language if isinstance(claim, Told) else site.language
        if language != site.messages.language:
            found.setdefault(language, []).append(row)
    return found


_FILTERS = ("verdict", "topic", "claimant", "article", "language", "year")


def _values(catalogue: Catalogue, name: str, said: Messages) -> Sequence[Value]:
    if name == "verdict":
        ids = {entry.step.id for entry in catalogue.entries}
        return _once(step for step in _steps(catalogue) if step.id in ids)
    values = {value.id: value for entry in reversed(catalogue.entries) for value in _of(entry, name, said)}
    return sorted(
        values.values(), key=lambda value: (value.label.casefold(), value.id), reverse=name == "year"
    )


def _steps(catalogue: Catalogue) -> Iterator[Value]:
    yield from (Value(step.id, step.label) for step in catalogue.steps)
    # a preview may show a verdict that the scale does not have
    yield from (Value(entry.step.id, entry.step.label) for entry in catalogue.entries)


def _once(values: Iterable[Value]) -> Sequence[Value]:
    return list({value.id: value for value in values}.values())


def _of(entry: Entry, name: str, said: Messages) -> Sequence[Value]:
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
            return (Value(article.language, said.language_name(article.language)),)
    return (Value(str(entry.updated.year), str(entry.updated.year)),) if entry.updated else ()
