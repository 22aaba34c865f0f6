"""What readers can search for: the words of each claim by language, and a table of what each can be filtered by.

Words of one language go into an index of their own, so that each is reduced to its stem by the rules of its own
language. The index only finds; verdicts, filters, counts and dates come from the table, so that a claim found in
two languages counts once.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from site_builder.digests import digest_of
from site_builder.frozen import frozen
from site_builder.model.article import Article
from site_builder.model.claim import Evidence
from site_builder.model.told import Told
from site_builder.rendering.catalogue import Catalogue, Listed
from site_builder.rendering.claimants import claimant_key
from site_builder.rendering.compiling import Memory, kept
from site_builder.rendering.json_text import json_text
from site_builder.rendering.markdown import markdown
from site_builder.rendering.messages import Messages
from site_builder.rendering.reviewed import Entry, topic_slug
from site_builder.rendering.site import Site

FOLDER = "search/"
TABLE, FILTERS, ROWS = f"{FOLDER}claims.json", f"{FOLDER}filters.json", f"{FOLDER}rows-{{}}.json"
_ON_A_SHEET = 10
"""Rows in one file. The best results lie in nearly as many files as there are results: small ones are less to load."""
_VERSION = 12
"""Characters that tell two versions apart."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Value(NamedTuple):
    """What a reader can filter by: its name in addresses and its name for people."""

    id: str
    label: str


@frozen
class SearchRecord:
    """The words of one claim in one language, ISO 639.

    ``number`` is that of the claim's row, ``url`` the address of its page.
    """

    number: int
    url: str
    language: str
    words: str


def in_rows(catalogue: Catalogue) -> Sequence[Listed]:
    """Return the claims as rows, those checked first in front: neither a new claim nor a correction moves another.

    The order is the same in all languages of a site.
    """
    return sorted(catalogue.entries, key=lambda e: e.checked_on or datetime.date.min, reverse=True)[::-1]


def search_records(
    claims: Iterable[Sequence[Entry]], catalogue: Catalogue, languages: Sequence[str]
) -> Iterator[SearchRecord]:
    """Yield what is to be indexed: each of ``claims`` as told in each of the site's ``languages``, its own first.

    ``catalogue`` is of any of the languages.

    Indexes are made of the languages of the site, of articles and of the texts they go back to. Each costs readers
    a download, so words in any other language, as sources have them, stand with the site's.
    """
    own = languages[0]
    numbers = {entry.path: number for number, entry in enumerate(in_rows(catalogue))}
    articles = (reviewed.article for reviewed in catalogue.articles if reviewed.entries)
    known = {*map(_primary, languages), *_languages(articles)}
    for entry, *others in claims:
        words: dict[str, list[str]] = {}
        told = [pair for each in (entry, *others) for pair in _texts(each, own)]
        for code, text in told:
            texts = words.setdefault(_primary(code if _primary(code) in known else own), [])
            if text and not any(text in earlier for earlier in texts):
                texts.append(text)
        for code in sorted(code for code, texts in words.items() if texts):
            yield SearchRecord(numbers[entry.path], entry.path, code, "\n".join(words[code]))


def _languages(articles: Iterable[Article]) -> Iterator[str]:
    for article in articles:
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


def search_files(
    catalogue: Catalogue,
    languages: Sequence[str],
    site: Site,
    memory: Memory | None = None,
    order: Iterable[str] = (),
) -> Iterator[tuple[str, str]]:
    """Yield what the search page loads beside its indexes, by path, in the language of ``site``.

    ``languages`` are those of the indexes, which name each claim by the number of its row. A search for words needs of
    the rows those files that it shows; only choices need the filters. The ``memory`` has these for the ``order`` of the
    claims.
    """
    rows = in_rows(catalogue)
    # without an index, all claims are looked through
    size = _ON_A_SHEET if languages else max(1, len(rows))
    starts = range(0, len(rows), size)
    shown = [_row(entry, site) for entry in rows]
    files = {ROWS.format(n): json_text(shown[start : start + size]) for n, start in enumerate(starts)}
    files[FILTERS] = kept(
        memory, "filters", order, lambda: json_text(_filters(catalogue, rows, site.messages))
    )
    # its version stands in the addresses of the others: nothing is mixed with what a browser keeps of the site before
    table = {
        "version": digest_of("\n".join(files.values())).hex()[:_VERSION],
        "count": len(rows),
        "size": size,
        # from the search page to the indexes, which are shared by all languages
        "base": f"../{site.up}{FOLDER}",
        "indexes": languages,
        "corrected": list(_corrected(catalogue, rows)),
    }
    yield TABLE, json_text(table)
    yield from files.items()


def _corrected(catalogue: Catalogue, rows: Sequence[Listed]) -> Iterator[tuple[int, int]]:
    """Yield the rows that were corrected after their check, each with the row that it stands behind by its last day."""
    numbers, behind = {entry.path: number for number, entry in enumerate(rows)}, -1
    for entry in reversed(catalogue.latest):
        if entry.updated == entry.checked_on:
            behind = numbers[entry.path]
        else:
            yield numbers[entry.path], behind


def _filters(catalogue: Catalogue, rows: Sequence[Listed], said: Messages) -> dict[str, object]:
    """Return the values of each filter, and of each row the places of its values among them, to the base of 36."""
    filters = {name: _values(catalogue, name, said) for name in _FILTERS}
    places = {
        name: {value.id: _base36(at) for at, value in enumerate(values)} for name, values in filters.items()
    }
    columns = {
        name: " ".join(".".join(places[name][value.id] for value in _of(entry, name, said)) for entry in rows)
        for name in _FILTERS
    }
    return {"filters": filters, "columns": columns}


def _row(entry: Listed, site: Site) -> list[str]:
    """Return what is shown of a claim: address, words, verdict, where and when, and its language if not the page's."""
    claim = entry.claim
    language = claim.language if isinstance(claim, Told) else site.language
    day = site.messages.date(entry.updated) if entry.updated else ""
    return [
        entry.path,
        claim,
        entry.step.id,
        " · ".join(filter(None, (entry.article.title, day))),
        "" if language == site.messages.language else language,
    ]


def _base36(number: int) -> str:
    """Write a number as JavaScript's ``parseInt`` reads it: short."""
    digits = ""
    while True:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
        if not number:
            return digits


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


def _of(entry: Listed, name: str, said: Messages) -> Sequence[Value]:
    """Return the values that a claim has in one filter."""
    article = entry.article
    match name:
        case "verdict":
            return (Value(entry.step.id, entry.step.label),)
        case "topic":
            return _once(Value(topic_slug(topic), topic) for topic in entry.topics)
        case "claimant":
            return (Value(claimant_key(entry.claimant), entry.claimant),) if entry.claimant else ()
        case "article":
            return (Value(article.name, article.title),)
        case "language":
            return (Value(article.language, said.language_name(article.language)),)
    return (Value(str(entry.updated.year), str(entry.updated.year)),) if entry.updated else ()
