"""YAML as nearly all claim files are written, read without the parser: in half of the time.

Keys are plain words. Values are plain words on one line, words in quotation marks without a backslash, blocks below
``|`` and ``>``, and lists in brackets; in maps, and in lists of values or maps. Whatever else a file has, a comment
behind a value among it, is left to the parser: only it can tell what is wrong, and where.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_LINE = re.compile(
    r"(?:#[^\n]*\n|\n)*(?:\Z|( *)(- )?(?:([a-z_]+):(?=[ \n]))? *(?:"
    r"\"(?P<double>[^\"\\\n]*)\""
    r"|'(?P<single>[^'\n]*)'"
    r"|(?P<block>[|>]-?)"
    r"|\[(?P<list>[^\W_][\w -]*(?:, [^\W_][\w -]*)*)\]"
    r"|(?P<plain>[0-9A-Za-z($/+\x80-\U0010ffff][^\n:#]*(?:(?::(?![ \n])|(?<! )#)[^\n:#]*)*)"
    r")? *\n)"
)
"""A line and the empty ones and comments before it: its spaces, its dash, its key, and its value by its sort."""
_BREAKS = re.compile(r"\n(\n*)")
_LONGEST = 50_000
"""Code points. Longer files are rare, and the parser watches how much they hold."""
_MOST = 500
"""Items of one list or map."""
_DEEPEST = 8


class _Other(Exception):
    """Something stands there that the parser must read."""


def parse_plainly(text: str) -> dict[str, Any] | None:
    """Return the data of a YAML file, as :mod:`~site_builder.reading.documents` does; ``None`` where that must look."""
    # what is printed breaks no line and is allowed in YAML
    spaced = text.replace("\n", " ").replace("\xa0", " ").replace("\u202f", " ")
    if len(text) > _LONGEST or not text.endswith("\n") or not spaced.isprintable():
        return None
    try:
        return _Lines(text).map(0, 0) or None
    except _Other:
        return None


class _Lines:
    """The lines of a file, one after another. ``_indent`` is that of the next, or -1 where none is left."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._go_on(0)
        if self._indent:
            raise _Other

    def _go_on(self, at: int) -> None:
        """Take the next line, which begins at ``at``."""
        line = _LINE.match(self._text, at)
        if not line:
            raise _Other
        spaces, self._dash, self._key = line.group(1, 2, 3)
        self._line = line
        self._indent = -1 if spaces is None else len(spaces)

    def map(self, indent: int, depth: int, first: bool = False) -> dict[str, Any]:
        """Return the map whose keys stand behind ``indent`` spaces; the ``first`` may stand behind a dash."""
        data: dict[str, Any] = {}
        while first or self._indent >= indent:
            if not first and (self._dash or self._indent > indent):
                raise _Other
            key, first = self._key, False
            if key is None or key in data or len(data) >= _MOST:
                raise _Other
            data[key] = self._value(indent, depth)
        return data

    def _list(self, indent: int, depth: int) -> list[Any]:
        """Return the list whose dashes stand behind ``indent`` spaces."""
        items: list[Any] = []
        while self._dash and self._indent == indent:
            if len(items) >= _MOST:
                raise _Other
            if self._key is not None:
                items.append(self.map(indent + 2, depth, first=True))
            elif self._line.lastgroup in _ON_ONE_LINE:
                items.append(self._value(indent, depth))
            else:
                raise _Other
        if self._indent > indent:
            raise _Other
        return items

    def _value(self, indent: int, depth: int) -> Any:
        """Return the value on the line, or below it; ``indent`` is that of its key."""
        line = self._line
        kind = line.lastgroup
        if kind == "block":
            return self._block(line["block"], line.end(), indent)
        self._go_on(line.end())
        if kind in _QUOTED:
            return line[kind]
        if kind == "plain":
            return _word(line[kind])
        if kind == "list":
            return [_word(word) for word in line[kind].split(",")]
        if self._indent < indent or (self._indent == indent and not self._dash):
            return None
        if depth >= _DEEPEST:
            raise _Other
        return self._list(self._indent, depth + 1) if self._dash else self.map(self._indent, depth + 1)

    def _block(self, header: str, at: int, indent: int) -> str:
        """Return the words of a block that begins at ``at``."""
        width = _width(self._text, at)
        lines = _indented(width).match(self._text, at) if width > indent else None
        if not lines or " \n" in lines[0] or (header[0] == ">" and "\n" + " " * (width + 1) in lines[0]):
            raise _Other
        self._go_on(lines.end())
        words = lines[0].replace("\n" + " " * width, "\n")[width:].rstrip("\n")
        if header[0] == ">":
            words = _BREAKS.sub(lambda breaks: breaks[1] or " ", words)
        return words if header.endswith("-") else words + "\n"


_QUOTED = frozenset({"double", "single"})
_ON_ONE_LINE = _QUOTED | {"plain", "list"}


def _word(written: str) -> str | None:
    word = written.strip(" ")
    return None if word == "null" else word


def _width(text: str, at: int) -> int:
    end = at
    while text[end : end + 1] == " ":
        end += 1
    return end - at


@cache
def _indented(width: int) -> re.Pattern[str]:
    """Return the pattern of lines behind ``width`` spaces, and of empty ones."""
    return re.compile(rf"(?: {{{width}}}[^\n]+\n)(?:(?: {{{width}}}[^\n]+)?\n)*")
