"""What was compared, and what was not, is counted in the report."""

from __future__ import annotations

from site_builder import pipeline
from tests.rules import newsroom

NEWSROOM = {
    "record": {
        "chain": [
            {"id": "one", "relation": "original", "language": "zh-Hant"},
            {"id": "two", "relation": "translation", "language": "id"},
            {"id": "three", "relation": "translation", "language": "vi"},
        ]
    },
    "claim": {
        "chain": [
            {"text": "one", "quote": "市長開橋"},
            {"text": "two", "quote": "Wali kota"},
            {"text": "three"},
        ],
        "evidence": [
            {"stance": "supports", "publisher": "The Town", "quote": "The mayor did."},
            {
                "stance": "supports",
                "publisher": "The Town",
                "quote": "The mayor did.",
                "snapshot": {"file": "memo.txt", "sha256": "0" * 64},
            },
        ],
    },
    "kept": {"memo.txt": "The mayor did."},
}


def test_counts() -> None:
    counts = pipeline.check(newsroom.project(NEWSROOM)).report.counts
    assert (counts.hops_compared, counts.hops_compared_in_part, counts.chain_texts_without_words) == (2, 1, 1)
    assert (counts.evidence, counts.evidence_quotes_not_checked) == (2, 1)
