"""Promises of the functions that read what strangers send: functions of bytes that fail where one is broken."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from site_builder.anchoring import anchor, prepare
from site_builder.calculation import UnreadableCalculation, calculate
from site_builder.figures import read
from site_builder.model.source import Source
from site_builder.model.span import Span
from site_builder.reading.articles import parse_article
from site_builder.reading.claims import parse_claim
from site_builder.text.normal import normalise

LANGUAGES = ("en", "id", "vi", "ar", "tr", "zh", "de", "th", "hi", "fr")
_PART = "\0"


def _words(data: bytes) -> tuple[str, str]:
    """Return a language, chosen by the first byte, and the rest as text."""
    return LANGUAGES[data[0] % len(LANGUAGES)], data[1:].decode("utf-8", "replace")


def yaml(data: bytes) -> None:
    """A claim file is a claim, or says what is wrong with it and where; never both nothing."""
    source = Source("claims/a.yaml", data.decode("utf-8", "replace"))
    file = parse_claim(source, "a")
    lines = source.text.count("\n") + source.text.count("\r") + 2
    assert file.claim is not None or file.problems
    for problem in file.problems:
        assert problem.message
        assert 0 <= problem.line <= lines + source.text.count("\x85") + source.text.count("\u2028")


def texts(data: bytes) -> None:
    """An article's sentences stand in its text, in order, and lose nothing but white space."""
    language, text = _words(data)
    article = parse_article("a", "seeds/a.txt", text, None, language=language)
    spans = [sentence.span for sentence in article.sentences]
    _in_order(spans, article.text)
    kept = "".join(span.of(article.text) for span in spans)
    assert "".join(kept.split()) == "".join(article.text.split())


def quotes(data: bytes) -> None:
    """What is found stands there in the normal form of the quote, and cuts no number; the same is found twice."""
    language, both = _words(data)
    text, _, quote = both.partition(_PART)
    prepared = prepare(text, language)
    found = anchor(prepared, quote)
    assert found == anchor(prepared, quote)
    for place in found.places:
        _in_order(place, text)
        assert not any(_cuts_digits(part, text) for part in place)
    if len(found.parts) == 1 and "…" not in quote and "..." not in quote:
        (part,) = found.parts
        assert _form(part.of(text), language) == _form(quote.strip(), language)
    if found.nearest:
        assert 0 <= found.nearest.span.start <= found.nearest.span.end <= len(text)


def figures(data: bytes) -> None:
    """Figures stand in the text, in order, as they are written there; the same are read twice."""
    language, text = _words(data)
    found = read(text, language)
    assert found == read(text, language)
    _in_order([figure.span for figure in found], text)
    for figure in found:
        assert figure.text == figure.span.of(text)
        assert figure.span.start <= figure.number.start < figure.number.end <= figure.span.end
        assert figure.readings or not figure.is_quantity
        for reading in figure.readings:
            assert reading.low is None or reading.high is None or reading.low <= reading.high


def calculations(data: bytes) -> None:
    """A calculation is reckoned, or refused as unreadable."""
    language, written = _words(data)
    try:
        reckoned = calculate(written, language)
    except UnreadableCalculation:
        return
    _in_order(sorted((quantity.span for quantity in reckoned.quantities), key=lambda s: s.start), written)


def _form(words: str, language: str) -> str:
    return normalise(words, language, case=False).text.strip()


def _in_order(spans: list[Span] | tuple[Span, ...], text: str) -> None:
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def _cuts_digits(part: Span, text: str) -> bool:
    before, first = text[part.start - 1 : part.start], text[part.start]
    last, after = text[part.end - 1], text[part.end : part.end + 1]
    return (before.isdecimal() and first.isdecimal()) or (last.isdecimal() and after.isdecimal())


PROMISES: dict[str, Callable[[bytes], None]] = {
    "yaml": yaml,
    "texts": texts,
    "quotes": quotes,
    "figures": figures,
    "calculations": calculations,
}
"""Each by its name, which is that of its folder of kept inputs."""


def keep(name: str, data: bytes) -> None:
    """Fail where ``data`` breaks the promise of that name; no bytes at all promise nothing."""
    if data:
        PROMISES[name](data)
