"""From plain data to typed records: what pydantic refuses becomes problems in an editor's words."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_builder.model.fields import NoDay
from site_builder.model.source import Problem, Route
from site_builder.reading.documents import MAX_PROBLEMS, Document

M = TypeVar("M", bound=BaseModel)


def build(model: type[M], document: Document) -> tuple[M | None, tuple[Problem, ...]]:
    """Return the record that the document holds, or what keeps it from being one."""
    problems = list(document.problems)
    if problems and document.data is None:
        return None, tuple(problems)
    if not isinstance(document.data, dict):
        problems.append(
            Problem("unreadable", "the file holds no keys", help="write `key: value` lines", line=1, column=1)
        )
        return None, tuple(problems)
    try:
        record = model.model_validate(without_empty(document.data))
    except ValidationError as error:
        details = error.errors(include_url=False)[:MAX_PROBLEMS]
        problems += [_problem(model, detail) for detail in details]
        return None, tuple(problems)
    return (None if problems else record), tuple(problems)


def without_empty(data: Any) -> Any:
    """Return the data without keys that have no value: an empty key counts as left out."""
    if isinstance(data, dict):
        return {key: without_empty(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [without_empty(item) for item in data]
    return data


def _problem(model: type[BaseModel], detail: ErrorDetails) -> Problem:
    route = tuple(step for step in detail["loc"])
    name = str(route[-1]) if route else "the file"
    if detail["type"] == "extra_forbidden":
        known = _keys_at(model, route[:-1])
        return Problem("unknown-key", f"`{name}` is no key here", route, _suggest(name, known))
    if detail["type"] == "missing":
        about = _description(model, route)
        return Problem("missing-field", f"`{name}` is missing", route, f"add `{name}:` {about}".rstrip())
    message, advice = _wrong_value(detail, name)
    return Problem("wrong-value", message, route, advice)


def _wrong_value(detail: ErrorDetails, name: str) -> tuple[str, str]:
    kind, value = detail["type"], detail["input"]
    shown = f"`{value}`" if isinstance(value, str) and len(value) <= 60 else "this value"
    context = detail.get("ctx") or {}
    if kind in ("enum", "literal_error"):
        allowed = _allowed(context)
        return f"{shown} is no {name}", f"write {_or_list(allowed)}" + _nearest(str(value), allowed)
    if kind.startswith("date") or isinstance(context.get("error"), NoDay):
        return f"{shown} is no date", "write it as 2026-11-23"
    if kind == "string_pattern_mismatch":
        return _pattern_message(shown, name)
    if kind in ("tuple_type", "list_type"):
        return f"`{name}` holds one value where a list belongs", "put each item on its own line after `- `"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"{shown} stands where keys belong", f"write the keys of {name} on lines of their own"
    if kind == "string_type" and isinstance(value, dict):
        return f"`{name}` needs words, and only words", "write one text: it is the same in every language"
    if kind in ("string_type", "string_too_short"):
        return f"`{name}` needs words, and only words", "write the words after the colon"
    if kind == "value_error":
        return f"{shown} does not fit `{name}`", str(context.get("error", detail["msg"]))
    return f"{shown} does not fit `{name}`", detail["msg"].lower()


def _pattern_message(shown: str, name: str) -> tuple[str, str]:
    if name in ("url", "archived", "base_url", "api_root"):
        return f"{shown} is no web address", "write it whole, starting with https:// or http://"
    return f"{shown} does not fit `{name}`", "use lower-case letters, digits and single hyphens"


def _allowed(context: dict[str, Any]) -> list[str]:
    expected = str(context.get("expected", ""))
    return [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(",")]


def _or_list(words: list[str]) -> str:
    quoted = [f"`{word}`" for word in words]
    return ", ".join(quoted[:-1]) + (" or " if len(quoted) > 1 else "") + quoted[-1]


def _nearest(word: str, known: list[str]) -> str:
    close = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f"; did you mean `{close[0]}`?" if close else ""


def _suggest(name: str, known: list[str]) -> str:
    close = get_close_matches(name.lower().replace("-", "_"), known, n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else f"the keys here are {_or_list(known)}" if known else ""


def _keys_at(model: type[BaseModel], route: Route) -> list[str]:
    found = _model_at(model, route)
    return list(found.model_fields) if found else []


def _description(model: type[BaseModel], route: Route) -> str:
    parent = _model_at(model, route[:-1])
    info = parent.model_fields.get(str(route[-1])) if parent and route else None
    return f"({info.description})" if info and info.description else ""


def _model_at(model: type[BaseModel], route: Route) -> type[BaseModel] | None:
    for step in route:
        if isinstance(step, int):
            continue
        info = model.model_fields.get(step)
        inner = next(_models_in(info.annotation), None) if info else None
        if inner is None:
            return None
        model = inner
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif isinstance(annotation, types.UnionType) or typing.get_origin(annotation):
        for part in typing.get_args(annotation):
            yield from _models_in(part)
