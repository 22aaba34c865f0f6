"""Shared by the rules on our own prose: the same words in each language that the claim file tells them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.model.project import ClaimFile
from site_builder.model.source import Route


def tellings(file: ClaimFile, fields: Sequence[str], own: str) -> Iterator[tuple[Route, str, str]]:
    """Yield route, words and language of each of the claim's ``fields``; ``own`` is the site's language."""
    for field in fields:
        words = getattr(file.claim, field)
        if words:
            yield (field,), words, own
        if file.translations:
            for language, others in file.translations.get((field,), {}).items():
                yield (field, language), others, language
