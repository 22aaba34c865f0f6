"""The walk over the list: nothing undocumented or untried."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from site_builder import policy, rules
from site_builder.model.claim import Claim
from site_builder.rules import RULES, Rule

RULES_FOLDER = Path(rules.__file__).parent
CASES = Path(__file__).parent
FILE = re.compile(r"[a-z]\d{3}_\w+\.py")
SECTIONS = ["What it checks", "Why it matters", "Fails", "Passes", "How to mend it"]
FAMILIES = "ACEFHQTV"
SUBJECTS = {"Project", "Outline", "Article", "ClaimFile", "Case", "ExcuseUse"}


def of_rule(rule: Rule) -> str:
    return rule.code


@pytest.fixture(params=RULES, ids=of_rule)
def rule(request: pytest.FixtureRequest) -> Rule:
    assert isinstance(request.param, Rule)
    return request.param


def test_every_file_is_listed() -> None:
    files = {path.name for path in RULES_FOLDER.glob("*.py") if FILE.fullmatch(path.name)}
    assert files == {f"{rule.code.lower()}_{rule.name.replace('-', '_')}.py" for rule in RULES}


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_has_a_gravity_and_no_other() -> None:
    assert policy.DEFAULT_GRAVITY.keys() == {rule.code for rule in RULES}


def test_cases_belong_to_rules() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == {rule.code for rule in RULES}


def test_code_and_name(rule: Rule) -> None:
    assert re.fullmatch(rf"[{FAMILIES}]\d{{3}}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rules.by_name(rule.name) is rules.by_name(rule.code) is rules.by_name(rule.code.lower()) is rule


def test_subject(rule: Rule) -> None:
    assert rule.subject in SUBJECTS


def test_needs_a_field_of_a_claim(rule: Rule) -> None:
    assert not rule.needs or (rule.needs in Claim.model_fields and rule.subject in {"Case", "ClaimFile"})


def test_manual_is_complete(rule: Rule) -> None:
    assert rule.title and rule.title[0].islower() and not rule.title.endswith(".")
    titles = re.findall(r"^## (.+)$", rule.manual, re.MULTILINE)
    assert titles == SECTIONS
    parts = re.split(r"^## .+$", rule.manual, flags=re.MULTILINE)[1:]
    assert all(part.strip() for part in parts)
    assert rule.manual.count("```") % 2 == 0


def test_examples_in_manual_are_yaml(rule: Rule) -> None:
    """What passes can be read; what fails may be broken on purpose."""
    passes = rule.manual.partition("## Passes")[2].partition("## How to mend it")[0]
    for example in re.findall(r"^```yaml\n(.+?)^```", passes, re.MULTILINE | re.DOTALL):
        assert isinstance(yaml.safe_load(example), dict)


def test_has_cases_both_ways(rule: Rule) -> None:
    names = list(yaml.safe_load((CASES / f"{rule.code}.yaml").read_text(encoding="utf-8")))
    assert any(name.startswith("passes_when_") for name in names)
    assert any(name.startswith("fails_when_") for name in names)
    assert all(re.fullmatch(r"(passes|fails)_when_[a-z0-9_]+", name) for name in names)


def test_cases_are_not_named_twice(rule: Rule) -> None:
    """YAML would silently keep the last of two."""
    lines = (CASES / f"{rule.code}.yaml").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[0] for line in lines if line[:1].isalpha()]
    assert len(set(names)) == len(names)


def test_file_yields_its_own_code_only(rule: Rule) -> None:
    path = RULES_FOLDER / f"{rule.code.lower()}_{rule.name.replace('-', '_')}.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert isinstance(rule.check.__doc__, str)
    codes = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    assert {code for code in codes if re.fullmatch(r"[A-Z]\d{3}", code)} == {rule.code}


def test_unknown_name_is_no_rule() -> None:
    assert rules.by_name("no-such-rule") is None
    assert rules.nearest_name("quote-not-fond") == "quote-not-found"
    assert rules.nearest_name("zzz") == ""
