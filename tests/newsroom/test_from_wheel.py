"""As a new user would: an installed wheel, an empty folder, `init`, `new`, `check`, `mkdocs build`."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.site_reader import dead_links

PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*PIP, "wheel", *offline, "--wheel-dir", str(folder), str(ROOT)], check=True, timeout=120)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    install = [*PIP, "install", "--no-deps", "--no-index", "--target", str(folder), str(wheel)]
    subprocess.run(install, check=True, timeout=120)
    return folder


def run(installed: Path, home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a program with the installed package before the one of this checkout."""
    module = {"site-builder": "site_builder", "mkdocs": "mkdocs"}[command[0]]
    return subprocess.run(
        [sys.executable, "-P", "-m", module, *command[1:]],
        cwd=home,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"},
    )


def test_wheel_holds_what_a_newsroom_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = "site_builder/newsroom/files/"
    assert {files + "mkdocs.yml", files + "docs/handbook.md", files + "claims/scale.yaml"} <= names
    assert "site_builder/newsroom/admin/package-lock.json" in names
    assert "site_builder/templates/base.html" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/"))]


def test_from_nothing_to_a_site(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "site-builder", "init", "desk", "--name", 'The "Desk": 2 & more')
    assert done.returncode == 0, done.stderr
    home = tmp_path / "desk"

    done = run(installed, home, "site-builder", "check")
    assert done.returncode == 0 and "findings  none" in done.stdout, done.stdout + done.stderr

    flags = ["--sentence", "2", "--claim", "An hour has minutes.", "--verdict", "unverifiable", "--name", "x"]
    done = run(installed, home, "site-builder", "new", "example", *flags)
    assert done.returncode == 0, done.stderr
    done = run(installed, home, "site-builder", "check", "claims/example/x.yaml")
    assert done.returncode == 0 and "1 claim (1 draft)" in done.stdout, done.stdout

    text = home / "notes.txt"
    text.write_text("Rivers rise\n\nThe river rose by 40 centimetres.\n", encoding="utf-8")
    done = run(installed, home, "site-builder", "import", "notes.txt", "--language", "en", "--name", "rivers")
    assert done.returncode == 0 and "site-builder new rivers" in done.stdout, done.stderr
    flags = ["--sentence", "2", "--claim", "It rose.", "--verdict", "unverifiable", "--name", "rose"]
    done = run(installed, home, "site-builder", "new", "rivers", *flags)
    assert done.returncode == 0, done.stderr
    done = run(installed, home, "site-builder", "check")
    assert done.returncode == 0 and "3 claims (2 drafts) on 2 articles" in done.stdout, done.stdout

    done = run(installed, home, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The &#34;Desk&#34;: 2 &amp; more" in (home / "site/index.html").read_text(encoding="utf-8")
    assert list(dead_links(home / "site", "https://example.org/")) == []


def test_newsroom_may_replace_a_template(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "site-builder", "init", "desk")
    home = tmp_path / "desk"
    own = '{% extends "base.html" %}{% block main %}<p>Our own front page</p>{% endblock %}'
    (home / "templates/home.html").write_text(own, encoding="utf-8")
    done = run(installed, home, "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stderr
    assert "Our own front page" in (home / "site/index.html").read_text(encoding="utf-8")


def test_nothing_is_overwritten(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n", encoding="utf-8")
    done = run(installed, tmp_path, "site-builder", "init", ".")
    assert done.returncode == 2 and "mkdocs.yml stands in" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]
