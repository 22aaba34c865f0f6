"""Checking article by article finds what checking everything at once finds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from site_builder import dossiers, pipeline, rules
from site_builder.model.project import Project
from site_builder.reading.settings import read_settings
from tests import disk
from tests.conftest import ROOT
from tests.rules import newsroom
from tests.rules.test_cases import HERE, load

TODAY = datetime.date(2026, 11, 23)


def told(checked: pipeline.Checked) -> tuple[Any, ...]:
    """Return all that a check has to tell."""
    return checked.project, checked.cases, checked.report


def whole(home: Path) -> tuple[Any, ...]:
    return told(pipeline.check(pipeline.load(home, TODAY)))


def apart(project: Project) -> Iterator[Project]:
    """Yield the project's articles, each alone with its claims, and the claims that have none, on no day."""
    for name in (*project.articles, None):
        articles = {name: project.articles[name]} if name is not None else {}
        its = (
            f.claim.article if f.claim and f.claim.article in project.articles else None
            for f in project.claims
        )
        files = tuple(file for file, article in zip(project.claims, its, strict=True) if article == name)
        yield Project(project.settings, project.scale, articles, files, datetime.date.min)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_rules_that_look_no_further_find_the_same_alone(path: Path):
    for case in load(path).values():
        project = newsroom.project(case)
        at_once = list(rules.run(project, pipeline.make_cases(project)))
        further = [scope for scope in rules.Scope if scope is not rules.Scope.ARTICLE]
        alone: list[Any] = list(rules.run(project, pipeline.make_cases(project), scopes=further))
        frame = replace(project, articles={}, claims=())
        for part in (frame, *apart(project)):
            alone += rules.run(part, pipeline.make_cases(part), scopes=(rules.Scope.ARTICLE,))
        assert sorted(map(repr, alone)) == sorted(map(repr, at_once))


def test_the_real_newsroom():
    assert told(pipeline.examine(ROOT, TODAY)) == whole(ROOT)


def test_a_claim_whose_article_is_not_guessed_goes_to_the_right_one(tmp_path: Path):
    home = disk.make(tmp_path)
    text = disk.claim(home).read_text()
    disk.put(home / "claims/piece/odd.yaml", text.replace("article: piece", '"article":\n  piece'))
    disk.put(home / "claims/piece/lies.yaml", "article: nobody\n" + text)
    disk.put(home / "claims/piece/none.yaml", text.replace("article: piece", "article: nobody"))
    assert "article: piece" in text
    found = pipeline.examine(home, TODAY)
    assert told(found) == whole(home)
    assert [case.file.id for case in found.cases] == ["piece/bridge", "piece/odd"]


def test_only_one_file_is_told_of(tmp_path: Path):
    home = disk.make(tmp_path)
    disk.claim(home, {"quote": "Nobody wrote that"}, "piece/wrong")
    project = pipeline.load(home, TODAY)
    for only in (["claims/piece/wrong.yaml"], ["claims/piece/bridge.yaml"], ["seeds"]):
        assert told(pipeline.examine(home, TODAY, only=only)) == told(pipeline.check(project, only=only))


def test_the_guess_is_of_no_weight_for_what_a_dossier_depends_on(tmp_path: Path):
    home = disk.make(tmp_path)
    settings = read_settings(home)
    sources = dossiers.read_sources(home, settings)
    scale = pipeline.load(home, TODAY).scale
    (job,) = dossiers.make_jobs(sources, settings, scale)
    parts = list(job.parts())
    edited = replace(job, claims=(replace(job.claims[0], id="piece/other"),))
    assert list(edited.parts()) != parts
    busy = replace(
        job, settings=settings.model_copy(update={"jobs": 7, "executor": "dask:x", "cache": False})
    )
    assert list(busy.parts()) == parts


def test_of_two_files_with_one_name_none_is_lost(tmp_path: Path):
    """The rule that tells of them must see both, each with its own words."""
    home = disk.make(tmp_path)
    text = disk.claim(home).read_text()
    disk.put(home / "claims/piece/bridge.yml", text.replace("status: published", "status: draft"))
    assert told(pipeline.examine(home, TODAY)) == whole(home)
    assert "C006" in {judged.finding.code for judged in pipeline.examine(home, TODAY).report.judged}


def test_a_quote_of_another_article_is_found_there_without_opening_all(tmp_path: Path):
    home = disk.make(tmp_path)
    texts = {
        "other.txt": "The “bridge” has cost İ three ﬁne coins.",
        "plain.md": "# A\n\nThe *bridge* is long gone.\n",
    }
    for name, text in texts.items():
        disk.put(home / f"seeds/{name}", text)
        record = "title: A\nlanguage: tr\n"
        disk.put(home / f"seeds/{name.rpartition('.')[0]}.yaml", record)
    disk.claim(home, {"quote": 'the "BRIDGE" has cost i three fine coins'}, "piece/first")
    disk.claim(home, {"quote": "The bridge is long gone"}, "piece/second")
    disk.claim(home, {"quote": "Nobody has ever written that"}, "piece/third")
    found = pipeline.examine(home, TODAY)
    assert told(found) == whole(home)
    elsewhere = [j.finding.claim for j in found.report.judged if j.finding.code == "Q009"]
    assert elsewhere == ["piece/first", "piece/second"]
