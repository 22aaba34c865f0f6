"""How long text and quotes take: one quote on a prepared article, and ten thousand over a thousand articles.

The articles are about 8 KB each, made of the treebanks' sentences; 8 % of the quotes differ in typography. Each
article is split into sentences and prepared once; two processes share the work. Processor time is counted, so that
what else runs on the machine is not.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from itertools import cycle, islice
from multiprocessing import Pool
from pathlib import Path
from statistics import median

from bench.accuracy.row import Row
from site_builder.anchoring import anchor, prepare
from site_builder.text.sentences import split

ARTICLES, QUOTES, LENGTH = 1_000, 10, 8_000
Work = tuple[str, str, list[str]]


def _articles(corpora: Path) -> Iterator[Work]:
    chance = random.Random(1)
    paragraphs = []
    for path in sorted((corpora / "sentences").glob("ud.*.json")):
        corpus = json.loads(path.read_text("utf-8"))
        paragraphs.append((corpus["language"], [p["text"] for p in corpus["paragraphs"]]))
    for language, texts in islice(cycle(paragraphs), ARTICLES):
        text = ""
        while len(text) < LENGTH:
            text += chance.choice(texts) + "\n\n"
        sentences = [span.of(text) for span in split(text, language)]
        quotes = [chance.choice(sentences) for _ in range(QUOTES)]
        yield language, text, [_retyped(quote) if chance.random() < 0.08 else quote for quote in quotes]


def _retyped(quote: str) -> str:
    return quote.replace("“", '"').replace("”", '"').replace(" ", "\u00a0", 3)


def _check(work: Work) -> tuple[int, float]:
    """Return how many quotes of one article are found, and the processor's time in seconds."""
    language, text, quotes = work
    start = time.process_time()
    split(text, language)
    prepared = prepare(text, language)
    found = sum(bool(anchor(prepared, quote).places) for quote in quotes)
    return found, time.process_time() - start


def _one(work: Work) -> float:
    """Return the median time of a quote on a prepared article in milliseconds."""
    language, text, quotes = work
    prepared = prepare(text, language)
    times = []
    for quote in quotes * 20:
        start = time.process_time()
        anchor(prepared, quote)
        times.append(1000 * (time.process_time() - start))
    return median(times)


def measure(corpora: Path) -> list[Row]:
    """Measure both."""
    works = list(_articles(corpora))
    one = median(_one(work) for work in works[:16])
    with Pool(2) as pool:
        pool.map(_check, works[:16])
        results = pool.map(_check, works, chunksize=50)
    found, took = sum(found for found, _ in results), sum(seconds for _, seconds in results) / 2
    count = ARTICLES * QUOTES
    return [
        Row("speed", "all", "one quote, warm, 8 KB, ms", one, 1.0, 16 * QUOTES * 20),
        Row("speed", "all", "10,000 quotes, 1,000 articles, seconds on each of 2 cores", took, 3.0, count),
        Row("speed", "all", "of these found, %", 100 * found / count, 99.0, count),
    ]
