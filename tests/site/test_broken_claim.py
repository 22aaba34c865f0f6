"""A broken claim is told in full, stops the build, and leaves the published site as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run
from tests.site import site_reader

META = "claims/100-jam/600-layoffs-at-meta.yaml"


def snapshot(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def change(home: Path, old: str, new: str) -> str:
    """Change one word of the Meta claim; return its line and column."""
    path = home / META
    text = path.read_text()
    start = text.index(old)
    path.write_text(text[:start] + new + text[start + len(old) :])
    line = text.count("\n", 0, start) + 1
    return f"{META}:{line}:{start - text.rfind(chr(10), 0, start)}"


BREAKS = {
    "another figure": ("600\n    unit", "700\n    unit", "F001", ("700", "600")),
    "one letter of the quote": (
        "memberhentikan",
        "memberhentikam",
        "Q001",
        ("memberhentikam", "memberhentikan 600"),
    ),
}


@pytest.mark.parametrize("case", BREAKS)
def test_check_names_the_place_and_shows_the_nearest_passage(real_newsroom: Path, case: str):
    old, new, code, words = BREAKS[case]
    place = change(real_newsroom, old, new)
    checked = run("site-builder", "check", cwd=real_newsroom)
    assert checked.returncode == 1
    assert place.rpartition(":")[0] in checked.stdout, "the line"
    assert code in checked.stdout
    assert all(word in checked.stdout for word in words)
    assert "seeds/100-jam.txt:19" in checked.stdout
    assert f"site-builder explain {code}" in checked.stdout


@pytest.mark.parametrize("options", [(), ("--quiet",), ("--quiet", "--strict")])
def test_a_build_stops_and_the_site_stays(published_newsroom: Path, options: tuple[str, ...]):
    before = snapshot(published_newsroom / "site")
    change(published_newsroom, "600\n    unit", "700\n    unit")
    failed = run("mkdocs", "build", *options, cwd=published_newsroom)
    assert failed.returncode != 0
    assert "F001" in failed.stderr
    # the real newsroom has notes: they stop nothing, and would hide what does
    assert "note[" not in failed.stderr
    assert "notes are not shown: `site-builder check` tells them." in failed.stderr
    assert "Traceback" not in failed.stderr
    assert snapshot(published_newsroom / "site") == before
    assert [path.name for path in published_newsroom.iterdir() if path.name.startswith(".site")] == []


def test_a_broken_template_leaves_the_site(published_newsroom: Path):
    before = snapshot(published_newsroom / "site")
    page = published_newsroom / "templates/claim.html"
    page.write_text(page.read_text().replace("{% block main %}", "{% block main %}{{ no_such_name.field }}"))
    failed = run("mkdocs", "build", "--quiet", cwd=published_newsroom)
    assert failed.returncode != 0
    assert "claim.html" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert snapshot(published_newsroom / "site") == before


def test_two_builds_of_one_input_are_the_same_bytes(real_site: Path, real_newsroom: Path):
    """Both from nothing, at two places: what the first one kept is not there for the second."""
    built = run("mkdocs", "build", "--quiet", cwd=real_newsroom, PYTHONHASHSEED="1", TZ="Etc/GMT+1")
    assert built.returncode == 0
    assert snapshot(real_newsroom / "site") == snapshot(real_site)


def test_nothing_to_check_is_told(tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text("site_name: Empty\n")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/scale.yaml").write_text((Path(__file__).parents[2] / "claims/scale.yaml").read_text())
    checked = run("site-builder", "check", cwd=tmp_path)
    assert checked.returncode == 3
    assert "othing" in checked.stdout


def test_wrong_use_is_exit_2(tmp_path: Path):
    assert run("site-builder", "check", cwd=tmp_path).returncode == 2
    assert run("site-builder", "explain", "no-such-rule", cwd=tmp_path).returncode == 2
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins:\n  - site_builder:\n      cliams: x\n")
    failed = run("site-builder", "check", cwd=tmp_path)
    assert failed.returncode == 2
    assert "did you mean `claims`" in failed.stderr


def test_a_tolerated_finding_is_published_without_a_dead_link(published_newsroom: Path):
    """A newsroom may turn quote-not-found down; the page then says so, and no link leads to a missing mark."""
    config = published_newsroom / "mkdocs.yml"
    config.write_text(
        config.read_text().replace(
            "      language: en\n",
            "      language: en\n      policy: {gravity: {quote-not-found: warning}}\n",
        )
    )
    change(published_newsroom, "memberhentikan", "memberhentikam")
    built = run("mkdocs", "build", "--quiet", cwd=published_newsroom)
    assert built.returncode == 0, built.stderr
    assert list(site_reader.dead_links(published_newsroom / "site", "https://example.org/")) == []
    page = (published_newsroom / "site/claims/100-jam/600-layoffs-at-meta/index.html").read_text()
    assert "do not stand in the article" in page
    assert "the quoted words were not found" in page
