"""From symbolic locations to lines and columns that people can find."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import yaml

from site_builder.model.article import Article
from site_builder.model.project import Project
from site_builder.model.source import Location, Source, Spot
from site_builder.model.span import Span
from site_builder.reading.documents import node_at
from site_builder.text.lines import line_column


def locator(project: Project) -> Callable[[Location], Spot]:
    """Return the function that turns a location in the project's files into a place for people."""
    own = project.settings.language
    sources = {file.path: file.source for file in project.claims}
    sources |= {broken.source.path: broken.source for broken in project.broken}
    sources |= {kept.path: Source(kept.path, kept.text) for kept in project.kept.values()}
    if project.scale_source:
        sources[project.scale_source.path] = project.scale_source
    for article in project.articles.values():
        if article.record_source:
            sources[article.record_source.path] = article.record_source
    texts = {article.path: article for article in project.articles.values()}
    return lambda location: _locate(location, sources, texts, own)


def _locate(
    location: Location, sources: Mapping[str, Source], texts: Mapping[str, Article], own: str
) -> Spot:
    if location.path in texts:
        return _in_article(location, texts[location.path])
    source = sources.get(location.path)
    if source is None:
        return Spot(location.path, 1, 1, 1, 1, note=location.note)
    if not location.route and location.span:
        return _spot(location, source.text, location.span)
    return _in_file(location, source, own)


def _in_article(location: Location, article: Article) -> Spot:
    span = location.span or Span(0, 0)
    spot = _spot(location, article.text, span)
    if not article.path.endswith(".md"):
        return spot
    # The text of a Markdown article is not its file: only the line of the block is known.
    line = next((b.line for b in article.blocks if b.span.contains(Span(span.start, span.start))), 1)
    return Spot(spot.path, line, 1, line, 1, spot.excerpt, spot.marked, spot.note)


def _in_file(location: Location, source: Source, own: str) -> Spot:
    found = node_at(source, location.route)
    if found is None:
        return Spot(location.path, 1, 1, 1, 1, note=location.note)
    value, key = found
    if location.span is not None and isinstance(value, yaml.MappingNode):
        # A text told in several languages: rules that name none mean that of the site's own language.
        value, key = node_at(source, (*location.route, own)) or found
    node = key if location.key and key is not None else value
    span = Span(node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.CollectionNode) or location.span is None:
        return _spot(location, source.text, _first_line(source.text, span, node))
    return _spot(location, source.text, _inside(source.text, span, node.value, location.span))


def _first_line(text: str, span: Span, node: yaml.Node) -> Span:
    start = span.start
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        # A block value starts on the line below its sign.
        line_end = text.find("\n", start)
        start = line_end + 1 if 0 <= line_end < span.end else start
        start += len(text[start : span.end]) - len(text[start : span.end].lstrip())
    end = text.find("\n", start)
    return Span(start, min(span.end, end if end >= 0 else len(text)))


def _inside(text: str, span: Span, value: str, part: Span) -> Span:
    """Map a range of a scalar's value to the file, through quotes, escapes and folded lines."""
    words = part.of(value)
    if words and text.count(words, span.start, span.end) == value.count(words):
        # Unbroken words stand in the file as often as in the value: count them off.
        return _occurrence(text, span, words, value.count(words, 0, part.start))
    offsets = _offsets(text, span, value[: part.end])
    start = offsets[min(part.start, len(offsets) - 1)]
    end = offsets[min(part.end - 1, len(offsets) - 1)] + 1 if part.end > part.start else start
    line_end = text.find("\n", start)
    return Span(start, max(start, min(end, line_end if line_end >= 0 else len(text))))


def _occurrence(text: str, span: Span, words: str, number: int) -> Span:
    at = _occurrences(text, span, words)[number]
    return Span(at, at + len(words))


@lru_cache(maxsize=16)
def _occurrences(text: str, span: Span, words: str) -> tuple[int, ...]:
    """Return where ``words`` begin: of thousands of findings on one text, each would count them off anew."""
    return tuple(found.start() for found in re.compile(re.escape(words)).finditer(text, span.start))


def _offsets(text: str, span: Span, value: str) -> list[int]:
    offsets = []
    at = span.start
    for character in value:
        look = at
        # What the value has not is a quote mark, an escape, an indent: step over it, but not far.
        while (
            look < span.end and text[look] != character and not (character.isspace() and text[look].isspace())
        ):
            look += 1
        if look < span.end:
            at = look
        offsets.append(min(at, span.end))
        at += 1
    offsets.append(min(at, span.end))
    return offsets


def _spot(location: Location, text: str, span: Span) -> Spot:
    line, column = line_column(text, span.start)
    end_line, end_column = line_column(text, span.end)
    start = span.start - (column - 1)
    end = text.find("\n", start)
    excerpt = text[start : end if end >= 0 else len(text)].rstrip("\r")
    marked = Span(column - 1, min(len(excerpt), span.end - start))
    return Spot(location.path, line, column, end_line, end_column, excerpt, marked, location.note)
