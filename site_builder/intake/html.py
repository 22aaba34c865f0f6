"""A web page: trafilatura tells the article from what stands around it; what it leaves out is told, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from site_builder.intake.stated import stated_by
from site_builder.intake.taken import Form, Refused, Stated, Taken

MISSING = (
    "reading web pages needs the package trafilatura: run `pip install 'site-builder[html]'`, "
    "or copy the article's text into a plain text file and import that"
)
_NONE = (
    "no article was found in this page: it may be made by scripts, or stand behind a login. Open the page, copy the "
    "article's text into a plain text file, and import that"
)
_HINTS = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Where a line may or may not break: for the browser's layout, and no part of the words."""
_SPACES = re.compile(r"\s+")
_PASSAGES = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "figcaption",
    "blockquote",
    "dd",
    "dt",
)
_LONGEST_SHORT = 40
"""Code points up to which what was left out is a button or a label, and not told."""
_MOSTLY = 0.6
_FEW = 400
"""Code points below which a text is probably a teaser, a notice or a wall."""
_MOST_TAGS = 60_000
"""Ten times as many as the fullest articles have: the time of what reads pages grows with their square."""
_MOST_ATTRIBUTES = 5_000
"""In one tag, for the same reason."""
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000}[^<>]*")
_ATTRIBUTE = re.compile(r"[\s\"'/][^\s=\"'<>/]+(?=[\s=/>])")
_CELLS = "\t"
"""Between the cells of a row, as browsers copy a table: two numbers must not become one."""


def taken(text: str) -> Taken:
    """Return the article of an HTML page.

    Raises:
        Refused: no article is found in it, or what reads pages is not installed.
    """
    page = _page(text)
    lines = list(_lines(_body(text)))
    stated, doubts = stated_by(page)
    headline = _headline(page, stated, [words for _, words, _ in lines])
    if headline:
        lines.insert(0, ("head", headline, 0.0))
    if not any(kind != "head" for kind, _, _ in lines):
        raise Refused(_NONE)
    words = [words for _, words, _ in lines]
    captions = _captions(page)
    return Taken(
        "\n\n".join(words) + "\n",
        Form.HTML,
        stated,
        headings=tuple(words for kind, words, _ in lines if kind == "head"),
        captions=tuple(each for each in words if each in captions),
        leads_away=tuple(words for kind, words, linked in lines if linked > _MOSTLY and kind != "head"),
        left_out=tuple(_left_out(page, words)),
        doubts=(*doubts, *_doubts(page, words)),
    )


def _page(text: str) -> Any:
    try:
        from lxml import etree
        from lxml import html as lxml_html
    except ImportError:
        raise Refused(MISSING) from None
    _refuse_floods(text)
    try:
        # an XML declaration speaks of bytes, and this is text already
        return lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except (etree.LxmlError, ValueError):
        raise Refused(_NONE) from None


def _refuse_floods(text: str) -> None:
    attributes = max((len(_ATTRIBUTE.findall(tag)) for tag in _LONG_TAG.findall(text)), default=0)
    limits = ((text.count("<"), _MOST_TAGS, "tags"), (attributes, _MOST_ATTRIBUTES, "attributes in one tag"))
    for number, most, what in limits:
        if number > most:
            raise Refused(
                f"the page has more than {most:,} {what}, which no article needs: copy the article's text into a "
                "plain text file, and import that"
            )


def _body(text: str) -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise Refused(MISSING) from None
    found = bare_extraction(
        re.sub(r"^\s*<\?xml[^>]*>", "", text), include_comments=False, include_links=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    if body is None:
        raise Refused(_NONE)
    return body


def _lines(body: Any) -> Iterator[tuple[str, str, float]]:
    """Yield each block's kind, words, and how much of it is linked (0 to 1)."""
    for block in _blocks(body):
        cells = block.findall("cell") if block.tag == "row" else [block]
        words = _CELLS.join(filter(None, (_words("".join(cell.itertext())) for cell in cells)))
        if words:
            linked = sum(len(_words("".join(ref.itertext()))) for ref in block.iter("ref"))
            yield block.tag, words, linked / len(words)


def _blocks(body: Any) -> Iterator[Any]:
    """Yield the innermost blocks in order; loose words between blocks count as blocks of their own."""
    for child in body:
        if child.tag in ("list", "quote", "table", "div") and len(child):
            yield from _blocks(child)
        else:
            yield child


def _words(text: str) -> str:
    return _SPACES.sub(" ", _HINTS.sub("", text)).strip()


def _headline(page: Any, stated: Stated, lines: Sequence[str]) -> str:
    """Return the page's headline where readers see it and it was left out: it says something, too."""
    printed = {_words(h1.text_content()) for h1 in page.iter("h1")}
    return stated.title if stated.title in printed and stated.title not in lines else ""


def _captions(page: Any) -> set[str]:
    found = page.xpath("//figcaption | //*[contains(concat(' ', @class), 'caption')]")
    return {_words(each.text_content()) for each in found} - {""}


def _bare(text: str) -> str:
    return _SPACES.sub("", _HINTS.sub("", text))


def _left_out(page: Any, lines: Sequence[str]) -> Iterator[str]:
    kept = _bare("".join(lines))
    told: set[str] = set()
    for passage in page.iter(*_PASSAGES):
        words = _words(passage.text_content())
        if len(words) > _LONGEST_SHORT and words not in told and _bare(words) not in kept:
            told.add(words)
            if not any(each.tag in _PASSAGES for each in passage.iterdescendants()):
                yield words


def _doubts(page: Any, lines: Sequence[str]) -> Iterator[str]:
    """Compare what was taken with the page, word for word: nothing may come in that does not stand there."""
    whole = _bare(page.text_content())
    for words in lines:
        if _bare(words) not in whole:
            yield f"This line does not stand in the page word for word: {words}"
    if sum(map(len, lines)) < _FEW:
        yield "Very little text was found: look whether the article is whole."
