"""Changes to a file by place, so that comments, quotes and layout of everything else stay as they are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from site_builder.editing.scalars import entry
from site_builder.frozen import frozen
from site_builder.model.source import Source
from site_builder.model.span import Span
from site_builder.reading.documents import node_at, parse


@frozen
class Edit:
    """One change of a file: what stands in ``span`` (code points of the file's text) becomes ``text``."""

    span: Span
    text: str


@frozen
class Change:
    """A file before and after, and why, in an editor's words."""

    path: str
    before: str
    after: str
    why: tuple[str, ...] = ()

    def diff(self) -> str:
        """Return the change as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            f"{self.path} (now)",
            f"{self.path} (then)",
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with the edits made; they may not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def with_value(source: Source, key: str, value: str) -> str | None:
    """Return the file's text with another value of a top-level key.

    ``None`` where that cannot be done without touching anything else: the file is read back to see.
    """
    node, name = node_at(source, (key,)) or (None, None)
    if node is None or name is None or name.start_mark.column != 0:
        return None
    written = source.text[name.start_mark.index : node.end_mark.index]
    span = Span(name.start_mark.index, name.start_mark.index + len(written.rstrip()))
    after = applied(source.text, [Edit(span, entry(key, value).rstrip("\n"))])
    old, new = parse(source), parse(Source(source.path, after))
    if old.problems or new.problems or new.data != {**old.data, key: value}:
        return None
    return after
