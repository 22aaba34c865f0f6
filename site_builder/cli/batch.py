"""``--batch``: JSON Lines in, one JSON result a line out, in order, so that thousands go through one process."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

_HALVES = re.compile("[\ud800-\udfff]")


class Refusal(ValueError):
    """A line that cannot be answered; its message becomes the line's ``error``."""


def run(answer: Callable[[Mapping[str, Any]], dict[str, Any]]) -> None:
    """Answer each line of standard input; a line that cannot be answered gets ``{"error": …}``."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    for number, line in enumerate(sys.stdin, 1):
        if line.strip():
            click.echo(dump(_answer(answer, line, number)))


def _answer(answer: Callable[[Mapping[str, Any]], dict[str, Any]], line: str, number: int) -> dict[str, Any]:
    try:
        arguments = json.loads(line)
        if not isinstance(arguments, dict):
            raise Refusal("the line is no JSON object")
        if any(isinstance(value, str) and _HALVES.search(value) for value in arguments.values()):
            raise Refusal("a value holds half a character (an unpaired surrogate), so it is no text")
        return answer(arguments)
    except (Refusal, json.JSONDecodeError) as error:
        return {"error": f"line {number}: {error}"}
    except RecursionError:
        return {"error": f"line {number}: it is nested too deep"}


def dump(value: Any) -> str:
    """Return ``value`` as one line of JSON, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False)


def text_of(arguments: Mapping[str, Any]) -> str:
    """Return the text that a batch line gives as ``text`` or names as ``file``.

    Raises:
        Refusal: it gives neither, or the file cannot be read.
    """
    text = arguments.get("text")
    if isinstance(text, str):
        return text
    if not isinstance(arguments.get("file"), str):
        raise Refusal("give `text` or `file`")
    return read_text(Path(arguments["file"]))


def read_text(path: Path) -> str:
    """Return a UTF-8 file's text as it stands, line ends included.

    Raises:
        Refusal: it cannot be read.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Refusal(f"{path.name} cannot be read: {(error.strerror or 'unknown reason').lower()}") from None
    except UnicodeDecodeError:
        raise Refusal(f"{path.name} is not UTF-8 text") from None
    except ValueError:
        raise Refusal("no file has such a name") from None


def words_of(arguments: Mapping[str, Any], key: str) -> str | None:
    """Return an optional word argument of a batch line.

    Raises:
        Refusal: it is there and no text.
    """
    value = arguments.get(key)
    if value is not None and not isinstance(value, str):
        raise Refusal(f"`{key}` is no text")
    return value
