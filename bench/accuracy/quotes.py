"""Quotes: the cases of three other finders, tampered quotes, and quotes that differ in typography only.

The other finders' cases are asked of ours where its laws allow: a place where only a word or figure is cut is not
found by law, so for the finder that knows no words (Apache Annotator) the places named as cuts count as seen; an
empty quote is no quote; an inexact match (Hypothesis) is a proposal, never a place.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import mean

from bench.accuracy.row import Row
from site_builder.anchoring import Prepared, anchor, prepare
from site_builder.model.anchor import AnchorStatus
from site_builder.model.span import Span
from site_builder.text.normal import normalise
from site_builder.text.sentences import split


def _starts(prepared: Prepared, quote: str, prefix: str | None, suffix: str | None) -> tuple[set, set, set]:
    found = anchor(prepared, quote, prefix=prefix, suffix=suffix)
    places = {(place[0].start, place[-1].end) for place in found.places}
    cuts = {tuple(cut.place) for cut in found.cuts}
    near = {tuple(found.nearest.span)} if found.nearest else set()
    return places, cuts, near


def annotator(case: dict) -> bool:
    selector = case["selector"]
    prepared = prepare(case["text"], "en")
    places, cuts, _ = _starts(prepared, selector["exact"], selector.get("prefix"), selector.get("suffix"))
    return places | cuts == {(place["start"], place["end"]) for place in case["expected"]}


def hypothesis(case: dict) -> bool:
    prepared = prepare(case["text"], "en")
    found = anchor(
        prepared, case["exact"], prefix=case.get("prefix"), suffix=case.get("suffix"), near=case.get("hint")
    )
    if not case["expected"]:
        return not found.places and not found.nearest
    place = case["expected"][0]
    if case.get("fuzzy"):
        return (
            bool(found.nearest) and abs(found.nearest.span.start - place["start"]) <= 1 and not found.places
        )
    return [(spans[0].start, spans[-1].end) for spans in found.places] == [(place["start"], place["end"])]


def falls(case: dict) -> bool:
    """Tell whether the score falls as the quote, or its context, is less and less like the text."""
    prepared = prepare(case["text"], "en")
    scores = []
    for words in case["values"]:
        asked = {key: case[key] for key in ("prefix", "suffix") if key in case} | {case["vary"]: words}
        found = anchor(prepared, asked.pop("exact", case.get("exact", "")), **asked)
        scores.append(100.0 if found.places else found.nearest.score if found.nearest else 0.0)
    return all(one > other for one, other in pairwise(scores))


def wpt(text: str, case: dict) -> bool:
    quote = case["start"] if case["end"] is None else f"{case['start']} […] {case['end']}"
    found = anchor(prepare(text, "en"), quote, prefix=case["prefix"], suffix=case["suffix"])
    return bool(found.places) == case["match"]


def _others(corpora: Path) -> Iterator[Row]:
    folder = corpora / "quotes"
    cases = json.loads((folder / "annotator.text-quote.match.json").read_text("utf-8"))["cases"]
    cases = [case for case in cases if case["selector"]["exact"]]
    yield Row("annotator", "en", "quote cases, %", 100 * mean(map(annotator, cases)), 100.0, len(cases))
    corpus = json.loads((folder / "hypothesis.match-quote.json").read_text("utf-8"))
    results = [*map(hypothesis, corpus["cases"]), *map(falls, corpus["score_must_fall"])]
    yield Row("hypothesis", "en", "quote cases, %", 100 * mean(results), 100.0, len(results))
    corpus = json.loads((folder / "wpt.find-range.json").read_text("utf-8"))
    results = [wpt(corpus["text"], case) for case in corpus["cases"]]
    yield Row("wpt", "en", "quote cases, %", 100 * mean(results), 100.0, len(results))


def texts(corpora: Path) -> dict[str, list[str]]:
    """Return running texts by language: the paragraphs of treebanks and the documents of the revisions."""
    found = defaultdict(list)
    for path in sorted((corpora / "sentences").glob("ud.*.json")):
        corpus = json.loads(path.read_text("utf-8"))
        found[corpus["language"]] += [p["text"] for p in corpus["paragraphs"][:60]]
    corpus = json.loads((corpora / "revisions" / "revisions.dev.json").read_text("utf-8"))
    languages = {case["doc"]: case["lang"] for case in corpus["cases"]}
    for name, text in corpus["docs"].items():
        found[languages[name][:2]].append(text)
    # The same words with their digits in other numeral systems: any script may hold numbers.
    for language, zero in (("fa", "۰"), ("bn", "০"), ("th", "๐"), ("ja", "０"), ("mr", "०")):
        digits = {ord("0") + n: chr(ord(zero) + n) for n in range(10)}
        found[language] += [text.translate(digits) for text in found["en"][:40]]
    return found


_NUMBER = re.compile(r"\d+(?:[.,٫٬’' \u00a0\u202f]\d+)*")
_DIGIT = re.compile(r"\d")
_SEPARATOR = re.compile(r"(?<=\d)[.,٫٬’'](?=\d)")


def _next_digit(char: str) -> str:
    value = unicodedata.decimal(char)
    return chr(ord(char) - value + (value + 1) % 10)


def tampered(quote: str) -> Iterator[tuple[str, str]]:
    """Yield the kind of forgery and the forged quote, for every number in a true quote."""
    for number in _NUMBER.finditer(quote):
        start, end = number.span()
        for digit in _DIGIT.finditer(quote, start, end):
            at = digit.start()
            yield "digit changed", quote[:at] + _next_digit(digit[0]) + quote[at + 1 :]
        yield "digit appended", quote[:end] + quote[end - 1] + quote[end:]
        for mark in _SEPARATOR.finditer(quote, start, end):
            at = mark.start()
            yield "separator changed", quote[:at] + (";" if mark[0] == "." else ".") + quote[at + 1 :]
            yield "separator dropped", quote[:at] + quote[at + 1 :]
        for at in range(start + 1, end):
            yield "cut inside a number", quote[at:]
            yield "cut inside a number", quote[:at]


_CURLY = str.maketrans({'"': "“", "'": "’", "“": '"', "”": '"', "’": "'", "‘": "'"})


def _doubled(quote: str) -> str:
    return re.sub(r"(?<=[^\W\d]) (?=[^\W\d])", "  ", quote)


def _upper(quote: str, language: str) -> str:
    return quote.replace("i", "İ").upper() if language in ("tr", "az") else quote.upper()


def _lower(quote: str, language: str) -> str:
    return quote.replace("I", "ı").replace("İ", "i").lower() if language in ("tr", "az") else quote.lower()


def retyped(quote: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the kind of edit and the quote as another keyboard or program would have it."""
    yield "quote marks", quote.translate(_CURLY)
    yield "dashes", quote.replace(" - ", " – ").replace("-", "‑").replace("—", "-")
    yield "unicode form", unicodedata.normalize("NFD", quote)
    yield "unicode form", unicodedata.normalize("NFC", quote)
    yield "spaces", quote.replace(" ", "\u00a0")
    yield "spaces", _doubled(quote)
    yield "invisible characters", re.sub(r"(?<=[^\W\d]{3})(?=[^\W\d]{3})", "\u00ad", quote, count=5)
    yield "invisible characters", "\ufeff" + quote.replace(" ", " \u200b")
    yield "ellipsis", quote.replace("...", "…") if "..." in quote else quote.replace("…", "...")
    yield "case", _upper(quote, language)
    yield "case", _lower(quote, language)


def _sentences(text: str, language: str) -> list[Span]:
    return [span for span in split(text, language) if 20 <= span.end - span.start <= 300]


def _accepted(prepared: Prepared, forged: str, true: Span) -> bool:
    """Tell whether a forged quote is found where the true one stands; it may truly stand elsewhere."""
    return any(part.overlaps(true) for place in anchor(prepared, forged).places for part in place)


def _forged(found: dict[str, list[str]]) -> Iterator[Row]:
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, documents in found.items():
        for text in documents:
            prepared = prepare(text, language)
            for span in _sentences(text, language):
                for kind, forged in tampered(span.of(text)):
                    counts[language, kind].append(_accepted(prepared, forged, span))
    for (language, kind), accepted in sorted(counts.items()):
        yield Row("tampered", language, f"{kind}, accepted", sum(accepted), 0.0, len(accepted))


def _typed(found: dict[str, list[str]]) -> Iterator[Row]:
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, documents in found.items():
        for text in documents[:30]:
            prepared = prepare(text, language)
            for span in _sentences(text, language)[:12]:
                quote = span.of(text)
                if prepared.folded.text.count(normalise(quote, language, case=False).text) != 1:
                    continue
                for kind, typed in retyped(quote, language):
                    if typed != quote:
                        status = anchor(prepared, typed).status
                        counts[language, kind].append(status is AnchorStatus.NORMALISED)
    for (language, kind), right in sorted(counts.items()):
        yield Row("retyped", language, f"{kind}, found, %", 100 * mean(right), 100.0, len(right))


TURKISH = "İstanbul'da Işık Bey'in ışığı söndü. IĞDIR İLİNDE 1.600 İŞÇİ İŞTEN ÇIKARILDI. Dışişleri bakanı Irak'a gitti."


def measure(corpora: Path) -> list[Row]:
    """Measure all of it."""
    found = texts(corpora)
    found["tr"] = [TURKISH]
    return [*_others(corpora), *_forged(found), *_typed(found)]
