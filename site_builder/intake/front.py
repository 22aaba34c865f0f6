"""What a Markdown file states of itself: the YAML between ``---`` lines on top, or its first heading."""

from __future__ import annotations

import re

from site_builder.intake.stated import fitting
from site_builder.intake.taken import Stated
from site_builder.model.source import Source
from site_builder.reading.documents import parse

_FRONT = re.compile(r"\A---[^\S\n]*\n(.*?)^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#[^\S\n]+(.+?)[^\S\n]*#*[^\S\n]*$", re.MULTILINE)
_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "site_name"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "source", "canonical", "canonical_url", "link"),
    "language": ("language", "lang", "locale"),
    "published": ("published", "date", "publishdate", "pubdate"),
}
"""Names that programs which save pages as Markdown give these."""


def without_front_matter(text: str) -> tuple[str, Stated]:
    """Return the article's text, and what stands above it or in its first heading."""
    found = _FRONT.match(text)
    data = parse(Source("", found[1])).data if found else None
    if not (found and isinstance(data, dict)):
        return text, Stated(title=_first_heading(text))
    given = {str(key).lower(): value for key, value in data.items()}
    values = {field: _first(given, names) for field, names in _KEYS.items()}
    rest = text[found.end() :]
    values["title"] = values["title"] or _first_heading(rest)
    return rest, fitting(**values)


def _first(given: dict[str, object], names: tuple[str, ...]) -> str:
    for name in names:
        value = given.get(name)
        if isinstance(value, list):
            value = ", ".join(each for each in value if isinstance(each, str))
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _first_heading(text: str) -> str:
    found = _HEADING.search(text)
    return found[1] if found and not text[: found.start()].strip() else ""
