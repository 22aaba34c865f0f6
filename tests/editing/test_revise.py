"""Revisions of an article, each reported as what it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_builder.editing.revise import Fate, Revised, Revision, unsettled
from site_builder.model.source import Source
from site_builder.pipeline import make_cases
from site_builder.reading.articles import parse_article
from tests.rules import newsroom

OLD = """\
The town has a new bridge

The mayor opened the bridge in May, with a speech. "It's ours - at last," she said.
The bridge cost 1,600 euros. Nobody had thought it possible.

Last year the old bridge was closed after a flood, and traffic went by ferry.
A second ferry has run since June.
"""


def revised(quote: str, new: str, language: str = "en", old: str = OLD) -> Revised:
    data = {"article": old, "record": {"language": language}, "claim": {"quote": quote}}
    project = newsroom.project(data)
    article = project.articles["piece"]
    record = article.record_source
    (found,) = Revision(article, parse_article("piece", article.path, new, record)).revised(
        make_cases(project)
    )
    return found


MAYOR = "The mayor opened the bridge in May"
COST = "The bridge cost 1,600 euros."
CLOSED = "the old bridge was closed after a flood"

CASES = {
    "nothing changed": (MAYOR, OLD, Fate.SAME, ""),
    "something changed elsewhere": (MAYOR, OLD.replace("second ferry", "third ferry"), Fate.SAME, ""),
    "sentences came before it": (COST, f"A note. Another note.\n\n{OLD}", Fate.SAME, ""),
    "its paragraph stands last now": (
        MAYOR,
        OLD.replace(
            'The mayor opened the bridge in May, with a speech. "It\'s ours - at last," she said.\n', ""
        )
        + "The mayor opened the bridge in May, with a speech.\n",
        Fate.MOVED,
        "",
    ),
    "typography changed": (
        '"It\'s ours - at last," she said.',
        OLD.replace('"It\'s ours - at last,"', "“It’s ours – at last,”"),
        Fate.SAME,
        "“It’s ours – at last,” she said.",
    ),
    "a figure changed": (COST, OLD.replace("1,600", "1,700"), Fate.FIGURE, "The bridge cost 1,700 euros."),
    "a figure grew at its front": (
        "600 people came",
        OLD + "And 1,600 people came to see it.\n",
        Fate.FIGURE,
        "",
    ),
    "a word changed": (
        CLOSED,
        OLD.replace("was closed after a flood", "was shut after a flood"),
        Fate.WORDING,
        "the old bridge was shut after a flood",
    ),
    "the sentence around it changed": (
        MAYOR,
        OLD.replace("with a speech", "without a word"),
        Fate.WORDING,
        "",
    ),
    "its paragraph is gone": (
        "traffic went by ferry",
        OLD.replace("Last year the old bridge was closed after a flood, and traffic went by ferry.\n", ""),
        Fate.GONE,
        "",
    ),
    "only one like it is left": (
        COST,
        OLD.replace(COST, "").replace("A second ferry", "The ferry cost 1,900 euros. A second ferry"),
        Fate.GONE,
        "",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_is_reported_as_what_it_is(name: str) -> None:
    quote, new, fate, proposal = CASES[name]
    old = OLD + "And 600 people came to see it.\n" if quote == "600 people came" else OLD
    if name == "only one like it is left":
        old = old.replace("A second ferry", "The ferry cost 1,900 euros. A second ferry")
    found = revised(quote, new, old=old)
    assert found.fate is fate, found
    if proposal:
        assert found.proposal == proposal
    if fate in (Fate.GONE, Fate.MOVED):
        assert found.proposal == ""


def test_words_that_came_twice_are_told_apart() -> None:
    found = revised("The bridge cost 1,600 euros", OLD + "A poster says: The bridge cost 1,600 euros.\n")
    assert found.fate is Fate.AMBIGUOUS and found.field in ("prefix", "suffix") and found.proposal


@pytest.mark.parametrize(
    ("language", "old", "new", "quote"),
    [
        ("id", "Meta memberhentikan enam ratus karyawan.", "tujuh ratus", "enam ratus"),
        ("vi", "Họ làm việc 80 đến 100 giờ mỗi tuần.", "70", "80"),
        ("zh", "价格上涨了12.5个百分点。", "13.5", "12.5"),
        ("de", "Fast ein Viertel der Leute kam.", "ein Drittel", "ein Viertel"),
    ],
)
def test_figures_are_read_in_every_language(language: str, old: str, new: str, quote: str) -> None:
    found = revised(old, old.replace(quote, new), language, old)
    assert found.fate is Fate.FIGURE and found.proposal == old.replace(quote, new)


def test_quote_that_was_not_found_is_told() -> None:
    assert revised("The mayor shut the bridge", OLD).fate is Fate.LOST


def test_record_is_looked_at_too() -> None:
    article = newsroom.project(
        {"article": OLD, "record": {"structure": {"headings": ["The town has a new bridge"]}}}
    ).articles["piece"]
    assert list(unsettled(article, article)) == []
    new = replace(article, text=OLD.replace("a new bridge", "two bridges"))
    assert list(unsettled(article, new)) == ["The town has a new bridge"]


def test_wordings_show_both_sides() -> None:
    article = newsroom.project({"article": OLD}).articles["piece"]
    text = OLD.replace("1,600", "1,700").replace("A second ferry has run since June.\n", "")
    new = parse_article("piece", article.path, text, Source("r.yaml", "language: en\nworking_title: x\n"))
    revision = Revision(article, new)
    assert [(w.before, w.after) for w in revision.wordings()] == [
        ("The bridge cost 1,600 euros.", "The bridge cost 1,700 euros."),
        ("A second ferry has run since June.", None),
    ]
    assert revision.counts() == {"kept": 5, "gone": 2, "new": 1}
