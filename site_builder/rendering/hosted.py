"""What other renderers made of Markdown, made fit for our pages."""

from __future__ import annotations

import re

# Inside a tag only: in text, `<` is written as an entity.
_ALIGNED = re.compile(r"(<t[hd]) style=\"text-align: (left|center|right);\"")


def without_inline_style(html: str) -> str:
    """Return a prose page's HTML with the alignment of table cells as classes: the site's policy blocks inline style.

    ``html`` is what Python-Markdown made, whose tables say it by ``style``.
    """
    return _ALIGNED.sub(r'\1 class="to-\2"', html)


def with_reachable_code(html: str) -> str:
    """Return ``html`` with each block of code reachable by keyboard, since a wide one scrolls (WCAG 2.1.1)."""
    return html.replace("<pre>", '<pre tabindex="0">')
