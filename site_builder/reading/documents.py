"""YAML as editors write it: every scalar is text, and every value keeps its line and column.

Files of the plainest sort are read without a parser (:mod:`~site_builder.reading.plainly`). For all others, and where
somebody asks for the place of a value, PyYAML's C parser composes the nodes; no value is resolved (``no`` is Norwegian,
not false: the model decides what a value is), no tag is honoured, and neither anchors nor duplicate keys are accepted.
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from site_builder.model.source import Problem, Route, Source
from site_builder.reading.plainly import parse_plainly

# YAML 1.1 (section 4.2) counts all of these as line breaks.
_BREAK = re.compile("[\r\n\x85\u2028\u2029]")
_TOO_DEEP = ("the file is nested too deeply", "write it flatter")
_EMPTY = ("", "~", "null")
_STRING_TAG = "tag:yaml.org,2002:str"
_TAGS = {
    yaml.ScalarNode: _STRING_TAG,
    yaml.MappingNode: "tag:yaml.org,2002:map",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
}
_PLAIN_TAGS = tuple(_TAGS.values())
MAX_CHARACTERS = 200_000
"""No file that a person writes by hand is longer; a longer one is refused before it is parsed."""
MAX_DEPTH = 20
MAX_ITEMS = 1_000
"""In one list, or keys in one mapping: each is checked, and some checks look through whole articles."""
MAX_VALUES = 50_000
"""In one file, aliases counted as often as they are used: a file of ten lines can stand for billions of values."""
MAX_PROBLEMS = 50
"""A file with more is broken as a whole: nobody reads on."""
_SAFE_LINE = 1_000
"""The parser goes down a level for each nested value, and a stack of tens of thousands ends the process. A nested
value stands further to the right than the one around it, or in brackets: with no more of either than this, a
file cannot be that deep."""


@dataclass(slots=True)
class Document:
    """A parsed file: plain data (``dict``, ``list``, ``str``), or what kept it from being parsed."""

    source: Source
    data: Any = None
    problems: list[Problem] = field(default_factory=list)


def parse(source: Source, *, tolerant: bool = False) -> Document:
    """Parse YAML. With ``tolerant``, tags and aliases pass as text: ``mkdocs.yml`` is another program's file."""
    document = Document(source, None if tolerant else parse_plainly(source.text))
    if document.data is not None:
        return document
    try:
        node = _compose(source)
    except _Refused as refused:
        document.problems.append(refused.problem)
    except yaml.YAMLError as error:
        document.problems.append(_syntax_problem(error))
    else:
        if node is not None:
            document.data = _Walk(document.problems, tolerant).value(node, ())
    del document.problems[MAX_PROBLEMS:]
    return document


class _Refused(Exception):
    """The file may not even be parsed."""

    def __init__(self, message: str, advice: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.problem = Problem("unreadable", message, help=advice, line=line, column=column)


@lru_cache(maxsize=64)
def _compose(source: Source) -> yaml.Node | None:
    if len(source.text) > MAX_CHARACTERS:
        raise _Refused(
            f"the file is longer than {MAX_CHARACTERS:,} characters", "split it into smaller files"
        )
    if not _is_shallow(source.text):
        _refuse_depth(source.text)
    node: yaml.Node | None = yaml.compose(source.text, Loader=_Loader)
    return node


class _Loader(yaml.CBaseLoader):
    """Composes nodes whose tags nobody resolves: a value is text, and its tag that of its sort."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        """Return the tag of a node that has none; the inherited method looks through tables that are empty here."""
        return _TAGS[kind]

    # no path of a value decides its tag: these do nothing, and that fast, for they are called for every node
    descend_resolver: Any = operator.is_
    ascend_resolver: Any = bool


def _is_shallow(text: str) -> bool:
    if text.count("[") + text.count("{") > _SAFE_LINE:
        return False
    half = _SAFE_LINE // 2
    if all("\n" in text[at : at + half] for at in range(0, len(text) - half + 1, half)):
        return True  # a longer line has such a stretch all of its own
    return max(map(len, _BREAK.split(text))) <= _SAFE_LINE


def _refuse_depth(text: str) -> None:
    """Read through the file without building anything, and stop where it is nested too deeply."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH + 1:
            raise _Refused(*_TOO_DEEP, *_place(event.start_mark))


def node_at(source: Source, route: Route) -> tuple[yaml.Node, yaml.Node | None] | None:
    """Return the node that ``route`` leads to and the node of its key; the deepest one there is.

    ``None`` where the file cannot be parsed at all.
    """
    try:
        node = _compose(source)
    except (yaml.YAMLError, _Refused):
        return None
    if node is None:
        return None
    key: yaml.Node | None = None
    for step in route:
        found = _step(node, step)
        if found is None:
            break
        key, node = found
    return node, key


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


class _Walk:
    """One pass from nodes to plain data, noting what may not be there."""

    def __init__(self, problems: list[Problem], tolerant: bool) -> None:
        self._problems = problems
        self._tolerant = tolerant
        self._seen: set[int] = set()
        self._left = MAX_VALUES

    def value(self, node: yaml.Node, route: Route) -> Any:
        """Return the plain data of ``node``; ``None`` for an empty value."""
        self._left -= 1
        if self._left <= 0 or (not self._tolerant and not self._acceptable(node, route)):
            if not self._left:
                self._refuse(node, route, f"the file has more than {MAX_VALUES:,} values", "split it")
            return None
        if isinstance(node, yaml.ScalarNode):
            return None if not node.style and node.value in _EMPTY else node.value
        if len(route) > MAX_DEPTH:
            self._refuse(node, route, *_TOO_DEEP)
            return None
        if len(node.value) > MAX_ITEMS:
            self._refuse(node, route, f"more than {MAX_ITEMS:,} items stand here", "split the file")
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self._within(item, route, i) for i, item in enumerate(node.value)]
        return self._mapping(node, route)

    def _mapping(self, node: yaml.Node, route: Route) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(
                    key, route, "a key is not a plain word", "write each key as a word before a colon"
                )
                continue
            if key.value in data:
                self._refuse(key, route, f"`{key.value}` stands twice", "keep one of the two")
            data[key.value] = self._within(item, route, key.value)
        return data

    def _within(self, node: yaml.Node, route: Route, step: str | int) -> Any:
        """Return the plain data of a value of a collection; most are text, of which there is nothing to tell."""
        odd = node.tag != _STRING_TAG or id(node) in self._seen or self._left <= 1
        if odd or not isinstance(node, yaml.ScalarNode):
            return self.value(node, (*route, step))
        self._left -= 1
        self._seen.add(id(node))
        return None if not node.style and node.value in _EMPTY else node.value

    def _acceptable(self, node: yaml.Node, route: Route) -> bool:
        # Without the resolver only a tag that somebody wrote differs from these.
        if node.tag not in _PLAIN_TAGS and not (isinstance(node, yaml.ScalarNode) and node.tag == "!"):
            self._refuse(
                node, route, f"the tag `{node.tag}` is not understood", "write the value without a tag"
            )
            return False
        if id(node) in self._seen:
            self._refuse(node, route, "a value is borrowed by an alias (`*`)", "write the value out")
            return False
        self._seen.add(id(node))
        return True

    def _refuse(self, node: yaml.Node, route: Route, message: str, advice: str) -> None:
        mark = node.start_mark
        self._problems.append(
            Problem("unreadable", message, route, advice, line=mark.line + 1, column=mark.column + 1)
        )


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax_problem(error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = _place(mark)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    message, advice = _plain_words(str(said))
    return Problem("unreadable", message, help=advice, line=line, column=column)


_SAYINGS = (
    (
        "mapping values are not allowed",
        "a second colon stands in an unquoted value",
        "put the value in quotes, or write it below `>-`",
    ),
    (
        "could not find expected ':'",
        "a line has no colon after its key",
        "write `key: value`; indent the lines that belong to the value above",
    ),
    (
        "did not find expected key",
        "a line stands where a key should be",
        "indent it like the keys beside it; put a value that starts or goes on with quotes in quotes as a whole",
    ),
    (
        "did not find expected '-'",
        "a list goes on with something that is no item",
        "start each item with `- `, all at one indent",
    ),
    (
        "cannot start any token",
        "a tab or sign stands where it may not",
        "indent with spaces; quote the value",
    ),
    ("found unexpected end of stream", "a quotation mark is opened and never closed", "close it"),
    ("undefined alias", "a value starts with `*`", "put it in quotes"),
    (
        "control characters are not allowed",
        "the file holds a control character",
        "delete it and type the line anew",
    ),
)


def _plain_words(said: str) -> tuple[str, str]:
    for part, message, advice in _SAYINGS:
        if part in said:
            return message, advice
    return f"the file is not YAML here: {said}", "compare the line with the ones above; indent with spaces"
