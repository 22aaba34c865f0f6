"""missing-entry: a published claim is not in the site's data, or stands there otherwise

## What it checks

`claims.json` has every published claim once, and no other; its claim, verdict, quote, places and status are those of
the claim file. The files of single years have the same entries, and no others. With a public address,
`claimreview.json` has the same reviews as the pages, and the newest claims stand in `feed.json`.

## Why it matters

Others read our data, not our pages; the next check compares itself with it. A verdict that is wrong there travels
furthest.

## Fails

A claim is published and `claims.json` does not have it.

## Passes

Each published claim has its entry, and each entry its published claim.

## How to mend it

Build the site again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from site_builder.model.finding import Finding
from site_builder.model.project import Case
from site_builder.verifying.finished import Expected, Finished, Node
from site_builder.verifying.s005_disagreeing_review import due, told
from site_builder.verifying.told import finding

CODE = "S006"
NAME = "missing-entry"

_YEARS = "claims-by-year.json"
_A_YEAR = re.compile(r"claims-(?:\d+|undated)\.json")
_IN_FEED = 100
"""A feed has this many entries at most; who has fewer claims has them all in it."""


def check(site: Finished, expected: Expected) -> Iterator[Finding]:
    """Yield a finding for each claim whose entry is missing or differs, and each entry without a claim."""
    files = ("claims.json", "claimreview.json", "feed.json") if expected.url else ("claims.json",)
    for name, entries, wrong in zip(
        files, (_records, _reviews, _items), (_record, _review, _item), strict=False
    ):
        found = entries(site.json(name))
        if found is None:
            yield finding(CODE, expected, name, "the file is missing, or is not what it should be")
            continue
        for message, case in _compared(found, wrong, expected, whole=name != "feed.json"):
            claim, record = (case.file.id, case.file.path) if case else (None, "")
            yield finding(CODE, expected, name, message, claim=claim, record=record)
    if message := _of_years(site):
        yield finding(CODE, expected, _YEARS, message)


def _of_years(site: Finished) -> str:
    """Return what is wrong with the files of single years; empty where nothing is."""
    index, whole = site.json(_YEARS), site.json("claims.json")
    if not isinstance(index, list) or not all(isinstance(each, dict) for each in index):
        return "the file is missing, or is not what it should be"
    names = [str(each.get("url")).rpartition("/")[2] for each in index]
    parts = [record for name in names for record in site.json(name) or ()]
    others = {name for name in site.names if _A_YEAR.fullmatch(name)} - {*names}
    same = isinstance(whole, list) and sorted(map(repr, parts)) == sorted(map(repr, whole))
    return "" if same and not others else "the files of single years do not have the claims of claims.json"


def _compared(
    found: list[tuple[str, Node]], wrong: Any, expected: Expected, *, whole: bool
) -> Iterator[tuple[str, Case | None]]:
    entries = dict(found)
    if len(entries) < len(found):
        yield "an address stands twice", None
    due_here = {expected.absolute(f"claims/{case.file.id}/"): case for case in expected.published}
    gone = {expected.absolute(f"claims/{file.id}/") for file in expected.shown}
    for address in entries.keys() - due_here.keys():
        if whole or address not in gone:
            yield f"{address} is no published claim", None
    for address, case in due_here.items():
        if address in entries:
            yield from ((message, case) for message in wrong(entries[address], case, expected))
        elif whole or (case.claim.checked_on and len(found) < _IN_FEED):
            yield f"{case.file.id} is not in it", case


def _records(data: Any) -> list[tuple[str, Node]] | None:
    if not isinstance(data, list) or not all(isinstance(record, dict) for record in data):
        return None
    return [(str(record.get("url")), record) for record in data]


def _record(record: Node, case: Case, expected: Expected) -> Iterator[str]:
    quote = record.get("quote") if isinstance(record.get("quote"), dict) else {}
    said = {key: record.get(key) for key in ("id", "claim", "verdict", "status")}
    claim = case.claim
    if said != {"id": case.file.id, "claim": claim.claim, "verdict": claim.verdict, "status": "published"}:
        yield f"{case.file.id} stands there with another claim, verdict or status"
    places = [list(part) for part in case.anchor.parts]
    if not quote or (quote.get("exact"), quote.get("positions")) != (claim.quote, places):
        yield f"{case.file.id} stands there with another quote or place"


def _reviews(data: Any) -> list[tuple[str, Node]] | None:
    items = data.get("dataFeedElement") if isinstance(data, dict) else None
    if not isinstance(items, list):
        return None
    living = [item["item"] for item in items if isinstance(item, dict) and item.get("item")]
    reviews = [review for found in living for review in (found if isinstance(found, list) else [found])]
    # the entry of a withdrawn claim has an identifier and no address
    return [
        (str(review["url"]), review) for review in reviews if isinstance(review, dict) and "url" in review
    ]


def _review(review: Node, case: Case, expected: Expected) -> Iterator[str]:
    if told(review) != due(case, expected):
        yield f"the ClaimReview of {case.file.id} differs from the claim file"


def _items(data: Any) -> list[tuple[str, Node]] | None:
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list):
        return None
    return [(str(item.get("url")), item) for item in items if isinstance(item, dict)]


def _item(item: Node, case: Case, expected: Expected) -> Iterator[str]:
    if item.get("title") != case.claim.claim or case.claim.verdict not in (item.get("tags") or []):
        yield f"{case.file.id} stands there with another claim or verdict"
