"""A table that was measured, put on a page between its marks."""

from __future__ import annotations

from pathlib import Path


def publish(page: Path, command: str, made: str) -> None:
    """Put what ``command`` has ``made`` on a page, if the page has marks for it."""
    begin, end = marks(command)
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    before, begun, rest = text.partition(begin)
    _, ended, after = rest.partition(end)
    if begun and ended:
        page.write_text(f"{before}{begin}\n\n{made}\n\n{end}{after}", encoding="utf-8")


def marks(command: str) -> tuple[str, str]:
    """Return what stands before and after a table on its page."""
    return f"<!-- begin: {command} -->", f"<!-- end: {command} -->"
