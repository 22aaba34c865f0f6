"""What a page states of itself in its head and its mark-up: taken as it stands there, or not at all.

Sources: schema.org in JSON-LD and microdata, the Open Graph protocol, and the names of ``meta`` elements in use.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from pydantic import TypeAdapter, ValidationError

from site_builder.intake.taken import Stated
from site_builder.model.fields import Address, Language, PartialDate

_LONGEST = 500
"""Code points; a longer title or name is something else that went astray."""
_ARTICLES = re.compile(r"(?:[A-Z]\w*)?(?:Article|BlogPosting|Report)")
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S{1,2000})")
_MOST_NODES = 2_000
_NAMES = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "citation_publisher"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "byl"),
    "url": ("og:url",),
    "published": (
        *("article:published_time", "datepublished", "pubdate", "publishdate", "publish-date"),
        *(
            "dc.date.issued",
            "dc.date",
            "dcterms.created",
            "date",
            "citation_publication_date",
            "parsely-pub-date",
        ),
    ),
    "language": ("content-language", "dc.language", "og:locale"),
}
_TYPES: Mapping[str, TypeAdapter[str]] = {
    "url": TypeAdapter(Address),
    "language": TypeAdapter(Language),
    "published": TypeAdapter(PartialDate),
}


def fitting(**values: str) -> Stated:
    """Return those of the values that an article's record can hold, in its way of writing them."""
    return Stated(**{name: _fit(name, value) for name, value in values.items()})


def _fit(name: str, value: str) -> str:
    words = " ".join(html.unescape(value).split())
    if name == "published":
        words = re.match(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?![\d-])|", words)[0]  # type: ignore[index]
    elif name == "language":
        words = _language(words)
    if not words or len(words) > _LONGEST:
        return ""
    try:
        return _TYPES[name].validate_python(words) if name in _TYPES else words
    except ValidationError:
        return ""


def _language(code: str) -> str:
    """Return a code in the case that BCP 47 recommends, `pt-BR` for `pt_br`."""
    parts = code.replace("_", "-").split("-")
    cased = [part.title() if len(part) == 4 else part.upper() for part in parts[1:]]
    return "-".join([parts[0].lower(), *cased])


def stated_by(page: Any) -> tuple[Stated, tuple[str, ...]]:
    """Return what an lxml page states, the surest place first, and doubts where it contradicts itself."""
    metas, articles = _metas(page), list(_articles(page))
    base = "".join(page.xpath("string(//base/@href)"))
    found: dict[str, Iterator[str]] = {
        "title": iter([_printed_title(page, articles, metas)]),
        "publisher": _each(_names_in(articles, "publisher"), metas, "publisher"),
        "author": _each(_names_in(articles, "author"), metas, "author"),
        "url": (urljoin(base, address) for address in _addresses(page, articles, metas)),
        "published": _each(_strings(articles, "datePublished"), metas, "published"),
    }
    languages = [code for code in map(_code, _languages(page, articles, metas)) if code]
    values = {name: _first(name, candidates) for name, candidates in found.items()}
    return Stated(language=languages[0] if languages else "", **values), _contradiction(languages)


def _code(value: str) -> str:
    return _fit("language", value)


def _contradiction(languages: list[str]) -> tuple[str, ...]:
    others = [code for code in languages if code.split("-")[0] != languages[0].split("-")[0]]
    if not others:
        return ()
    return (f"The page states two languages, {languages[0]} and {others[0]}: look which one is right.",)


def _first(name: str, candidates: Iterator[str]) -> str:
    usable = (_fit(name, value) for value in candidates)
    return next((value for value in usable if value and not (name == "author" and "://" in value)), "")


def _each(surest: Iterator[str], metas: Mapping[str, str], field: str) -> Iterator[str]:
    yield from surest
    yield from (metas[name] for name in _NAMES[field] if name in metas)


def _metas(page: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.iter("meta", "time"):
        name = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        )
        content = meta.get("content") or meta.get("datetime") or ""
        if content.strip():
            found.setdefault(name.lower(), content)
    return found


def _languages(page: Any, articles: list[dict[str, Any]], metas: Mapping[str, str]) -> Iterator[str]:
    yield page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    yield from _each(_strings(articles, "inLanguage"), metas, "language")


def _addresses(page: Any, articles: list[dict[str, Any]], metas: Mapping[str, str]) -> Iterator[str]:
    yield from page.xpath("//link[@rel='canonical']/@href")
    yield from _each(iter(()), metas, "url")
    yield from _strings(articles, "url")
    for comment in page.xpath("//comment()[contains(., 'saved from url')]") + list(
        page.itersiblings(preceding=True)
    ):
        saved = _SAVED_FROM.search(comment.text or "")
        if saved:
            yield saved[1]


def _printed_title(page: Any, articles: list[dict[str, Any]], metas: Mapping[str, str]) -> str:
    """Return the headline that readers see where the head confirms it, else the head's own words."""
    told = [*_each(_strings(articles, "headline"), metas, "title"), *page.xpath("//head/title/text()")]
    told = [words for words in map(_words, told) if words]
    headlines = [words for words in (_words(h1.text_content()) for h1 in page.iter("h1")) if words]
    printed = next((h1 for h1 in headlines if any(h1.casefold() in words.casefold() for words in told)), "")
    return printed or next(iter(told), headlines[0] if len(headlines) == 1 else "")


def _words(value: str) -> str:
    return " ".join(html.unescape(value).replace("\xad", "").split())


def _articles(page: Any) -> Iterator[dict[str, Any]]:
    """Yield the records of articles in the page's JSON-LD; one that cannot be read states nothing."""
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                nodes = list(_nodes(json.loads(script.text or "")))
            except (ValueError, RecursionError):
                continue
            yield from (node for node in nodes if any(map(_ARTICLES.fullmatch, _list_of(node.get("@type")))))


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        node, seen = waiting.pop(0), seen + 1
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [node.get("@graph"), node.get("mainEntity")]


def _list_of(value: Any, kind: Callable[[Any], bool] = lambda each: isinstance(each, str)) -> list[Any]:
    return [each for each in (value if isinstance(value, list) else [value]) if kind(each)]


def _strings(articles: list[dict[str, Any]], key: str) -> Iterator[str]:
    for node in articles:
        yield from _list_of(node.get(key))


def _names_in(articles: list[dict[str, Any]], key: str) -> Iterator[str]:
    """Yield the names of people or organisations, several of them as one list."""
    for node in articles:
        given = node.get(key)
        people = given if isinstance(given, list) else [given]
        names = [each.get("name") if isinstance(each, dict) else each for each in people]
        yield ", ".join(dict.fromkeys(_words(name) for name in names if isinstance(name, str)))
