"""The walk over the rules about the finished site: none without its file, its manual and a code of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder import rules, verifying
from site_builder.rules import Rule
from tests.conftest import run

SECTIONS = ["What it checks", "Why it matters", "Fails", "Passes", "How to mend it"]


def test_every_file_is_listed():
    files = {path.name for path in Path(verifying.__file__).parent.glob("s[0-9]*.py")}
    assert files == {f"{rule.code.lower()}_{rule.name.replace('-', '_')}.py" for rule in verifying.RULES}


def test_codes_and_names_are_nobody_elses():
    names = [name for rule in (*rules.RULES, *verifying.RULES) for name in (rule.name, rule.code)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", verifying.RULES, ids=lambda rule: rule.code)
def test_manual_is_complete(rule: Rule):
    assert re.fullmatch(r"S\d{3}", rule.code)
    assert rule.title[0].islower()
    assert re.findall(r"^## (.+)$", rule.manual, re.MULTILINE) == SECTIONS
    assert verifying.by_name(rule.name) is verifying.by_name(rule.code.lower()) is rule


def test_the_manual_is_told_and_published(real_site: Path, tmp_path: Path):
    listed = run("site-builder", "explain", cwd=tmp_path).stdout
    for rule in verifying.RULES:
        assert f"{rule.code}  {rule.name}" in listed
        assert (real_site / f"rules/{rule.code}/index.html").is_file()
    assert "## How to mend it" in run("site-builder", "explain", "S003", cwd=tmp_path).stdout
