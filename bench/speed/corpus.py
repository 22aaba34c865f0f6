"""The corpus: articles of about 60 sentences with ten claims each, deterministic, the small one a prefix of the large.

That of ``../shared/bench`` where it is at hand, because the peers' sites are made from it; else one of the same shape.
"""

from __future__ import annotations

import datetime
import importlib.util
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[3] / "shared/bench"
PER_ARTICLE = 10
_SENTENCES = 60
_VERDICTS = ("true", "mostly-true", "half-true", "misleading", "false", "unverifiable")

Pair = tuple[dict[str, Any], list[dict[str, Any]]]
"""An article and its claims."""

_PEOPLE = (
    "Zoë Lindqvist",
    "Łukasz Wójcik",
    "Ana-María Ibáñez",
    "Nguyễn Thị Hạnh",
    "Kwame Mensah",
    "Ruth Adeyemi",
)
_ROLES = ("the mayor", "the transport minister", "the regulator’s chief executive", "the union’s secretary")
_PLACES = ("Łódź", "São Paulo", "Malmö", "Reykjavík", "Besançon", "Galway", "Trieste", "Turku", "Nantes")
_BODIES = (
    "the Audit Office",
    "the Rail Regulator",
    "the central bank",
    "the Statistics Office",
    "the Fiscal Council",
)
_SUBJECTS = (
    "rental prices",
    "rail punctuality",
    "waiting times",
    "tax receipts",
    "road deaths",
    "student debt",
)
_TOPICS = (
    "economy health transport housing migration energy climate labour education crime pensions taxation "
    "agriculture digital environment justice elections rail water defence trade youth ageing budget science "
    "regions inequality media families industry"
)
_UNITS = (
    "%",
    "\u00a0million euros",
    "\u00a0tonnes",
    "\u00a0households",
    "\u00a0patients",
    "\u00a0kilometres",
    "\u00a0jobs",
)
_SAID = (
    "According to {body}, {subject} rose sharply in {place}, reaching {figure} by the end of {month}.",
    "“We have cut {subject} by {figure} since {year},” {person}, {role}, told reporters in {place}.",
    "In {month}, {place} recorded {figure}, compared with {figure} in the same month of {year}.",
    "The figures, published by {body} in {month}, show that {subject} fell steadily outside {place}.",
    "Nearly {figure} were affected by the change, {person} said, most of them in and around {place}.",
    "Residents of {place} have complained since {year} that {subject} gets less attention than it deserves.",
    "By contrast, {place} reported a decline of {figure}, the largest since records began in {year}.",
    "{person}, {role}, called the estimate of {figure} “a fantasy” and pointed to a report of {body}.",
)
_EXPLAINED = (
    "The number comes from a table that {body} published in **{month}**. It covers {subject} in {place} *only*, "
    "not the whole country.\n\nThe [full series](https://data.example.org/{year}) shows the following:\n\n"
    "- in {year} the value for {place} was **{figure}**;\n- the method changed in {year}, and `series B` is not "
    "comparable with `series A`;\n- the revised figure for {month} is {figure}.\n\n> “The two should not be "
    "compared,” {body} told us in writing.\n\nA reader who hears only the headline would conclude that {subject} "
    "has grown in {place}, which the [evidence](https://data.example.org/{year}/note) does not support. When the "
    "same population is used for both years, the change is {figure}. We therefore rate the statement as shown above "
    "and will update this page if {body} revises its series again."
)


def corpus(claims: int) -> Iterator[Pair]:
    """Yield articles with their claims until there are ``claims``."""
    if (SHARED / "gen_corpus.py").is_file():
        yield from _shared().articles(claims)
    else:
        yield from (_made(number) for number in range(1, claims // PER_ARTICLE + 1))


def _shared() -> Any:
    spec = importlib.util.spec_from_file_location("gen_corpus", SHARED / "gen_corpus.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _made(number: int) -> Pair:
    chance = random.Random(number)
    sentences: list[str] = []
    while len(sentences) < _SENTENCES:
        said = _filled(chance, chance.choice(_SAID))
        if said not in sentences:
            sentences.append(said)
    id, day = f"a{number:05d}", datetime.date(2019, 1, 1) + datetime.timedelta(chance.randrange(2500))
    article = {
        "id": id,
        "title": _filled(chance, "{place}: what the new numbers on {subject} say"),
        "author": chance.choice(_PEOPLE),
        "outlet": "The Harbour Courier",
        "date": day.isoformat(),
        "url": f"https://news.example.com/{id}",
        "paragraphs": [" ".join(sentences[at : at + 5]) for at in range(0, _SENTENCES, 5)],
        "sentences": sentences,
    }
    places = sorted(chance.sample(range(_SENTENCES), PER_ARTICLE))
    first = (number - 1) * PER_ARTICLE + 1
    return article, [
        _claim(chance, f"c{first + n:06d}", id, day, at, sentences[at]) for n, at in enumerate(places)
    ]


def _claim(
    chance: random.Random, id: str, article: str, day: datetime.date, place: int, words: str
) -> dict[str, Any]:
    typed = words.replace("“", '"').replace("”", '"').replace("\u00a0", " ")
    return {
        "id": id,
        "source": article,
        "pos": place,
        "quote": typed if chance.random() < 0.08 else words,
        "statement": _filled(chance, "{subject} rose to {figure} in {place}.").capitalize(),
        "claimant": {"name": chance.choice(_PEOPLE), "role": chance.choice(_ROLES)},
        "verdict": chance.choice(_VERDICTS),
        "explanation": _filled(chance, _EXPLAINED),
        "evidence": [
            {
                "title": _filled(chance, "Report on {subject}, {month}"),
                "publisher": _filled(chance, "{body}"),
                "url": f"https://sources.example.org/{id}/{number}",
                "date": (day - datetime.timedelta(chance.randrange(5, 900))).isoformat(),
                "says": _filled(chance, chance.choice(_SAID)),
            }
            for number in range(chance.randint(2, 4))
        ],
        "published": (day + datetime.timedelta(chance.randint(1, 40))).isoformat(),
        "tags": sorted(chance.sample(_TOPICS.split(), chance.randint(2, 4))),
    }


def _filled(chance: random.Random, words: str) -> str:
    given = {
        "person": _PEOPLE,
        "role": _ROLES,
        "place": _PLACES,
        "body": _BODIES,
        "subject": _SUBJECTS,
        "month": [f"{month} {year}" for month in ("March", "June", "October") for year in range(2016, 2026)],
        "year": [str(year) for year in range(1998, 2025)],
    }
    parts = words.split("{")
    made = [parts[0]]
    for part in parts[1:]:
        name, _, rest = part.partition("}")
        made.append((_figure(chance) if name == "figure" else chance.choice(given[name])) + rest)
    filled = "".join(made)
    return filled[0].upper() + filled[1:]


def _figure(chance: random.Random) -> str:
    unit = chance.choice(_UNITS)
    value = f"{chance.uniform(0.2, 96):.1f}" if unit == "%" else f"{chance.randint(120, 2_400_000):,}"
    return value + unit
