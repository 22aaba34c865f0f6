"""Real revisions of articles: is an edited sentence proposed at its new place, and a removed one not at all?

A proposal is right when it shares more than half of its stretch with the expected one (intersection over union).
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from statistics import mean

from bench.accuracy.row import Row
from site_builder.anchoring import Prepared, anchor, prepare

LEAST_SHARED = 0.5


def shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return intersection over union of two spans."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def proposal(prepared: Prepared, case: dict) -> tuple[int, int] | None:
    """Return the stretch found, or else proposed, for the quote of a case."""
    found = anchor(prepared, case["quote"])
    if found.places:
        return found.places[0][0].start, found.places[0][-1].end
    return tuple(found.nearest.span) if found.nearest else None


def measure(corpora: Path) -> list[Row]:
    """Measure edited, removed and unchanged sentences, by language and together."""
    corpus = json.loads((corpora / "revisions" / "revisions.dev.json").read_text("utf-8"))
    text = lru_cache(maxsize=None)(lambda name, language: prepare(corpus["docs"][name], language))
    results: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for case in corpus["cases"]:
        place = proposal(text(case["doc"], case["lang"][:2]), case)
        if case["kind"] == "removed":
            right = place is not None
        else:
            right = place is not None and shared(place, case["expected"]) > LEAST_SHARED
        for language in (case["lang"], "all"):
            results[language, case["kind"]].append(right)
    bars = {"edited": 97.0, "removed": 0.2, "same": 100.0}
    names = {"edited": "proposed right, %", "removed": "proposed wrongly, %", "same": "found, %"}
    rows = []
    for (language, kind), right in sorted(results.items()):
        bar = 95.0 if kind == "edited" and language != "all" else bars[kind]
        rows.append(Row("revisions", language, f"{kind}: {names[kind]}", 100 * mean(right), bar, len(right)))
    return rows
