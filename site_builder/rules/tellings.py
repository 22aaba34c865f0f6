"""Shared by the rules on our own prose: the same words in each language that a file tells them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.frozen import frozen
from site_builder.model.fields import Record
from site_builder.model.project import ClaimFile, Project
from site_builder.model.source import Route
from site_builder.model.told import Translations


@frozen
class Telling:
    """A file that tells texts to readers. ``shown`` tells whether they see it; ``claim`` is a claim file's id."""

    path: str
    record: Record
    translations: Translations
    shown: bool = True
    claim: str | None = None


def tellers(project: Project) -> Iterator[Telling]:
    """Yield the files whose texts may be told in several languages: claims, records of articles, the scale."""
    for file in project.claims:
        if file.claim is not None:
            yield Telling(file.path, file.claim, file.translations, file.claim.published, file.id)
    for article in project.articles.values():
        if article.record_source:
            yield Telling(article.record_source.path, article.record, article.translations)
    if project.scale_source:
        yield Telling(project.scale_source.path, project.scale, project.scale_translations)


def tellings(file: ClaimFile, fields: Sequence[str], own: str) -> Iterator[tuple[Route, str, str]]:
    """Yield route, words and language of each of the claim's ``fields``; ``own`` is the site's language."""
    for field in fields:
        words = getattr(file.claim, field)
        if words:
            yield (field,), words, own
        if file.translations:
            for language, others in file.translations.get((field,), {}).items():
                yield (field, language), others, language
