"""Words for readers in several languages: which fields may have them, and a record as one language tells it.

A record holds the words of the site's own language, as plain strings: the checks, and everything that has no
reader, see nothing else. What stands beside them in other languages is kept by its route.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, WithJsonSchema

from site_builder.model.fields import LANGUAGE, Record, Text
from site_builder.model.source import Route

Translations = Mapping[Route, Mapping[str, str]]
"""The words in other languages than the site's own, by the route of their field and the language's BCP 47 code."""


class _Mark:
    """Marks a type as words that may be told in several languages.

    ``needed`` tells whether the site's own language must be among them; a quote's translation may be missing in
    the language that the quote is written in.
    """

    def __init__(self, *, needed: bool) -> None:
        self.needed = needed


_SCHEMA = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "description": "The words by language, such as `en:` and `id:`.",
                "patternProperties": {f"^(?:{LANGUAGE.pattern})$": {"type": "string"}},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ]
    }
)

Prose = Annotated[Text, _Mark(needed=True), _SCHEMA]
"""Our own words for readers: a text in the site's language, or a text for each language."""

Gloss = Annotated[Text, _Mark(needed=False), _SCHEMA]
"""A translation of somebody else's words: needed only in the languages that they are not written in."""


class Told(str):
    """Words as the pages of one language show them. ``language`` is the one that they are in.

    ``said`` are the words in the site's own language, from which addresses are made.
    """

    __slots__ = ("language", "said")

    language: str
    said: str

    def __new__(cls, words: str, language: str, said: str) -> Told:
        """Return ``words`` with their language."""
        told = super().__new__(cls, words)
        told.language, told.said = language, said
        return told

    def __getnewargs__(self) -> tuple[str, str, str]:  # type: ignore[override]
        """Return what makes the same words again, in another process."""
        return str(self), self.language, self.said


Shape = Mapping[str, "bool | Shape"]
"""By field that holds words for readers: whether the site's own language is needed, or the shape of its records."""

R = TypeVar("R", bound=Record)


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """Return which fields of a record, and of the records in it, may be told in several languages."""
    found: dict[str, bool | Shape] = {}
    for name, info in model.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, _Mark)]
        if marks or (marks := [mark for mark in _metadata(info.annotation) if isinstance(mark, _Mark)]):
            found[name] = marks[0].needed
        else:
            inner = next(_records_in(info.annotation), None)
            shape = shape_of(inner) if inner else {}
            if shape:
                found[name] = shape
    return found


def _metadata(annotation: Any) -> Iterator[Any]:
    for part in typing.get_args(annotation):
        yield from getattr(part, "__metadata__", ())


def _records_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _records_in(part)


def untold(record: Record, translations: Translations, language: str) -> Iterator[Route]:
    """Yield the routes of the record's own words that have no translation into ``language``."""
    yield from (
        route
        for route in _words_of(record, shape_of(type(record)), ())
        if language not in translations.get(route, {})
    )


def _words_of(record: Record, shape: Shape, route: Route) -> Iterator[Route]:
    for name, inner in shape.items():
        value, at = getattr(record, name), (*route, name)
        if inner is True and value is not None:
            yield at
        elif not isinstance(inner, bool):
            items = (
                enumerate(value) if isinstance(value, tuple) else [(None, value)] if value is not None else []
            )
            for i, item in items:
                yield from _words_of(item, inner, at if i is None else (*at, i))


def told_in(record: R, translations: Translations, language: str, own: str) -> R:
    """Return the record as the pages in ``language`` tell it: its words for readers become :class:`Told`.

    Words that are missing in ``language`` are those of ``own``, the site's language, and say so.
    """
    return _told(record, shape_of(type(record)), (), translations, language, own)


def _told(record: R, shape: Shape, route: Route, translations: Translations, language: str, own: str) -> R:
    update: dict[str, Any] = {}
    for name, inner in shape.items():
        value = getattr(record, name)
        at = (*route, name)
        if isinstance(inner, bool):
            words = _words(value, translations.get(at, {}), language, own)
            if words is not None:
                update[name] = words
        elif isinstance(value, tuple):
            if value:
                update[name] = tuple(
                    _told(item, inner, (*at, i), translations, language, own) for i, item in enumerate(value)
                )
        elif value is not None:
            update[name] = _told(value, inner, at, translations, language, own)
    return record.model_copy(update=update)


def _words(said: str | None, others: Mapping[str, str], language: str, own: str) -> Told | None:
    if language in others:
        return Told(others[language], language, said or "")
    return None if said is None else Told(said, own, said)
