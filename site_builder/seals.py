"""The seal: a digest of what a page is made from, on the page.

An article's page and those of its claims carry the seal of that article with its published claims. All other pages
list what is published: they carry one seal, of all that lists can show.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.model.article import Article
from site_builder.model.brief import Part
from site_builder.model.claim import Status
from site_builder.model.project import ClaimFile, Project

_LENGTH = 32
"""Hexadecimal digits: 128 bits are beyond chance, and the whole digest would stand on every page."""

_Part = tuple[str, bytes]


def seal_of(project: Project, templates: Mapping[str, bytes], version: str) -> str:
    """Return the seal of the lists of a site built by ``version`` of the program from this newsroom.

    Line ends count as they are; the order of files does not count. ``templates`` are all templates and assets.
    """
    return seal_of_lists(shared_by(project, templates, version), parts_of(project))


def seal_of_lists(shared: str, parts: Iterable[Part]) -> str:
    """Return the seal of the pages that list what is published; ``shared`` is :func:`shared_by` all of them."""
    return _digest([("shared", shared.encode()), *(("listed", part.listed.encode()) for part in parts)])


def seal_of_article(shared: str, part: Part, beside: str) -> str:
    """Return the seal of an article with its published claims.

    ``beside`` tells what else its pages show of the newsroom.
    """
    return _digest(
        [("shared", shared.encode()), ("beside", _bytes(beside)), ("published", part.published.encode())]
    )


def shared_by(project: Project, templates: Mapping[str, bytes], version: str) -> str:
    """Return a digest of what all pages are made from."""
    return _digest(_shared(project, templates, version))


def parts_of(project: Project) -> Iterator[Part]:
    """Yield each article with its claims, and the claims that have none."""
    grouped: dict[str | None, list[ClaimFile]] = {name: [] for name in (*project.articles, None)}
    for file in project.claims:
        named = file.claim.article if file.claim else None
        grouped[named if named in project.articles else None].append(file)
    for name, files in grouped.items():
        if name or files:
            yield part_of(project.articles[name] if name else None, files)


def part_of(article: Article | None, files: Sequence[ClaimFile]) -> Part:
    """Return what seals take from an article and the files of its claims."""
    published = [file for file in files if file.claim and file.claim.published]
    own = list(_article(article)) if article else []
    told = [file for file in files if file.claim and file.claim.status is not Status.DRAFT]
    return Part(
        name=article.name if article else None,
        listed=_digest([*own, *((f"claim:{file.path}", _listed(file)) for file in told)]),
        published=_digest([*own, *_files(published)]),
        claimants=tuple(dict.fromkeys(file.claim.claimant or "" for file in published if file.claim)),
    )


_UNLISTED = frozenset(
    {"conclusion", "explanation", "doubts", "evidence", "chain", "calc", "figures", "translation", "excuses"}
)
"""The fields of a claim that none but its own pages show, and files for machines."""


def _listed(file: ClaimFile) -> bytes:
    """Return what lists can show of a claim, and what decides how much of its article was looked at."""
    assert file.claim is not None  # only what could be read is told to readers
    fields = {name: value for name, value in file.claim if name not in _UNLISTED}
    told = {route: texts for route, texts in file.translations.items() if route[0] not in _UNLISTED}
    return _bytes(repr((sorted(fields.items()), sorted(told.items(), key=repr))))


def _digest(parts: Iterable[_Part]) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(parts):
        # the lengths keep two inputs from standing for one another
        told = _bytes(name)
        whole.update(b"%d %d\n" % (len(told), len(content)))
        whole.update(told)
        whole.update(content)
    return whole.hexdigest()[:_LENGTH]


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
