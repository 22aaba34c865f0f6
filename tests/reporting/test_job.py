"""The summary page of a job."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from site_builder import pipeline
from site_builder.reporting import job
from tests import disk
from tests.conftest import run
from tests.rules import newsroom


def page(data: dict[str, Any]) -> str:
    project = newsroom.project(data)
    return job.render(pipeline.check(project).report, project)


def test_sound_newsroom() -> None:
    shown = page({})
    assert shown.startswith("## Sound\n")
    assert "quotes    1 found" in shown and "<table>" not in shown


def test_findings_are_listed() -> None:
    shown = page({"claim": {"quote": "The mayor opened a bridge"}})
    assert shown.startswith("## Unsound")
    assert "<td>claims/piece/bridge.yaml:2</td><td>error Q001 quote-not-found: " in shown


def test_claims_are_shown_before_and_after() -> None:
    shown = page({"claim": {"verdict": "half right", "claim": "A <b>deputy</b> | opened it."}, "earlier": {}})
    assert "### Compared with main" in shown
    assert "<tr><td>piece/bridge</td><td>verdict</td><td>right</td><td>half right</td></tr>" in shown
    assert "A &lt;b&gt;deputy&lt;/b&gt; | opened it.</td>" in shown


def test_new_claims_are_told() -> None:
    shown = page({"claims": {"piece/bridge": {}, "piece/more": {"quote": "The bridge cost"}}, "earlier": {}})
    assert "<td>piece/more</td><td>new</td><td></td><td>published: right</td>" in shown


@pytest.mark.parametrize("form", ["github", "text"])
def test_page_is_written_where_github_says(tmp_path: Path, form: str) -> None:
    home = disk.make(tmp_path / "home")
    summary = disk.put(tmp_path / "summary.md", "Before.\n")
    done = run("site-builder", "check", "--format", form, cwd=home, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("Before.\n") and ("## Sound" in written) is (form == "github")
