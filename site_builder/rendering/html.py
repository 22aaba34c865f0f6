"""Text as HTML, to the code point."""

from __future__ import annotations


def escape(text: str) -> str:
    """Escape ``text`` for HTML so that a parser gives back every code point, carriage returns too."""
    # quote marks need no escape outside attributes, and articles are full of them
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("\r", "&#13;") if "\r" in safe else safe


def attribute(text: str) -> str:
    """Escape ``text`` for an attribute's value in double quotes."""
    return escape(text).replace('"', "&quot;")
