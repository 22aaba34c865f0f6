"""The report as an editor reads it."""

from __future__ import annotations

import dataclasses
import re

import pytest

from site_builder.model.settings import Gravity
from site_builder.reporting import text
from site_builder.reporting.columns import width
from tests.reporting.samples import ARTICLE_PATH, CLAIM_PATH, cut_figure, judged, report, spot

GOLDEN = """\
claims/100-jam/meta-600.yaml:4:9  error[Q003] cut-figure: the quote cuts a number in two

  4 | quote: "600 karyawan"
    |         ^^^ the article says 1.600 here

   article  seeds/100-jam.txt:23  … Meta baru saja memberhentikan 1.600 karyawan di divisi AI-nya, …
                                                                  ^^^^^
   help     quote the whole number
   why      site-builder explain Q003


Checked 1 claim on 1 article.
  quotes    0 found, 1 not found
  figures   0 found
  evidence  0 cited
  findings  1 error
"""


def test_looks_as_designed() -> None:
    assert text.render(report(cut_figure())) == GOLDEN


def test_colour_adds_nothing_but_colour() -> None:
    coloured = text.render(report(cut_figure()), colour=True)
    assert coloured != GOLDEN
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == GOLDEN


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_keeps_to_the_width(columns: int) -> None:
    """But for the first line, which stays whole so that other programs can find the place in it."""
    report_text = text.render(report(cut_figure()), width=columns)
    lines = [line for line in report_text.splitlines() if "error[" not in line]
    assert max(map(width, lines)) <= max(columns, 75)


def test_carets_stand_under_the_words() -> None:
    lines = text.render(report(cut_figure())).splitlines()
    for words, carets in ((lines[2], lines[3]), (lines[5], lines[6])):
        start, end = carets.index("^"), carets.rindex("^") + 1
        assert words[start:end] in ("600", "1.600")


def test_carets_stand_under_wide_characters() -> None:
    own = spot(CLAIM_PATH, 2, "quote: 大桥花费了1700欧元", "1700")
    lines = text.render(report(judged(own))).splitlines()
    assert width(lines[2].partition("1700")[0]) == lines[3].index("^")


def test_texts_cannot_act_on_the_terminal() -> None:
    own = spot(CLAIM_PATH, 2, "quote: \x1b[2J\u202ebad", "bad", note="\x1b[31m")
    other = spot(f"{ARTICLE_PATH}\x07", 3, "a\x9bb bad", "bad")
    shown = text.render(report(judged(own, other, message="\x1b[0m", help="\u2066\x00")))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_other_places_are_named_for_what_they_are() -> None:
    own = spot("claims/a/b.yaml", 2, "article: b", "b")
    also, see = spot("claims/a/b.yaml", 9, "x: y", "y"), spot("seeds/b.yaml", 1, "x: y", "y")
    article = spot("seeds/b.md", 1, "x y", "y")
    lines = text.render(report(judged(own, also, see, article))).splitlines()
    labels = [line.split()[0] for line in lines if re.match(r" {3}\w", line)]
    assert labels == ["also", "see", "article", "help", "why"]
    assert "   also     line 9  x: y" in lines


def test_long_path_leaves_the_line_room() -> None:
    path = "seeds/" + "folder/" * 8 + "article.txt"
    other = spot(path, 3, "Meta memberhentikan 1.600 karyawan", "1.600")
    lines = text.render(report(judged(spot(CLAIM_PATH, 1, "a", "a"), other))).splitlines()
    here = lines.index(f"   article  {path}:3")
    assert lines[here + 1] == "            Meta memberhentikan 1.600 karyawan"
    assert lines[here + 2].strip() == "^^^^^"


def test_empty_line_is_not_shown() -> None:
    own = spot(CLAIM_PATH, 1, "", "")
    assert " | " not in text.render(report(judged(own)))


def test_long_help_is_wrapped_under_itself() -> None:
    lines = text.render(report(judged(spot(CLAIM_PATH, 1, "a", "a"), help="word " * 40))).splitlines()
    helped = [line for line in lines if "word" in line]
    assert len(helped) > 1
    assert {line.index("word") for line in helped} == {12}


def test_excused_findings_are_counted_not_shown() -> None:
    excused = judged(spot(CLAIM_PATH, 1, "a", "a"), excused="Printed so.")
    shown = text.render(report(excused, quotes_not_found=0, quotes_found=1))
    assert "Q003" not in shown
    assert "findings  none; 1 excused" in shown


def test_counts_what_was_not_checked() -> None:
    shown = text.render(
        report(
            figures_found=2,
            figures_not_found=1,
            figures_unreadable=3,
            evidence=4,
            evidence_quotes_not_checked=1,
        )
    )
    assert "figures   2 found, 1 not found, 3 not checked" in shown
    assert "evidence  4 cited; 1 quotation was not compared with the source" in shown
    assert "chains" not in shown


def test_counts_what_was_compared_along_chains() -> None:
    shown = text.render(report(hops_compared=3, hops_compared_in_part=1, chain_texts_without_words=2))
    assert "chains    3 hops compared, 1 of them in part, 2 texts without words to compare" in shown


def test_counts_drafts_and_gravities() -> None:
    own = spot(CLAIM_PATH, 1, "a", "a")
    findings = [judged(own, gravity=g) for g in (Gravity.NOTE, Gravity.WARNING, Gravity.WARNING)]
    shown = text.render(report(*findings, claims=3, drafts=1, articles=2))
    assert "Checked 3 claims (1 draft) on 2 articles." in shown
    assert "findings  2 warnings, 1 note" in shown
    shown = text.render(report(claims=9, drafts=2, withdrawn=1))
    assert "Checked 9 claims (2 drafts, 1 withdrawn) on" in shown
    assert "Checked 9 claims (1 withdrawn) on" in text.render(report(claims=9, withdrawn=1))


def test_nothing_checked_is_never_shown_as_checked() -> None:
    shown = text.render(report(claims=0, quotes_not_found=0))
    assert shown == "Nothing was checked: there is no claim file.\n"


def test_tells_which_rules_are_off() -> None:
    shown = text.render(dataclasses.replace(report(), off=("case-differs", "cut-word")))
    assert shown.endswith("  off       case-differs, cut-word\n")


def test_long_passage_is_shown_whole_to_copy_from() -> None:
    passage = "word " * 30 + "end."
    nearest = spot(ARTICLE_PATH, 7, f"Before. {passage} After.", passage, "the nearest passage")
    lines = text.render(report(judged(spot(CLAIM_PATH, 1, "a", "a"), nearest))).splitlines()
    first = lines.index("   article  seeds/100-jam.txt:7  the nearest passage")
    last = next(i for i, line in enumerate(lines) if line.strip().startswith("help"))
    assert " ".join(" ".join(lines[first + 1 : last]).split()) == passage


def test_endless_passage_is_cut() -> None:
    passage = "x" * 5000
    nearest = spot(ARTICLE_PATH, 7, passage, passage, "the nearest passage")
    shown = text.render(report(judged(spot(CLAIM_PATH, 1, "a", "a"), nearest)))
    assert shown.count("xxxx") < 200
    assert "            …\n" in shown


def test_note_goes_below_where_it_does_not_fit() -> None:
    own = spot(CLAIM_PATH, 1, "x" * 60 + " 600", "600", "the article says 1.600 here")
    lines = text.render(report(judged(own)), width=80).splitlines()
    assert lines[3].endswith("^^^")
    assert lines[4].endswith(" the article says 1.600 here")
    assert width(lines[4]) <= 80


def test_nothing_checked_still_tells_what_is_wrong() -> None:
    shown = text.render(report(judged(spot(ARTICLE_PATH, 1, "a", "a")), claims=0, quotes_not_found=0))
    assert "error[Q003]" in shown
    assert shown.endswith("Nothing was checked: there is no claim file.\n  findings  1 error\n")
