"""The seal: a digest of what a page is made from, on the page.

An article's page and those of its claims carry the seal of that article with its published claims. All other pages are
made from the whole newsroom, and carry the seal of the whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from site_builder.model.article import Article
from site_builder.model.project import ClaimFile, Project

_LENGTH = 32
"""Hexadecimal digits: 128 bits are beyond chance, and the whole digest would stand on every page."""

_Part = tuple[str, bytes]


def seal_of(project: Project, templates: Mapping[str, bytes], version: str) -> str:
    """Return the seal of a site built by ``version`` of the program from this newsroom.

    Line ends count as they are; the order of files does not count. ``templates`` are all templates and assets.
    """
    return _digest(_whole(project, templates, version))


def seals_of_articles(
    project: Project, templates: Mapping[str, bytes], version: str, beside: Mapping[str, str]
) -> dict[str, str]:
    """Return the seal of each article with its published claims, by its name.

    ``beside`` tells of each article what else its pages show of the newsroom.
    """
    shared = _digest(_shared(project, templates, version)).encode()
    published: dict[str, list[ClaimFile]] = {name: [] for name in project.articles}
    for file in project.claims:
        if file.claim and file.claim.published and file.claim.article in published:
            published[file.claim.article].append(file)
    return {
        name: _digest(
            [
                ("shared", shared),
                ("beside", _bytes(beside[name])),
                *_article(article),
                *_files(published[name]),
            ]
        )
        for name, article in project.articles.items()
    }


def _digest(parts: Iterable[_Part]) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(parts):
        # the lengths keep two inputs from standing for one another
        whole.update(f"{len(name.encode())} {len(content)}\n".encode())
        whole.update(name.encode("utf-8", "surrogatepass"))
        whole.update(content)
    return whole.hexdigest()[:_LENGTH]


def _whole(project: Project, templates: Mapping[str, bytes], version: str) -> Iterator[_Part]:
    yield from _shared(project, templates, version)
    yield from _files(project.claims)
    for article in project.articles.values():
        yield from _article(article)
    for kept in project.kept.values():
        yield f"kept:{kept.path}", kept.sha256.encode()


def _shared(project: Project, templates: Mapping[str, bytes], version: str) -> Iterator[_Part]:
    settings = project.settings.model_copy(update={"site_url": project.settings.site_url.rstrip("/")})
    yield "version", version.encode()
    yield "settings", settings.content().encode()
    yield "scale", project.scale.model_dump_json().encode()
    for route, texts in project.scale_translations.items():
        yield f"scale:{route}", repr(sorted(texts.items())).encode()
    for name, content in templates.items():
        yield f"template:{name}", content


def _files(claims: Iterable[ClaimFile]) -> Iterator[_Part]:
    for file in claims:
        yield f"file:{file.path}", _bytes(file.source.text)


def _article(article: Article) -> Iterator[_Part]:
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
