"""Shared by the rules on our own prose: the plain words of Markdown, with the way back to what was written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.model.span import Span

_BREAK = re.compile(r"(?<!\n)[ \t]*\n(?!\s*\n)[ \t]*")
_MARKUP = re.compile(
    r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)"  # the end of a link: its address is not prose
    r"|\[(?=[^\[\]]*\]\()"
    r"|[*`]+|~~"
    r"|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])"
    r"|^[ \t]*(?:\#{1,6}|>|[-+]|\d{1,3}[.)])[ \t]+"
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
    """Return the words of ``markdown``: no marks, no addresses, no numbers of list items, a paragraph on one line."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in _MARKUP.finditer(markdown):
        pieces.append(markdown[at : found.start()])
        offsets += range(at, found.start())
        at = found.end()
    pieces.append(markdown[at:])
    offsets += range(at, len(markdown))
    # One code point for one, so that the offsets hold.
    text = _BREAK.sub(lambda found: " " * len(found[0]), "".join(pieces))
    return Prose(text, tuple(offsets))
