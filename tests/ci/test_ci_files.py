"""The files that CI systems read, against the schemas that those systems publish, and pre-commit as it really runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.newsroom import starter
from tests import disk
from tests.conftest import ROOT
from tests.rules.newsroom import TODAY

DOCS = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.+?)^```", DOCS, re.MULTILINE | re.DOTALL)
STARTER = starter("Desk", TODAY)


def valid(schema: str, path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def block(part: str) -> str:
    (found,) = (block for block in BLOCKS if part in block)
    return str(found)


FILES = {
    "our workflow": ("github-workflows", (ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")),
    "our action": ("github-actions", (ROOT / "action.yml").read_text(encoding="utf-8")),
    "a new newsroom's workflow": ("github-workflows", STARTER[".github/workflows/check.yml"]),
    "the workflow in the handbook": ("github-workflows", block("runs-on:")),
    "the pipeline in the handbook": ("gitlab-ci", block("before_script:")),
}


@pytest.mark.parametrize("name", FILES)
def test_file_satisfies_its_schema(name: str, tmp_path: Path) -> None:
    schema, text = FILES[name]
    valid(schema, disk.put(tmp_path / "file.yml", text))


def test_schema_would_notice(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        valid("github-workflows", disk.put(tmp_path / "file.yml", "on: push\njobs: {a: {runs: x}}\n"))


def steps(document: dict[str, Any]) -> list[dict[str, Any]]:
    jobs = document.get("jobs", {"": document.get("runs", {})})
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("name", [name for name, (schema, _) in FILES.items() if schema.startswith("github")])
def test_no_text_from_outside_stands_in_a_script(name: str) -> None:
    """What a pull request may choose, such as the name of a branch, comes in as a variable, never as code."""
    for step in steps(yaml.safe_load(FILES[name][1])):
        assert "${{" not in step.get("run", ""), step


def test_workflows_fetch_the_history_that_they_compare_with() -> None:
    for name in ("our workflow", "a new newsroom's workflow", "the workflow in the handbook"):
        checkouts = [s for s in steps(yaml.safe_load(FILES[name][1])) if "checkout" in s.get("uses", "")]
        assert checkouts[0]["with"]["fetch-depth"] == 0, name


def pre_commit(*arguments: str, cwd: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "PRE_COMMIT_HOME": str(cache), "GIT_CONFIG_GLOBAL": os.devnull},
    )


def test_hooks_are_described_as_pre_commit_wants(tmp_path: Path) -> None:
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    done = pre_commit("validate-manifest", manifest, cwd=tmp_path, cache=tmp_path / "cache")
    assert done.returncode == 0, done.stdout
    config = disk.put(tmp_path / "config.yaml", STARTER[".pre-commit-config.yaml"])
    done = pre_commit("validate-config", str(config), cwd=tmp_path, cache=tmp_path / "cache")
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout as a repository that pre-commit can install from."""
    home = tmp_path_factory.mktemp("hooks")
    names = ("pyproject.toml", ".pre-commit-hooks.yaml", "README.md", "LICENSE", "CHANGELOG.md")
    for name in names:
        shutil.copy(ROOT / name, home / name)
    for name in ("site_builder", "templates", "docs", "claims"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    disk.commit(home, "Publish")
    return home


def test_hook_passes_a_sound_claim_and_refuses_a_broken_one(hooks: Path, tmp_path: Path) -> None:
    """Installed from a repository, as editors have it; the second run finds what the first has installed."""
    home, cache = disk.make(tmp_path / "home"), tmp_path / "cache"
    revision = disk.git(hooks, "rev-parse", "HEAD").strip()
    asked = {"repo": str(hooks), "rev": revision, "hooks": [{"id": "site-builder-check"}]}
    disk.put(home / ".pre-commit-config.yaml", json.dumps({"repos": [asked]}))
    disk.commit(home, "Begin")
    arguments = ("run", "--all-files")
    done = pre_commit(*arguments, cwd=home, cache=cache)
    assert done.returncode == 0 and "Passed" in done.stdout, done.stdout + done.stderr
    disk.claim(home, {"quote": "The mayor shut the bridge"})
    done = pre_commit(*arguments, cwd=home, cache=cache)
    assert done.returncode == 1 and "Q001" in done.stdout, done.stdout + done.stderr


def test_the_workflow_runs_every_long_check_before_it_publishes() -> None:
    jobs = yaml.safe_load(FILES["our workflow"][1])["jobs"]
    runs = {job: " ".join(step.get("run", "") for step in told["steps"]) for job, told in jobs.items()}
    checks = {"make test", "make trust", "make check-site"}
    running = {job for job, said in runs.items() if any(check in said for check in checks)}
    assert all(any(check in said for said in runs.values()) for check in checks)
    assert running <= set(jobs["publish"]["needs"])


@pytest.mark.parametrize("folder", ["editor", "site_checks", "types"])
def test_what_is_pinned_does_not_hang_on_the_latest_of_anything(folder: str) -> None:
    home = ROOT / "tests" / folder
    packages = json.loads((home / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    asked = {
        name
        for about in packages.values()
        for name, wanted in about.get("dependencies", {}).items()
        if wanted == "latest"
    }
    held = json.loads((home / "package.json").read_text(encoding="utf-8")).get("overrides", {})
    assert asked <= set(held), "`npm ci` would refuse the lock file when a new version comes out"
