"""The corpus as a sound newsroom of our own shape: what it declares in figures stands in the words that it quotes."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any

from bench.speed.corpus import corpus

ROOT = Path(__file__).resolve().parents[2]
_VERDICTS = {
    "true": "accurate",
    "mostly-true": "mostly accurate",
    "half-true": "needs context",
    "misleading": "misleading",
    "false": "inaccurate",
    "unverifiable": "unverifiable",
}
_STANCES = {
    "accurate": "supports",
    "mostly accurate": "supports",
    "inaccurate": "refutes",
    "misleading": "refutes",
}
_SCALES = {"million": 10**6, "billion": 10**9}
# Counts of its own sources, and years that read as figures: what the check would ask its editors about.
_UNCOUNTED = {
    "Two independent experts": "Independent experts",
    "The two figures": "These figures",
    "Three points": "Some points",
    "three requests": "requests",
    "two different": "different",
    "comparison with ": "comparison with the year ",
}
CONFIG = """\
site_name: Speed
site_url: https://example.org/
site_description: A made-up newsroom to measure with.
theme: {name: null, custom_dir: templates}
plugins:
  - site_builder: {language: en, search: false, social_cards: false}
"""
# A figure of the corpus: a number with its sign or unit, as its makers write it.
_FIGURE = re.compile(r"\d[\d.,\u202f]*(?:%|\u00a0(?:percentage points|(?:million|billion) \w+|\w+))")


def make(folder: Path, claims: int) -> Path:
    """Write the newsroom of ``claims`` claims into ``folder``, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "templates").mkdir(parents=True)
    for name, text in _files(claims):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _files(claims: int) -> Iterator[tuple[str, str]]:
    yield "mkdocs.yml", CONFIG
    yield "docs/methodology.md", "# Methodology\n\nMade up.\n"
    yield "claims/scale.yaml", (ROOT / "claims/scale.yaml").read_text(encoding="utf-8")
    for article, its in corpus(claims):
        text = "\n".join(article["paragraphs"]) + "\n"
        yield f"seeds/{article['id']}.txt", text
        yield f"seeds/{article['id']}.yaml", _record(article)
        for claim in its:
            yield f"claims/{article['id']}/{claim['id']}.yaml", _claim(claim, article, text)


def _record(article: Mapping[str, Any]) -> str:
    keys = {"title": "title", "publisher": "outlet", "author": "author", "url": "url", "published": "date"}
    return "".join(f"{key}: {_quoted(article[name])}\n" for key, name in keys.items()) + "language: en\n"


def _claim(claim: Mapping[str, Any], article: Mapping[str, Any], text: str) -> str:
    # a fragment that stands twice would be ambiguous: the whole sentence tells
    quote = claim["quote"] if text.count(claim["quote"]) <= 1 else article["sentences"][claim["pos"]]
    verdict = _VERDICTS[claim["verdict"]]
    given = _FIGURE.findall("\n".join([quote, *(e["says"] for e in claim["evidence"])]))
    supported = cycle(given or ["a number of cases"])
    return "".join(
        [
            f"article: {article['id']}\n",
            f"quote: >-\n  {quote}\n",
            f"claim: {_quoted(_with(claim['statement'], supported))}\n",
            f"claimant: {_quoted(claim['claimant']['name'])}\n",
            *_figures(quote),
            f"verdict: {verdict}\n",
            f"conclusion: {_quoted(_with(claim['statement'], supported))}\n",
            "explanation: |\n",
            *(f"  {line}\n" if line else "\n" for line in _explanation(claim, supported)),
            "evidence:\n",
            *(_evidence(each, _STANCES.get(verdict, "context")) for each in claim["evidence"]),
            f"checked_on: {claim['published']}\n",
            f"topics: [{', '.join(claim['tags'])}]\n",
            "status: published\n",
        ]
    )


def _figures(quote: str) -> Iterator[str]:
    written = _FIGURE.findall(quote)
    yield "figures:\n" if written else ""
    for each in written:
        number, _, unit = each.replace("\u202f", "").replace(",", "").partition("\u00a0")
        if number.endswith("%"):
            number, unit = number[:-1], "percent"
        scale, _, counted = unit.partition(" ")
        if scale in _SCALES:
            number, unit = f"{Decimal(number) * _SCALES[scale]:f}".removesuffix(".0"), counted
        yield f"  - value: {number}\n    unit: {unit}\n"


def _explanation(claim: Mapping[str, Any], supported: Iterator[str]) -> list[str]:
    words = _with(claim["explanation"], supported)
    for counted, uncounted in _UNCOUNTED.items():
        words = words.replace(counted, uncounted)
    return words.splitlines()


def _evidence(evidence: Mapping[str, str], stance: str) -> str:
    keys = {"title": "title", "publisher": "publisher", "url": "url", "published": "date", "quote": "says"}
    lines = (f"    {key}: {_quoted(evidence[name])}\n" for key, name in keys.items())
    return f"  - stance: {stance}\n{''.join(lines)}    language: en\n"


def _with(words: str, figures: Iterator[str]) -> str:
    """Return ``words`` with each of their figures replaced by the next of those that are quoted."""
    return _FIGURE.sub(lambda _: next(figures), words)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
