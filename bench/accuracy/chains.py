"""Chains: how often sentences that do translate each other raise an alarm, and whether a changed digit does.

The parallel treebanks (PUD) hold one set of sentences in many languages. Those are compared that are
cut into the same paragraphs with the same number of sentences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

from bench.accuracy.row import Row
from site_builder.chains import Hop, Passage, Subject, compare, figures

Pair = tuple[Passage, Passage]


def measure(corpora: Path) -> list[Row]:
    """Compare every pair of parallel treebanks both ways, as they are and with one digit changed."""
    books = {
        path.stem.split(".")[1].split("-")[0]: _read(path) for path in corpora.glob("sentences/ud.*-PUD.json")
    }
    rows: list[Row] = []
    for one, other in permutations(sorted(books), 2):
        if _alike(books[one], books[other]):
            rows += _rows(f"{one}→{other}", list(_pairs(one, books[one], other, books[other])))
    return rows


def _read(path: Path) -> list[list[str]]:
    paragraphs = json.loads(path.read_text("utf-8"))["paragraphs"]
    return [[p["text"][start:end] for start, end in p["sentences"]] for p in paragraphs]


def _alike(one: list[list[str]], other: list[list[str]]) -> bool:
    return len(one) == len(other) and sum(
        len(a) == len(b) for a, b in zip(one, other, strict=True)
    ) > 0.9 * len(one)


def _pairs(one: str, mine: list[list[str]], other: str, theirs: list[list[str]]) -> Iterator[Pair]:
    for ours, others in zip(mine, theirs, strict=True):
        if len(ours) == len(others):
            for before, after in zip(ours, others, strict=True):
                yield Passage("before", before, one, None), Passage("after", after, other, None)


def _rows(languages: str, pairs: list[Pair]) -> list[Row]:
    hops = [compare(pair[:1], pair[1:]) for pair in pairs]
    rows = [
        Row(
            "ud.PUD",
            languages,
            f"false alarms: {subject} of sentences, %",
            _share(hops, subject),
            None,
            len(hops),
        )
        for subject in Subject
        if not all(subject in hop.not_compared for hop in hops)
    ]
    quiet = [pair for pair, hop in zip(pairs, hops, strict=True) if not _differs(hop, Subject.FIGURES)]
    changed = [compare([before], [_changed(after)]) for before, after in quiet if _changed(after) != after]
    return [
        *rows,
        Row(
            "ud.PUD", languages, "changed digit told, %", _share(changed, Subject.FIGURES), None, len(changed)
        ),
    ]


def _share(hops: list[Hop], subject: Subject) -> float:
    return 100 * sum(_differs(hop, subject) for hop in hops) / max(1, len(hops))


def _differs(hop: Hop, subject: Subject) -> bool:
    return any(difference.subject is subject for difference in hop.differences)


def _changed(passage: Passage) -> Passage:
    """Return the passage with the first digit of its first figure changed."""
    for figure in figures.telling(passage):
        for at in range(*figure.number):
            digit = passage.words[at]
            if digit in "123456789":
                words = passage.words[:at] + str(int(digit) % 9 + 1) + passage.words[at + 1 :]
                return Passage(passage.text, words, passage.language, passage.link)
    return passage
