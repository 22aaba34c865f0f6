"""Characters that show readers something else than what stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.model.span import Span

# Unicode Standard Annex 9: embeddings and overrides reorder what follows them on the page (isolates, which
# right-to-left prose needs, are left alone). U+FFFD stands where a letter was lost when a file was converted;
# tag characters (U+E0001 to U+E007F) are invisible and have carried hidden text, but spell flags after U+1F3F4.
_HIDDEN = re.compile(
    "(?P<order>[\u202a-\u202e])"
    "|(?P<lost>\ufffd)"
    "|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f])"
    "|(?P<tag>(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+)"
)
_SAYINGS = {
    "order": "a character that reorders the words on the page",
    "lost": "a sign for a letter that was lost",
    "control": "a control character",
    "tag": "invisible characters",
}


def hidden_characters(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the span and a description of each character of ``text`` that readers cannot see for what it is."""
    for found in _HIDDEN.finditer(text):
        kind = found.lastgroup or ""
        yield Span(found.start(), found.end()), f"{_SAYINGS[kind]} (U+{ord(found[0][0]):04X})"
