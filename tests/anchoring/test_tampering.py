"""No forged number passes and every retyped quote is found, in every language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from site_builder.anchoring import anchor, prepare
from site_builder.model.anchor import AnchorStatus
from site_builder.text.sentences import split

ARTICLES = yaml.safe_load(Path(__file__).with_name("articles.yaml").read_text("utf-8"))
NUMBER = re.compile(r"\d+(?:[.,٫٬，  ]\d+)*")
SEPARATOR = re.compile(r"(?<=\d)[.,٫٬，  ](?=\d)")
QUOTES = [(language, span.of(text)) for language, text in ARTICLES.items() for span in split(text, language)]


def another(digit: str) -> str:
    value = unicodedata.decimal(digit)
    return chr(ord(digit) - value + (value + 3) % 10)


def forged(quote: str) -> Iterator[str]:
    for number in NUMBER.finditer(quote):
        start, end = number.span()
        for at in range(start, end):
            if quote[at].isdecimal():
                yield quote[:at] + another(quote[at]) + quote[at + 1 :]
                yield quote[:at] + quote[at] + quote[at:]
        for mark in SEPARATOR.finditer(quote, start, end):
            for new in {"", ".", ",", "-", "…"} - {unicodedata.normalize("NFKC", mark[0])}:
                yield quote[: mark.start()] + new + quote[mark.end() :]
    for sign in re.finditer(r"[−%٪$–]", quote):
        yield quote[: sign.start()] + quote[sign.end() :]


def cut(quote: str) -> Iterator[str]:
    for number in NUMBER.finditer(quote):
        for at in range(number.start() + 1, number.end()):
            yield quote[at:]
            yield quote[:at]


@pytest.mark.parametrize(("language", "quote"), QUOTES)
def test_no_forged_or_cut_number_is_found(language: str, quote: str) -> None:
    prepared = prepare(ARTICLES[language], language)
    for forgery in [*forged(quote), *cut(quote)]:
        assert anchor(prepared, forgery).status is AnchorStatus.ORPHAN, forgery


MARKS = str.maketrans({"’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-"})


def upper(quote: str, language: str) -> str:
    return (quote.replace("i", "İ") if language == "tr" else quote).upper()


def lower(quote: str, language: str) -> str:
    return (quote.replace("I", "ı").replace("İ", "i") if language == "tr" else quote).lower()


@pytest.mark.parametrize(("language", "quote"), QUOTES)
def test_every_retyped_quote_is_found_where_it_stands(language: str, quote: str) -> None:
    prepared = prepare(ARTICLES[language], language)
    place = anchor(prepared, quote).places
    typed = {
        "quote marks or dashes": quote.translate(MARKS),
        "unicode form": unicodedata.normalize("NFD", quote),
        "narrow spaces": quote.replace(" ", "\u202f"),
        "two spaces": quote.replace(" ", "  "),
        "a line break": quote.replace(" ", "\n", 1),
        "soft hyphens": "\u00ad".join(quote),
        "capitals": upper(quote, language),
        "capitals without Turkish rules": quote.upper(),
        "small letters": lower(quote, language),
        "small letters without Turkish rules": quote.lower(),
    }
    for name, other in typed.items():
        found = anchor(prepared, other)
        assert found.places == place, name
        assert (found.status is AnchorStatus.NORMALISED) == (other != quote), name
