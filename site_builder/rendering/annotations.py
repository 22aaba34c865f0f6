"""The checked sentences of an article as W3C Web Annotations, https://www.w3.org/TR/annotation-model/.

The target is the article's text as published beside the annotations (``text.txt``), so that both selectors are
exact: positions count its code points.
"""

from __future__ import annotations

from typing import Any

from site_builder.model.span import Span
from site_builder.rendering.catalogue import ListedArticle
from site_builder.rendering.dates import timestamp
from site_builder.rendering.json_text import json_text
from site_builder.rendering.latest import latest
from site_builder.rendering.reviewed import Entry, Reviewed
from site_builder.rendering.selectors import position_selector, quote_selector
from site_builder.rendering.site import Site

Node = dict[str, Any]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations_path(reviewed: Reviewed | ListedArticle) -> str:
    """Return the address of an article's annotations."""
    return f"{reviewed.path}annotations.json"


def text_path(reviewed: Reviewed | ListedArticle) -> str:
    """Return the address of an article's text, which the annotations point into."""
    return f"{reviewed.path}text.txt"


def annotations_json(reviewed: Reviewed, site: Site) -> str:
    """Return the collection as JSON. ``site`` must have a public address: the standard's identifiers are IRIs."""
    return json_text(_collection(reviewed, site))


def _collection(reviewed: Reviewed, site: Site) -> Node:
    entries = [entry for entry in reviewed.entries if entry.case.anchor.found]
    url = site.absolute(annotations_path(reviewed))
    items = [_annotation(entry, reviewed, site) for entry in entries]
    page = {"id": f"{url}#page", "type": "AnnotationPage", "partOf": url, "startIndex": 0, "items": items}
    return {
        "@context": _CONTEXT,
        "id": url,
        "type": "AnnotationCollection",
        "label": f"{site.name}: {reviewed.article.title}",
        "creator": _creator(site),
        "total": len(items),
        **({"first": page, "last": page["id"]} if items else {}),
    }


@latest
def _creator(site: Site) -> Node:
    return {"type": "Organization", "name": site.organisation or site.name, "homepage": site.url}


def _annotation(entry: Entry, reviewed: Reviewed, site: Site) -> Node:
    claim = entry.case.claim
    url = site.absolute(entry.path)
    targets = [_target(part, reviewed, site) for part in entry.case.anchor.parts]
    dates = {"created": claim.checked_on, "modified": entry.updated}
    return {
        "id": f"{url}#annotation",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": _creator(site),
        **{name: timestamp(date) for name, date in dates.items() if date},
        "body": [
            _words("classifying", entry.step.label, site),
            *([_words("assessing", claim.conclusion, site)] if claim.conclusion else []),
            {"type": "SpecificResource", "source": _web_page(url, site), "purpose": "linking"},
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _words(purpose: str, value: str, site: Site) -> Node:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": site.language,
    }


def _web_page(url: str, site: Site) -> Node:
    return {"id": url, "type": "Text", "format": "text/html", "language": site.language}


def _target(part: Span, reviewed: Reviewed, site: Site) -> Node:
    article = reviewed.article
    return {
        "type": "SpecificResource",
        "source": _source(reviewed, site),
        "scope": site.absolute(reviewed.path),
        "selector": [quote_selector(article.text, part), position_selector(part)],
    }


@latest
def _source(reviewed: Reviewed, site: Site) -> Node:
    return {
        "id": site.absolute(text_path(reviewed)),
        "type": "Text",
        "format": "text/plain",
        "language": reviewed.article.language,
    }
