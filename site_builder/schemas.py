"""JSON Schemas of the files that editors write, made from the same models that read them.

Source: JSON Schema Draft 7, which editors' language servers understand best. Everything stands in its place,
without references, because they drop the words beside a reference; ``markdownDescription`` is what they show.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from site_builder.frozen import frozen
from site_builder.model.article import ArticleRecord
from site_builder.model.claim import Claim
from site_builder.model.fields import Record
from site_builder.model.project import Project
from site_builder.model.scale import Scale

Schema = dict[str, Any]

KINDS = ("claim", "article", "scale")
_MODELS: Mapping[str, type[Record]] = {"claim": Claim, "article": ArticleRecord, "scale": Scale}
_TITLES = {"claim": "Claim file", "article": "Article record", "scale": "Verdict scale"}
_DRAFT = "http://json-schema.org/draft-07/schema#"
_WORDS = ["string", "number", "boolean"]
"""What YAML may take an unquoted word for; our reader takes every value as it is written."""


@frozen
class Known:
    """The newsroom's own words: what may stand in a field, and (``topics``, ``rules``) what is in use."""

    verdicts: Sequence[str] = ()
    articles: Sequence[str] = ()
    topics: Sequence[str] = ()
    rules: Sequence[str] = ()


def known_of(project: Project, rules: Iterable[str]) -> Known:
    """Return the words that the newsroom has in use; ``rules`` are the names that an excuse may give."""
    topics = {topic for file in project.claims if file.claim for topic in file.claim.topics}
    verdicts = [step.label for step in project.scale.steps]
    return Known(verdicts, sorted(project.articles), sorted(topics), list(rules))


def schema(kind: str, known: Known | None = None) -> Schema:
    """Return the schema of a ``claim`` file, of an ``article``'s record or of a verdict ``scale``.

    Raises:
        KeyError: there is no such kind.
    """
    made = _tidy(_MODELS[kind].model_json_schema(mode="validation"), {})
    if kind == "claim":
        _narrow(made["properties"], known or Known())
    return {"$schema": _DRAFT, "title": _TITLES[kind], **made}


def _narrow(fields: Schema, known: Known) -> None:
    for field, names in (("verdict", known.verdicts), ("article", known.articles)):
        if names:
            fields[field] = {**fields[field], "type": "string", "enum": list(names)}
    _suggest(fields["topics"]["items"], known.topics)
    _suggest(fields["excuses"]["items"]["properties"]["rule"], known.rules)


def _suggest(field: Schema, names: Sequence[str]) -> None:
    """Offer names without refusing others."""
    if names:
        field["anyOf"] = [{"enum": list(names)}, {"type": field.pop("type", "string")}]


def _tidy(node: Any, definitions: Mapping[str, Schema]) -> Any:
    """Return the schema with references put in place, and only what an editor's program can use."""
    if isinstance(node, list):
        return [_tidy(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    definitions = {**definitions, **node.get("$defs", {})}
    if "$ref" in node:
        return _tidy({**definitions[node["$ref"].rpartition("/")[2]], **_but(node, "$ref")}, definitions)
    if "properties" in node:
        return _record(node, definitions)
    options = [option for option in node.get("anyOf", ()) if option.get("type") != "null"]
    if len(options) == 1:
        return _tidy({**options[0], **_but(node, "anyOf")}, definitions)
    tidied = {key: _tidy(value, definitions) for key, value in _but(node, "title", "default").items()}
    if "description" in tidied:
        tidied["markdownDescription"] = tidied["description"]
    if tidied.get("type") == "string" and not tidied.keys() & {"enum", "const", "format", "pattern"}:
        tidied["type"] = _WORDS
    return tidied


def _record(node: Schema, definitions: Mapping[str, Schema]) -> Schema:
    needed = node.get("required", [])
    fields = {
        name: _tidy(field, definitions) if name in needed else _may_be_empty(_tidy(field, definitions))
        for name, field in node["properties"].items()
    }
    about = dict.fromkeys(("description", "markdownDescription"), node.get("description", ""))
    return {
        "type": "object",
        **about,
        "properties": fields,
        "required": needed,
        "additionalProperties": False,
    }


def _may_be_empty(field: Schema) -> Schema:
    """A key without a value counts as left out; where words to choose from are listed, none is no choice."""
    types = field.get("type")
    if "anyOf" in field:
        return {**field, "anyOf": [*field["anyOf"], {"type": "null"}]}
    if types is None or "enum" in field:
        return field
    return {**field, "type": [*([types] if isinstance(types, str) else types), "null"]}


def _but(node: Mapping[str, Any], *keys: str) -> Schema:
    return {key: value for key, value in node.items() if key not in {*keys, "$defs"}}


def dump(schema: Schema) -> str:
    """Return a schema as it is written to a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
