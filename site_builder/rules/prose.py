"""Shared by the rules on our own prose: the plain words of Markdown, with the way back to what was written."""

from __future__ import annotations

import re
from bisect import bisect_right

from site_builder.frozen import frozen
from site_builder.model.span import Span

_MARKER = r"(?:\#{1,6}|>|[-+*]|\d{1,3}[.)]|\|)[ \t]"
# A line that goes on, not a new block.
_BREAK = re.compile(rf"[ \t\n](?<!\n[ \t\n])(?:(?<=\n)|(?<=[ \t])[ \t]*\n)(?!\s*\n)(?![ \t]*{_MARKER})[ \t]*")
# What a line ends with that goes on: fast to look for.
_MAY_GO_ON = re.compile(rf"\n(?<!\n\n)(?!\s*\n)(?![ \t]*{_MARKER})")
# Each begins with one of few signs, so that all else is passed over fast.
_MARKUP = re.compile(
    r"[\[\]*`~_<](?:"
    r"(?<=\])(?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"  # the end of a link: no prose
    r"|(?<=\[)(?:\^?\d{1,3}\](?!\()|(?=[^\[\]]*\][(\[]))"  # a note's number; the beginning of a link
    r"|(?<=[*`])(?:(?<!\d.)[*`]*|[*`]*(?!\d))"
    r"|(?<=~)~"
    r"|(?<=_)(?:(?<![^\W_].)_*(?=\S)|(?<=\S_)_*(?![^\W_]))"
    r"|(?<=<)https?://[^>\s]*>)"
)
_LINE_MARKER = re.compile(rf"[ \t]*{_MARKER}[ \t]*")


@frozen
class Prose:
    """The words of a Markdown text. Stretches of it begin at ``starts``, and in what was written at ``sources``."""

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, offset: int) -> int:
        """Return where the code point at ``offset`` of the words stands in the Markdown."""
        stretch = bisect_right(self.starts, offset) - 1
        return self.sources[stretch] + offset - self.starts[stretch]

    def written(self, span: Span) -> Span:
        """Return the stretch of the Markdown that ``span`` of the words stands for."""
        return Span(self.source(span.start), self.source(span.end - 1) + 1)


def plain(markdown: str) -> Prose:
    """Return the words of ``markdown``: no marks, no addresses, no numbers of items or notes, a block on one line."""
    # One code point for one, so that the offsets hold.
    broken = "\n" in markdown and _MAY_GO_ON.search(markdown)
    lines = _BREAK.sub(lambda found: " " * len(found[0]), markdown) if broken else markdown
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    at = length = 0
    for start, end in [*_marks(lines), (len(lines), len(lines))]:
        if start < at:
            continue  # a marker within what is gone already
        pieces.append(lines[at:start])
        starts.append(length)
        sources.append(at)
        length += start - at
        at = end
    return Prose("".join(pieces), tuple(starts), tuple(sources))


def _marks(lines: str) -> list[tuple[int, int]]:
    """Return where marks stand, in order; they may overlap where a line begins with one."""
    found = [mark.span() for mark in _MARKUP.finditer(lines)]
    start, markers = 0, 0
    while True:
        if marker := _LINE_MARKER.match(lines, start):
            found.append(marker.span())
            markers += 1
        start = lines.find("\n", start) + 1
        if not start:
            return sorted(found) if markers else found
