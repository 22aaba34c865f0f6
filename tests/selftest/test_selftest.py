"""Green means checked: the newsroom's own claims, spoilt one thing at a time."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder import selftest
from site_builder.model.project import Project
from site_builder.model.settings import Gravity, Policy
from site_builder.pipeline import load
from tests import disk
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def project() -> Project:
    return load(ROOT, datetime.date(2026, 11, 23))


def test_every_mutant_of_the_real_claims_is_noticed(project: Project):
    outcomes = list(selftest.run(project))
    survivors = [(o.mutant.claim, o.mutant.kind, o.mutant.told) for o in outcomes if not o.killed]
    assert survivors == []
    assert len(outcomes) >= 1000
    kinds = Counter(outcome.mutant.kind for outcome in outcomes)
    assert len(kinds) == 17
    assert all(kinds.values())


def test_a_check_that_does_not_look_is_found_out(project: Project):
    """With the finder of quotes turned off, spoilt quotes pass: the selftest must say so."""
    blind = Policy(gravity=dict.fromkeys(("Q001", "Q003", "Q004"), Gravity.OFF))
    one = project.claims[0]
    settings = project.settings.model_copy(update={"policy": blind})
    outcomes = list(selftest.run(replace(project, settings=settings, claims=(one,))))
    assert any(not outcome.killed and outcome.mutant.kind.startswith("quote") for outcome in outcomes)


def test_quotes_are_moved_to_the_other_articles_that_do_not_have_them(tmp_path: Path):
    home = disk.make(tmp_path)
    disk.put(home / "seeds/other.txt", "The mayor was away in May.\n")
    disk.put(home / "seeds/same.txt", "It is said again: The mayor opened the bridge in May.\n")
    outcomes = selftest.run(load(home, datetime.date(2026, 11, 23)))
    moved = {o.mutant.told: o.killed for o in outcomes if o.mutant.kind == "quote: moved to another article"}
    assert moved == {"in seeds/other.txt": True, "in seeds/piece.txt (cut)": True}


def test_what_other_languages_tell_is_spoilt_too(tmp_path: Path):
    home = disk.make(tmp_path)
    told = {"en": "It cost 1,600 euros.", "id": "Biayanya 1.600 euro."}
    disk.claim(home, {"quote": "The bridge cost 1,600 euros", "conclusion": told})
    outcomes = [
        o for o in selftest.run(load(home, datetime.date(2026, 11, 23))) if o.mutant.kind.startswith("our")
    ]
    assert {o.mutant.told.partition(":")[0] for o in outcomes} == {"conclusion", "conclusion.id"}
    assert all(o.codes == ("F006",) for o in outcomes)
