"""Text as HTML, to the code point."""

from __future__ import annotations

import re
from collections.abc import Callable

import markupsafe
from markupsafe import Markup

shielded: Callable[[str], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)
"""What :func:`markupsafe.escape` does to text, without an object around it; that itself where it is not there."""


def marked(html: str) -> Markup:
    """Return HTML as such. ``Markup`` itself asks first whether it was HTML already, which takes twice as long."""
    return str.__new__(Markup, html)


_TIED = re.compile(r"\b\d[\d.,]*(?:-\w{1,20})+\b")


def unbroken(words: str) -> Markup:
    """Escape the words of a heading, in which no line ends at the hyphen of a number, as in “100-hour”."""
    escaped = shielded(words)
    return marked(_TIED.sub(r'<span class="whole">\g<0></span>', escaped) if "-" in escaped else escaped)


def escape(text: str) -> str:
    """Escape ``text`` for HTML so that a parser gives back every code point, carriage returns too."""
    # quote marks need no escape outside attributes, and articles are full of them
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("\r", "&#13;") if "\r" in safe else safe


def attribute(text: str) -> str:
    """Escape ``text`` for an attribute's value in double quotes."""
    return escape(text).replace('"', "&quot;")
