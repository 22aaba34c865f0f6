"""A claim's sentence on its way: original, retelling, translation, and the article."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.frozen import frozen
from site_builder.model.article import EarlierText
from site_builder.model.claim import Link
from site_builder.model.project import Case


@frozen
class Hop:
    """One text of the chain as a claim's page shows it; what is not known is empty.

    ``kept`` tells that the claim file speaks of this text and of the one before, and of no change between.
    """

    relation: str
    publisher: str
    title: str
    url: str
    language: str
    published: str
    quote: str
    translation: str
    via: str
    change: str
    kept: bool = False
    is_article: bool = False


def chain_of(case: Case) -> tuple[Hop, ...]:
    """Return the texts of the article's chain with the claim's sentence in each; empty without a chain."""
    return tuple(_hops(case)) if case.article.record.chain else ()


def _hops(case: Case) -> Iterator[Hop]:
    links = {link.text: link for link in case.claim.chain}
    before: Link | None = None
    for text in case.article.record.chain:
        link = links.get(text.id)
        yield _earlier(text, link or _nothing(text.id), _kept(before, link))
        before = link
    link = links.get("article")
    yield _article(case, link or _nothing("article"), _kept(before, link))


def _kept(before: Link | None, link: Link | None) -> bool:
    return before is not None and link is not None and not link.change


def _nothing(text: str) -> Link:
    return Link(text=text, quote=None, translation=None, via=None, change=None)


def _earlier(text: EarlierText, link: Link, kept: bool) -> Hop:
    return Hop(
        relation=text.relation,
        publisher=text.publisher or "",
        title=text.title or "",
        url=text.url or "",
        language=text.language,
        published=text.published or "",
        quote=link.quote or "",
        translation=link.translation or "",
        via=link.via or "",
        change=link.change or "",
        kept=kept,
    )


def _article(case: Case, link: Link, kept: bool) -> Hop:
    record = case.article.record
    return Hop(
        relation=record.relation or "",
        publisher=record.publisher or "",
        title=record.title or "",
        url=record.url or "",
        language=record.language,
        published=record.published or "",
        quote=link.quote or case.claim.quote,
        translation=link.translation or case.claim.translation or "",
        via=link.via or "",
        change=link.change or "",
        kept=kept,
        is_article=True,
    )
