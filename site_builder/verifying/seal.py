"""The seal: one digest of everything that a site is made from, on each of its pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from site_builder.model.article import Article
from site_builder.model.project import Project

_LENGTH = 32
"""Hexadecimal digits: 128 bits are beyond chance, and the whole digest would stand on every page."""


def seal_of(project: Project, templates: Mapping[str, bytes], version: str) -> str:
    """Return the seal of a site built by ``version`` of the program from this newsroom.

    Line ends count as they are; the order of files does not count. ``templates`` are all templates and assets.
    """
    whole = hashlib.sha256()
    for name, content in sorted(_parts(project, templates, version)):
        # the lengths keep two inputs from standing for one another
        whole.update(f"{len(name.encode())} {len(content)}\n".encode())
        whole.update(name.encode("utf-8", "surrogatepass"))
        whole.update(content)
    return whole.hexdigest()[:_LENGTH]


def _parts(project: Project, templates: Mapping[str, bytes], version: str) -> Iterator[tuple[str, bytes]]:
    settings = project.settings.model_copy(update={"site_url": project.settings.site_url.rstrip("/")})
    yield "version", version.encode()
    yield "settings", settings.content().encode()
    yield "scale", project.scale.model_dump_json().encode()
    for route, texts in project.scale_translations.items():
        yield f"scale:{route}", repr(sorted(texts.items())).encode()
    for file in project.claims:
        yield f"file:{file.path}", _bytes(file.source.text)
    for article in project.articles.values():
        yield from _article(article)
    for kept in project.kept.values():
        yield f"kept:{kept.path}", kept.sha256.encode()
    for name, content in templates.items():
        yield f"template:{name}", content


def _article(article: Article) -> Iterator[tuple[str, bytes]]:
    yield f"text:{article.path}", _bytes(article.text)
    # of a Markdown article the structure is no part of the text
    yield (
        f"structure:{article.path}",
        repr((article.blocks, article.inlines)).encode("utf-8", "surrogatepass"),
    )
    if article.record_source:
        yield f"file:{article.record_source.path}", _bytes(article.record_source.text)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
