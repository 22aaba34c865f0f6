"""A finished page or file of the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: ``path`` is POSIX and relative to the site, such as ``claims/a/b/index.html``."""

    path: str
    content: str | bytes


def root_of(path: str) -> str:
    """Return the way from the page at ``path`` up to the site's root, such as ``../..``; ``.`` at the root."""
    return "/".join([".."] * path.count("/")) or "."


def page_at(address: str) -> str:
    """Return the path of the page at ``address`` (``claims/a/`` → ``claims/a/index.html``)."""
    return f"{address}index.html"


def size_of(page: Page) -> int:
    """Return how many bytes the file has."""
    content = page.content
    if isinstance(content, str):
        return len(content) if content.isascii() else len(content.encode())
    return len(content)
