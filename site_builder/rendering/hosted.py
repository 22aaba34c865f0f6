"""What other renderers made of Markdown, made fit for our pages."""

from __future__ import annotations

import re

# Inside a tag only: in text, `<` is written as an entity.
_TABLE, _ROW, _CELL = (
    re.compile(r"<table>.*?</table>", re.DOTALL),
    re.compile(r"<tr>.*?</tr>", re.DOTALL),
    "<td",
)
_HEAD, _MARKUP = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL), re.compile(r"<[^>]*>")
_NARROW = 4
"""Columns that a phone has room for."""
_ALIGNED = re.compile(r"(<t[hd]) style=\"text-align: (left|center|right);\"")


def without_inline_style(html: str) -> str:
    """Return a prose page's HTML with the alignment of table cells as classes: the site's policy blocks inline style.

    ``html`` is what Python-Markdown made, whose tables say it by ``style``.
    """
    return _ALIGNED.sub(r'\1 class="to-\2"', html)


def with_rows_that_stack(html: str) -> str:
    """Return ``html`` with the name of its column in each cell of a wide table, whose rows are blocks on a phone."""
    return _TABLE.sub(lambda table: _wide(table[0]), html)


def _wide(table: str) -> str:
    heads = [_MARKUP.sub("", head).replace('"', "&quot;") for head in _HEAD.findall(table)]
    if len(heads) <= _NARROW:
        return table

    def named(row: re.Match[str]) -> str:
        before, *cells = row[0].split(_CELL)
        each = (f'{_CELL} data-label="{head}"{cell}' for head, cell in zip(heads, cells, strict=False))
        return "".join([before, *each])

    return _ROW.sub(named, table.replace("<table>", '<table class="wide">', 1))


def with_reachable_code(html: str) -> str:
    """Return ``html`` with each block of code reachable by keyboard, since a wide one scrolls (WCAG 2.1.1)."""
    return html.replace("<pre>", '<pre tabindex="0">')
