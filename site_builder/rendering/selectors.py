"""Say where words stand in a text so that others find them again: W3C selectors and text fragments."""

from __future__ import annotations

from typing import Any

from site_builder.model.span import Span
from site_builder.rendering.percent import percent

# Enough to tell most places apart; widened until it does.
_CONTEXT = 32
# Browsers match long fragments slowly, and a changed comma kills them: longer quotes are given by their ends.
_LONGEST = 300
_ENDS = 6


def surroundings(text: str, span: Span) -> tuple[str, str]:
    """Return the words before and after ``span``, enough of them that they and its words stand only there.

    Where the text as a whole does not tell two places apart, which no text does, everything around is returned.
    """
    width = _CONTEXT
    while True:
        start, end = max(0, span.start - width), min(len(text), span.end + width)
        if (start == 0 and end == len(text)) or _is_only_place(text, text[start:end], start):
            return text[start : span.start], text[span.end : end]
        width *= 2


def _is_only_place(text: str, words: str, start: int) -> bool:
    return text.find(words) == start and text.find(words, start + 1) < 0


def quote_selector(text: str, span: Span) -> dict[str, Any]:
    """Return the ``TextQuoteSelector`` of ``span`` (https://www.w3.org/TR/annotation-model/#text-quote-selector)."""
    prefix, suffix = surroundings(text, span)
    return {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": prefix, "suffix": suffix}


def position_selector(span: Span) -> dict[str, Any]:
    """Return the ``TextPositionSelector`` of ``span``, in code points as the standard asks."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def text_fragment(url: str, text: str, parts: tuple[Span, ...]) -> str:
    """Return ``url`` with directives that make a browser mark ``parts`` of ``text`` on the page.

    https://wicg.github.io/scroll-to-text-fragment/. Only sound where the page is in the language of ``text``.
    Returns ``url`` unchanged without parts.
    """
    if not parts:
        return url
    directives = "&".join(f"text={_directive(text, part)}" for part in parts)
    return f"{url}{'' if '#' in url else '#'}:~:{directives}"


def _directive(text: str, span: Span) -> str:
    words = span.of(text)
    if len(words) > _LONGEST or "\n" in words:
        first, last = _ends(words)
        if first:
            return f"{_encoded(first)},{_encoded(last)}"
    if text.count(words) == 1:
        return _encoded(words)
    before, after = surroundings(text, span)
    # a directive's context must end at a word and stay within its line
    prefix = before.rpartition("\n")[2].partition(" ")[2].strip()
    suffix = after.partition("\n")[0].rpartition(" ")[0].strip()
    return (
        (f"{_encoded(prefix)}-," if prefix else "")
        + _encoded(words)
        + (f",-{_encoded(suffix)}" if suffix else "")
    )


def _ends(words: str) -> tuple[str, str]:
    """Return the first and last words, each within one line; empty where the script does not part words."""
    first = words.partition("\n")[0].split()[:_ENDS]
    last = words.rpartition("\n")[2].split()[-_ENDS:]
    parted = len(words.split()) > 2 * _ENDS
    return (" ".join(first), " ".join(last)) if parted else ("", "")


def _encoded(words: str) -> str:
    # `-`, `,` and `&` are the syntax of a directive
    return percent(words).replace("-", "%2D")
