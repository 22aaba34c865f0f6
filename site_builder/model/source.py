"""Where a value was written: files, routes into YAML, and the concrete places people are shown."""

from __future__ import annotations

from site_builder.frozen import frozen
from site_builder.model.span import Span

Route = tuple[str | int, ...]
"""A path into a YAML document: ``("evidence", 0, "url")``."""


_NOWHERE = Span(0, 0)


@frozen
class Source:
    """A file as it was read: its path (POSIX, relative to the project) and its text."""

    path: str
    text: str


@frozen
class Location:
    """A symbolic place: stays true while files move.

    ``route`` leads to a value of a YAML file; ``span`` is a range of code points in that value, or,
    where ``route`` is empty, in the text of the article file. ``key`` points at the key, not its value.
    ``note`` is what to write beside the place, such as "the article says 1,600 here".
    """

    path: str
    route: Route = ()
    span: Span | None = None
    key: bool = False
    note: str = ""


@frozen
class Spot:
    """A concrete place for people: line and column count from 1, columns in code points.

    ``excerpt`` is the whole line (or the words of the article) and ``marked`` the range of code points
    of ``excerpt`` to point at.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str = ""
    marked: Span = _NOWHERE
    note: str = ""


@frozen
class Problem:
    """Something that keeps a file from being read as what it should be; a rule turns it into a finding.

    ``kind`` is one of ``unreadable`` (not UTF-8, not YAML, duplicate keys), ``unknown-key``,
    ``missing-field`` and ``wrong-value``.
    """

    kind: str
    message: str
    route: Route = ()
    help: str = ""
    line: int = 0
    """Line and column, from 1, where the file could not even be parsed; 0 where ``route`` tells the place."""
    column: int = 0
