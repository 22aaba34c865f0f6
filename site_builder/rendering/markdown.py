"""Editors' Markdown to HTML: no raw HTML, no images, and links only where they cannot harm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from site_builder.rendering.hosted import with_reachable_code
from site_builder.rendering.html import marked
from site_builder.rendering.plain import Plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Relative addresses and fragments have no scheme; of the schemes, only these may become links.
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SCHEMES = ("http:", "https:", "mailto:")
_IS_USUAL = re.compile(
    r"https?://(?=[^/]{1,255}(?:/|$))[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*(?:/[\w.~/?#=+,;:@-]*)?", re.ASCII
).fullmatch
"""Tells of most addresses that they are written as they ought to be."""


def _safe_link(url: str) -> bool:
    scheme = _SCHEME.match(url.strip())
    return scheme is None or scheme.group().lower() in _SCHEMES


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # slow to import, and most texts are plain

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.validateLink = _safe_link  # type: ignore[method-assign]
    return parser


@cache
def _plain() -> Plain:
    return Plain(lambda words: _parser().renderInline(words), _address)


@lru_cache(maxsize=4096)
def _address(url: str) -> str | None:
    if _IS_USUAL(url):
        return url
    parser = _parser()
    normal = parser.normalizeLink(url)
    return normal if parser.validateLink(normal) else None


def _shift_headings(tokens: Sequence[Token], top: int) -> None:
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    highest = min((int(token.tag[1]) for token in headings), default=1)
    for token in headings:
        token.tag = f"h{min(6, int(token.tag[1]) - highest + top)}"


def markdown(text: str | None, top: int = 3) -> Markup:
    """Render ``text``; its highest headings become ``h{top}``, so that the page's outline has no gap."""
    plain = _plain().html(text or "")
    return marked(parsed(text or "", top) if plain is None else plain)


def parsed(text: str, top: int = 3) -> str:
    """Render ``text`` by the parser, whatever is in it."""
    parser = _parser()
    tokens = parser.parse(text)
    _shift_headings(tokens, top)
    return with_reachable_code(parser.renderer.render(tokens, parser.options, {}))


def inline_markdown(text: str | None) -> Markup:
    """Render ``text`` without a paragraph around it."""
    return Markup(_parser().renderInline(text or ""))
