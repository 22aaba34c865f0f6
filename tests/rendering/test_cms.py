"""The settings of the page for editors, against the models that read what it writes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from site_builder.model.article import ArticleRecord
from site_builder.model.claim import Claim, Evidence
from site_builder.model.settings import Admin
from site_builder.rendering.cms import config
from tests.rules.newsroom import project

ADMIN = Admin(backend="github", repo="daily/checks")


def collections(**case: Any) -> dict[str, dict[str, Any]]:
    made = {each["name"]: each for each in config(project(case), ADMIN)["collections"]}
    return {name: {field["name"]: field for field in each["fields"]} for name, each in made.items()}


@pytest.mark.parametrize(("name", "model"), [("claims", Claim), ("articles", ArticleRecord)])
def test_every_field_of_the_model_is_offered_as_it_says(name: str, model: Any) -> None:
    fields = collections()[name]
    assert list(fields) == list(model.model_fields)
    for field, info in model.model_fields.items():
        assert fields[field]["required"] == info.is_required(), field
        assert fields[field].get("hint") == info.description, field


def test_what_may_be_chosen_is_the_newsrooms_own() -> None:
    fields = collections()["claims"]
    assert fields["article"]["options"] == ["piece"]
    assert {"right", "wrong", "open"} <= set(fields["verdict"]["options"])
    assert fields["status"]["options"] == ["draft", "published", "withdrawn"]
    evidence = {field["name"]: field for field in fields["evidence"]["fields"]}
    assert list(evidence) == list(Evidence.model_fields)
    assert evidence["stance"]["widget"] == "select" and evidence["read"]["widget"] == "datetime"
    assert fields["topics"]["field"]["widget"] == "string"


def test_patterns_are_those_of_browsers() -> None:
    """JavaScript reads them: nothing in them may be Python's alone."""
    fields = collections()["claims"]
    evidence = {field["name"]: field for field in fields["evidence"]["fields"]}
    for name, good, bad in (("url", "https://a.example/", "javascript:x"), ("published", "2026-03", "March")):
        pattern, said = evidence[name]["pattern"]
        assert re.search(pattern, good) and not re.search(pattern, bad) and said
        assert "(?P" not in pattern and "\\Z" not in pattern


def test_words_in_several_languages_are_left_alone() -> None:
    told = collections(settings={"languages": ["en", "id"]})
    assert {"claim", "conclusion", "evidence", "corrections"}.isdisjoint(told["claims"])
    assert {"quote", "verdict", "status", "checked_on"} <= set(told["claims"])
    in_a_file = collections(claim={"conclusion": {"en": "She did.", "id": "Ya."}})
    assert "conclusion" not in in_a_file["claims"]
