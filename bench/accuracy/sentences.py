"""Where sentences end: F1 against treebanks, and the regression cases of two other segmenters.

Treebanks: only boundaries inside a paragraph count; a boundary is the end of a sentence that is not the last.
Cases: a case passes when the sentences are the expected ones, white space aside. Cases that expect the text
itself to be changed (joined lines, removed mark-up) or a sentence to run over a line break cannot pass; they
count as failed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from statistics import mean

from bench.accuracy.row import Row
from site_builder.text.sentences import split

NAMES = {
    "amharic": "am", "arabic": "ar", "armenian": "hy", "bulgarian": "bg", "burmese": "my", "chinese": "zh",
    "danish": "da", "deutsch": "de", "dutch": "nl", "english": "en", "english_clean": "en", "french": "fr",
    "greek": "el", "hindi": "hi", "italian": "it", "japanese": "ja", "kazakh": "kk", "lists": "en",
    "marathi": "mr", "persian": "fa", "polish": "pl", "russian": "ru", "slovak": "sk", "spanish": "es",
    "urdu": "ur",
}  # fmt: skip


def boundaries(corpus: dict) -> tuple[int, int, int]:
    """Return how many boundaries are right, wrong and missed."""
    right = wrong = missed = 0
    for paragraph in corpus["paragraphs"]:
        text = paragraph["text"]
        gold = {end for _, end in paragraph["sentences"][:-1]}
        ours = {span.end for span in split(text, corpus["language"])} - {len(text.rstrip())}
        right, wrong, missed = right + len(gold & ours), wrong + len(ours - gold), missed + len(gold - ours)
    return right, wrong, missed


def passes(case: dict, language: str) -> bool:
    ours = [" ".join(span.of(case["text"]).split()) for span in split(case["text"], language)]
    return ours == [" ".join(sentence.split()) for sentence in case["expected"]]


def measure(corpora: Path) -> list[Row]:
    """Measure every treebank and every set of cases."""
    rows, scores, cases = [], [], defaultdict(list)
    for path in sorted((corpora / "sentences").glob("*.json")):
        corpus = json.loads(path.read_text("utf-8"))
        kind = path.stem.partition(".")[0]
        language = NAMES.get(corpus["language"], corpus["language"])
        if "paragraphs" in corpus:
            right, wrong, missed = boundaries(corpus)
            scores.append(200 * right / max(1, 2 * right + wrong + missed))
            rows.append(Row(path.stem, language, "boundaries, F1", scores[-1], None, right + missed))
        else:
            results = [passes(case, language) for case in corpus["cases"]]
            cases[kind] += results
            rows.append(Row(path.stem, language, "cases, %", 100 * mean(results), None, len(results)))
    rows.append(Row("ud.*", "mean", "boundaries, F1", mean(scores), 96.0, len(scores)))
    for kind, bar in (("sentencex", 97.0), ("pysbd", 88.0)):
        rows.append(Row(f"{kind}.*", "all", "cases, %", 100 * mean(cases[kind]), bar, len(cases[kind])))
    return rows
