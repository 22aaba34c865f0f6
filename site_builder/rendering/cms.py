"""The settings of Sveltia CMS, from the same schemas that editors' programs read: fields, hints, what may stand there.

Source: Sveltia CMS, configuration (compatible with Decap CMS). What the schemas do not tell, such as which field is
long, is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from site_builder import schemas
from site_builder.model.project import Project
from site_builder.model.settings import Admin
from site_builder.rules import RULES
from site_builder.schemas import Schema

Field = dict[str, Any]

_LONG = {"quote", "translation", "claim", "reason", "note", "before", "after"}
_FOLDED = {
    "evidence": "{{fields.stance}}: {{fields.title}}",
    "figures": "{{fields.value}} {{fields.unit}}",
    "chain": "{{fields.text}}{{fields.id}}",
    "set_aside": "{{fields.quote}}",
}
"""How the items of a list are called while they are folded."""
_AS_YAML = {"extension": "yaml", "format": "yaml", "editor": {"preview": False}}


def config(project: Project, admin: Admin) -> dict[str, Any]:
    """Return the settings of the CMS for this newsroom.

    Where words for readers are told in several languages, fields that have them anywhere inside are not offered, so
    that no map of languages can be lost, and no claim is begun.
    """
    settings = project.settings
    plain = len(settings.published_in) == 1 and not _told(project)
    known = schemas.known_of(project, (rule.name for rule in RULES))
    return {
        "backend": admin.model_dump(exclude_none=True),
        "load_config_file": False,
        "media_folder": settings.evidence,
        "public_folder": f"/{settings.evidence}",
        # An empty field is left out: to our reader, empty words are a slip.
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2}},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        "collections": [
            _claims(settings.claims, list(_fields(schemas.schema("claim", known), plain)), plain),
            _articles(settings.articles, list(_fields(schemas.schema("article", known), plain))),
        ],
    }


def _claims(folder: str, fields: list[Field], plain: bool) -> dict[str, Any]:
    called = "claim" if plain else "quote"
    return {
        "name": "claims",
        "label": "Claims",
        "label_singular": "Claim",
        "folder": folder,
        "path": "{{fields.article}}/{{slug}}",
        # the scale of verdicts stands in the same folder, and is no claim
        "filter": {"field": "article", "pattern": ".+"},
        "slug": f"{{{{fields.{called}}}}}",
        "identifier_field": called,
        "summary": f"{{{{fields.{called}}}}} ({{{{fields.verdict}}}})",
        "create": plain,
        # what was published is withdrawn, never deleted
        "delete": False,
        **_AS_YAML,
        "fields": fields,
    }


def _articles(folder: str, fields: list[Field]) -> dict[str, Any]:
    return {
        "name": "articles",
        "label": "Article records",
        "label_singular": "Article record",
        "folder": folder,
        "path": "{{slug}}",
        "identifier_field": "language",
        "summary": "{{slug}} ({{fields.publisher}})",
        "create": False,
        "delete": False,
        **_AS_YAML,
        "fields": fields,
    }


def _told(project: Project) -> bool:
    in_claims = any(file.translations for file in project.claims)
    return in_claims or any(article.translations for article in project.articles.values())


def _fields(record: Schema, plain: bool) -> Iterator[Field]:
    for name, schema in record["properties"].items():
        if plain or not _has_prose(schema):
            about = {"hint": schema["description"]} if schema.get("description") else {}
            named = {"name": name, "label": name.replace("_", " ").capitalize()}
            yield {**named, "required": name in record["required"], **about, **_widget(name, schema, plain)}


def _has_prose(schema: Schema) -> bool:
    """Tell whether words in several languages may stand anywhere inside."""
    inside = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]
    options = schema.get("anyOf", ())
    return any("patternProperties" in option for option in options) or any(map(_has_prose, inside))


def _widget(name: str, schema: Schema, plain: bool) -> Field:
    if "properties" in schema:
        return {"widget": "object", "collapsed": True, "fields": list(_fields(schema, plain))}
    if "items" in schema:
        return {"widget": "list", "collapsed": True, **_items(name, schema["items"], plain)}
    if choices := [choice for choice in schema.get("enum", ()) if choice is not None]:
        return {"widget": "select", "options": choices}
    if schema.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "default": ""}
    long = name in _LONG or "anyOf" in schema
    said = schema.get("description", name)
    pattern = {"pattern": [schema["pattern"], f"Look again: {said}"]} if "pattern" in schema else {}
    return {"widget": "text" if long else "string", **pattern}


def _items(name: str, items: Schema, plain: bool) -> Field:
    if "properties" not in items:
        inside = _widget(name, items, plain)
        single = {"name": "value", "label": name.replace("_", " ").capitalize(), **inside}
        return {"field": {**single, "widget": "text" if inside["widget"] == "text" else "string"}}
    folded = {"summary": _FOLDED[name]} if name in _FOLDED else {}
    return {**folded, "fields": list(_fields(items, plain))}
