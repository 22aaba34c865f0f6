"""Shared by the rules on what an article's record quotes of its article."""

from __future__ import annotations

from site_builder.model.anchor import Anchor
from site_builder.model.article import Article
from site_builder.model.finding import Finding
from site_builder.model.source import Location, Route
from site_builder.rules.quotes import all_places, nearest_place, orphan_message
from site_builder.rules.wording import counted


def misquote(code: str, article: Article, route: Route, words: str, found: Anchor) -> Finding:
    """Return the finding on a quote of the record that does not stand in exactly one place of the article."""
    path = article.record_source.path if article.record_source else article.path
    if found.places:
        message = f"these words stand in the article in {counted(len(found.places), 'place')}"
        related, advice = all_places(article, found), "quote more of the line, so that it is the only one"
    else:
        message = orphan_message(words, found, article.text)
        related, advice = nearest_place(article, found.nearest), "copy the words from the article"
    return Finding(code, message, Location(path, route), related=related, help=advice)
