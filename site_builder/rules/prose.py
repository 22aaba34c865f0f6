"""Shared by the rules on our own prose: the plain words of Markdown, with the way back to what was written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.model.span import Span

_MARKER = r"(?:\#{1,6}|>|[-+*]|\d{1,3}[.)]|\|)[ \t]"
# A line that goes on, not a new block.
_BREAK = re.compile(rf"(?<!\n)[ \t]*\n(?!\s*\n)(?![ \t]*{_MARKER})[ \t]*")
_MARKUP = re.compile(
    r"\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"  # the end of a link: no prose
    r"|\[\^?\d{1,3}\](?!\()"  # a note's number
    r"|\[(?=[^\[\]]*\][(\[])"
    r"|(?<!\d)[*`]+|[*`]+(?!\d)|~~"
    r"|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])"
    rf"|^[ \t]*{_MARKER}[ \t]*"
    r"|<https?://[^>\s]*>",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a Markdown text. ``offsets`` leads from each code point back into what was written."""

    text: str
    offsets: tuple[int, ...]

    def written(self, span: Span) -> Span:
        """Return the stretch of the Markdown that ``span`` of the words stands for."""
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)


def plain(markdown: str) -> Prose:
    """Return the words of ``markdown``: no marks, no addresses, no numbers of items or notes, a block on one line."""
    # One code point for one, so that the offsets hold.
    lines = _BREAK.sub(lambda found: " " * len(found[0]), markdown)
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in _MARKUP.finditer(lines):
        pieces.append(lines[at : found.start()])
        offsets += range(at, found.start())
        at = found.end()
    pieces.append(lines[at:])
    offsets += range(at, len(lines))
    return Prose("".join(pieces), tuple(offsets))
