"""A finished site read back with nothing but its files: what a stranger would check."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href", "source": "src"}


@lru_cache(maxsize=512)
def page(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_bytes())


def pages(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


def ids(path: Path) -> set[str]:
    if path.suffix == ".svg":
        return {node.attributes["id"] or "" for node in LexborHTMLParser(path.read_text()).css("[id]")}
    return {node.attributes["id"] or "" for node in page(path).css("[id]")}


def links(path: Path) -> Iterator[tuple[LexborNode, str]]:
    for tag, attribute in LINKS.items():
        for node in page(path).css(f"{tag}[{attribute}]"):
            yield node, node.attributes[attribute] or ""


def dead_links(site: Path, base: str) -> Iterator[str]:
    """Yield each internal link whose file or fragment does not exist. ``base`` is the site's address."""
    prefix = urlsplit(base).path
    for path in pages(site):
        here = base + path.relative_to(site).as_posix().removesuffix("index.html")
        for _, target in links(path):
            whole = urlsplit(urljoin(here, target))
            if whole.scheme not in ("http", "https") or whole.netloc != urlsplit(base).netloc:
                continue
            file = site / unquote(whole.path).removeprefix(prefix)
            file = file / "index.html" if whole.path.endswith("/") else file
            if not file.is_file():
                yield f"{path.relative_to(site)}: {target} leads nowhere"
            elif whole.fragment and unquote(whole.fragment) not in ids(file):
                yield f"{path.relative_to(site)}: {target} has no such place"


def article_text(path: Path) -> str:
    """Return the article's words as the page shows them, without our notes and pins."""
    tree = LexborHTMLParser(path.read_bytes())
    prose = tree.css_first(".prose")
    assert prose is not None, f"{path} shows no article"
    for ours in prose.css(".note, .pin"):
        ours.decompose()
    return prose.text(deep=True)
